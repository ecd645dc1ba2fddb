import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Section } from "@/components/shell/section";
import { EmptyState } from "@/components/ui/empty-state";
import { type ListedReading, ReadingRow } from "./reading-row";

/** A course's assigned readings by date, with what the reader has done in each. */
export function CourseReadings({ readings, zone, now, assign }: CourseReadingsProps) {
  const t = useTranslations("course");
  if (readings.length === 0) {
    return (
      <EmptyState title={t("empty")} actions={assign}>
        {t(assign ? "emptyStaff" : "emptyStudent")}
      </EmptyState>
    );
  }
  const isPast = ({ dueAt }: ListedReading) => dueAt !== null && dueAt < now;
  const open = readings.filter(({ isOpen }) => isOpen);
  const groups = [
    { title: t("ahead"), rows: open.filter((row) => row.dueAt !== null && !isPast(row)) },
    { title: t("undated"), rows: open.filter(({ dueAt }) => dueAt === null) },
    { title: t("notYet"), rows: readings.filter(({ isOpen }) => !isOpen) },
    { title: t("past"), rows: open.filter(isPast).reverse() },
  ];
  return (
    <div className="space-y-12">
      {groups.map(
        ({ title, rows }) =>
          rows.length > 0 && (
            <Section key={title} title={title}>
              <ul>
                {rows.map((reading) => (
                  <ReadingRow key={reading.id} reading={reading} zone={zone} now={now}>
                    <span>
                      {t("marks", {
                        count: reading.annotationCount,
                        mine: reading.myCount,
                      })}
                    </span>
                    {assign && (
                      <>
                        <RowLink href={`/courses/${reading.courseId}/edit/${reading.id}`}>
                          {t("editAssignment")}
                        </RowLink>
                        <Follows reading={reading} />
                      </>
                    )}
                  </ReadingRow>
                ))}
              </ul>
            </Section>
          ),
      )}
    </div>
  );
}

/** Which revision the course reads, and the way to where that is decided. */
function Follows({ reading: { id, courseId, isPinned, revision } }: { reading: CourseReading }) {
  const t = useTranslations("course");
  return (
    <RowLink href={`/courses/${courseId}/revisions/${id}`}>
      {isPinned ? t("pinnedTo", { number: revision }) : t("followsNewest")}
    </RowLink>
  );
}

/** Stands above the row, all of which leads to the reading. */
function RowLink({ href, children }: { href: string; children: string }) {
  return (
    <Link
      href={href as Route}
      className="relative z-10 underline decoration-rule underline-offset-2 hover:text-ink hover:decoration-accent"
    >
      {children}
    </Link>
  );
}

interface CourseReading extends ListedReading {
  courseId: string;
  isPinned: boolean;
  /** The number of the revision that the course reads. */
  revision: number;
  annotationCount: number;
  myCount: number;
}

interface CourseReadingsProps {
  readings: CourseReading[];
  zone: string;
  now: string;
  /** The button that assigns one more, for those who may. */
  assign: ReactNode;
}
