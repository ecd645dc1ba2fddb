import Link from "next/link";
import { useTranslations } from "next-intl";

import { DueDate } from "@/components/course/due-date";
import type { AssignmentView } from "@/lib/assignments/present";
import { isPast } from "./is-past";

/** What stands above the text: what it is, who wrote it, where it is from, what to do with it. */
export function ReadingHead({ assignment, zone }: { assignment: AssignmentView; zone: string }) {
  const t = useTranslations("reader");
  const { id, reading, revision, course, title, instructions, dueAt, isOpen } = assignment;
  const { closesAt, isClosed } = assignment;
  return (
    <div className="reader-head">
      <p className="rubric">{title !== reading.title ? title : course.title}</p>
      <h1 lang={reading.language} className="mt-2 font-serif text-3xl font-medium wrap-anywhere">
        {reading.title}
      </h1>
      {reading.author && (
        <p className="mt-3 font-serif text-lg text-soft wrap-anywhere">
          {t("by", { author: reading.author })}
        </p>
      )}
      {reading.source && <p className="mt-1 text-xs text-soft wrap-anywhere">{reading.source}</p>}
      {!isPast(revision) && (
        <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs" data-screen-only>
          <Link href={`/read/${id}/discussion`} className="prose-link text-soft">
            {t("linear.open")}
          </Link>
          <EarlierText assignment={assignment} />
        </p>
      )}
      {(instructions || dueAt || closesAt || !isOpen || course.isArchived) && (
        <section aria-label={t("instructions")} className="reader-instructions">
          {dueAt && (
            <p className="text-sm font-medium">
              {t.rich("due", {
                date: () => <DueDate iso={dueAt} zone={zone} courseZone={course.timeZone} />,
              })}
            </p>
          )}
          {closesAt && (
            <p className="text-sm text-soft">
              {t.rich(isClosed ? "closed" : "closes", {
                date: () => <DueDate iso={closesAt} zone={zone} courseZone={course.timeZone} />,
              })}
            </p>
          )}
          {!isOpen && <p className="text-sm text-soft">{t("notOpenYet")}</p>}
          {course.isArchived && <p className="text-sm text-soft">{t("archived")}</p>}
          {instructions && (
            <details open className="mt-1">
              <summary className="text-sm text-soft">{t("instructions")}</summary>
              <div className="mt-2 space-y-2 text-sm whitespace-pre-line">{instructions}</div>
            </details>
          )}
        </section>
      )}
    </div>
  );
}

/** The ways to the text before the last revision, where the course read one. */
function EarlierText({ assignment: { id, revision } }: { assignment: AssignmentView }) {
  const t = useTranslations("reader.past");
  const { present, earliest } = revision;
  if (present === earliest) return null;
  return (
    <>
      <span className="text-soft">{t("revised", { number: present })}</span>
      <Link href={`/read/${id}?revision=${present - 1}`} className="prose-link text-soft">
        {t("before")}
      </Link>
      <Link href={`/read/${id}/compare`} className="prose-link text-soft">
        {t("changes")}
      </Link>
    </>
  );
}
