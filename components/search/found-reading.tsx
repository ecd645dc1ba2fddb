import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";

import { Marked } from "@/components/ui/marked";
import type { FoundReading } from "@/lib/search/readings";

/** A text that was found, as a course reads it or in one's own library. */
export function FoundReadingItem({ reading }: { reading: FoundReading }) {
  const t = useTranslations("search");
  return (
    <li className="group relative border-b border-rule py-3">
      <h3 className="font-serif text-lg leading-6 wrap-anywhere">
        <Link
          href={reading.href as Route}
          className="after:absolute after:inset-0 group-hover:text-accent focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
        >
          <Marked {...reading.title} />
        </Link>
      </h3>
      {reading.words && (
        <p className="mt-1 text-sm text-soft wrap-anywhere">
          <Marked {...reading.words} />
        </p>
      )}
      <p className="mt-1 text-xs text-faint wrap-anywhere">
        {reading.author.text !== "" && (
          <>
            <Marked {...reading.author} /> ·{" "}
          </>
        )}
        {reading.where?.courseTitle ?? t("inLibrary")}
      </p>
    </li>
  );
}
