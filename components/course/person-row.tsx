import Link from "next/link";
import { useTranslations } from "next-intl";

import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import type { PersonView } from "@/lib/courses/present";
import { ManagePerson, type PersonActions } from "./manage-person";

/** One person of a course, with what the reader may change about them. */
export function PersonRow({ courseId, person, zone, actions }: PersonRowProps) {
  const t = useTranslations("people");
  const isManaged = person.can.changeRole || person.can.remove;
  return (
    <li className="relative border-b border-rule">
      <div className="flex items-center gap-4 py-3 pe-12">
        <Avatar id={person.userId} name={person.name} />
        <div className="grid min-w-0 flex-1 gap-x-6 md:grid-cols-[minmax(0,1fr)_6rem_8rem] md:items-center">
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-x-2 font-medium wrap-anywhere">
              {person.can.seeNotebook ? (
                <Link
                  href={`/courses/${courseId}/people/${person.userId}`}
                  className="hover:text-accent hover:underline"
                >
                  {person.name}
                </Link>
              ) : (
                person.name
              )}
              {person.isYou && <Badge>{t("you")}</Badge>}
            </p>
            {person.email && <p className="text-xs text-soft wrap-anywhere">{person.email}</p>}
          </div>
          <p className={person.role === "STUDENT" ? "text-sm text-soft" : "text-sm font-medium"}>
            {t("roleName", { role: person.role })}
          </p>
          <p className="text-xs text-faint">
            {t.rich("joined", { time: () => <Time iso={person.joinedAt} zone={zone} isDay /> })}
          </p>
        </div>
      </div>
      {isManaged && <ManagePerson courseId={courseId} person={person} actions={actions} />}
    </li>
  );
}

interface PersonRowProps {
  courseId: string;
  person: PersonView;
  zone: string;
  actions: PersonActions;
}
