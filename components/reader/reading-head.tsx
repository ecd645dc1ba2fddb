import { useTranslations } from "next-intl";

import { DueDate } from "@/components/course/due-date";
import type { AssignmentView } from "@/lib/assignments/present";

/** What stands above the text: what it is, who wrote it, where it is from, what to do with it. */
export function ReadingHead({ assignment, zone }: { assignment: AssignmentView; zone: string }) {
  const t = useTranslations("reader");
  const { reading, course, title, instructions, dueAt, isOpen } = assignment;
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
      {(instructions || dueAt || !isOpen || course.isArchived) && (
        <section aria-label={t("instructions")} className="reader-instructions">
          {dueAt && (
            <p className="text-sm font-medium">
              {t.rich("due", {
                date: () => <DueDate iso={dueAt} zone={zone} courseZone={course.timeZone} />,
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
