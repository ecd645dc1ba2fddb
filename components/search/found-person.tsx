import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";

import { Avatar } from "@/components/ui/avatar";
import { Marked } from "@/components/ui/marked";
import type { FoundPerson } from "@/lib/search/people";

/** Somebody of one's courses: to the staff their notebook there, to classmates what they wrote. */
export function FoundPersonItem({ person }: { person: FoundPerson }) {
  const t = useTranslations("search");
  const wrote = `/search?${new URLSearchParams({ q: `from:"${person.name.text}"` })}`;
  return (
    <li className="group relative flex items-center gap-3 border-b border-rule py-3">
      <Avatar id={person.userId} name={person.name.text} />
      <div className="min-w-0">
        <h3 className="font-medium wrap-anywhere">
          <Link
            href={(person.href ?? wrote) as Route}
            className="after:absolute after:inset-0 group-hover:text-accent focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
          >
            <Marked {...person.name} />
          </Link>
        </h3>
        <p className="text-xs text-soft wrap-anywhere">
          {t("roleName", { role: person.role })} · {person.courseTitle}
        </p>
      </div>
    </li>
  );
}
