import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { DueDate } from "@/components/course/due-date";
import { Section } from "@/components/shell/section";
import { Time } from "@/components/ui/time";

/** What stands beside a reading in the library: where it is from, where it is read. */
export function ReadingMargin({ reading, uses, courses, zone }: ReadingMarginProps) {
  const t = useTranslations("reading");
  return (
    <div className="space-y-12">
      <Section title={t("details")}>
        <dl className="mt-3 space-y-3 text-sm">
          {reading.source && <Detail name={t("source")}>{reading.source}</Detail>}
          <Detail name={t("language")}>{reading.language}</Detail>
          <Detail name={t("added")}>
            <Time iso={reading.createdAt} zone={zone} isDay />
          </Detail>
        </dl>
      </Section>
      <Section title={t("uses")}>
        {uses.length === 0 && <p className="mt-3 text-sm text-soft">{t("noUses")}</p>}
        <ul>
          {uses.map((use) => (
            <li key={use.id} className="border-b border-rule py-3 text-sm">
              <Link href={`/read/${use.id}` as Route} className="prose-link wrap-anywhere">
                {use.courseTitle}
              </Link>
              {use.dueAt && (
                <p className="mt-1 text-xs text-soft">
                  {t.rich("due", {
                    date: () => (
                      <DueDate iso={use.dueAt!} zone={zone} courseZone={use.courseTimeZone} />
                    ),
                  })}
                </p>
              )}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("assign")}>
        {courses.length === 0 && <p className="mt-3 text-sm text-soft">{t("noCourses")}</p>}
        <ul>
          {courses.map(({ id, title, term }) => (
            <li key={id} className="border-b border-rule py-3 text-sm">
              <Link
                href={{ pathname: `/courses/${id}/assign`, query: { reading: reading.id } }}
                className="prose-link wrap-anywhere"
              >
                {title}
              </Link>
              {term && <p className="text-xs text-soft wrap-anywhere">{term}</p>}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

function Detail({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-soft">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}

interface ReadingMarginProps {
  reading: { id: string; source: string; language: string; createdAt: string };
  uses: {
    id: string;
    courseTitle: string;
    courseTimeZone: string;
    dueAt: string | null;
  }[];
  /** Those in which the reader may assign. */
  courses: { id: string; title: string; term: string }[];
  zone: string;
}
