import Link from "next/link";
import { useTranslations } from "next-intl";

import { type ListedReading, ReadingRow } from "@/components/course/reading-row";
import { Section } from "@/components/shell/section";

/** What a person has to read next over all courses, and where others have written since. */
export function DueList({ readings, zone, now }: DueListProps) {
  const t = useTranslations("home");
  const due = readings.filter(({ dueAt }) => dueAt !== null && dueAt >= now);
  const undated = readings.filter(({ dueAt }) => dueAt === null);
  const pastWithNews = readings.filter(
    ({ dueAt, newCount }) => dueAt !== null && dueAt < now && newCount > 0,
  );
  const groups = [
    { title: t("due"), rows: due },
    { title: t("open"), rows: undated },
    { title: t("new"), rows: pastWithNews },
  ].filter(({ title, rows }) => rows.length > 0 || title === t("due"));
  return (
    <div className="space-y-12">
      {groups.map(({ title, rows }) => (
        <Section key={title} title={title}>
          {rows.length === 0 && (
            <p className="py-4 text-soft">
              <span className="font-serif text-lg text-ink">{t("nothingDue")}</span>{" "}
              {t("nothingDueText")}
            </p>
          )}
          <ul>
            {rows.map((reading) => (
              <ReadingRow key={reading.id} reading={reading} zone={zone} now={now}>
                <Link
                  href={`/courses/${reading.courseId}`}
                  className="relative z-10 wrap-anywhere hover:text-ink hover:underline"
                >
                  {reading.courseTitle}
                </Link>
              </ReadingRow>
            ))}
          </ul>
        </Section>
      ))}
    </div>
  );
}

interface HomeReading extends ListedReading {
  courseId: string;
  courseTitle: string;
}

interface DueListProps {
  readings: HomeReading[];
  zone: string;
  now: string;
}
