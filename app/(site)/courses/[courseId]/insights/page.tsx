import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { AssignmentTable } from "@/components/insight/assignment-table";
import { WeekTable } from "@/components/insight/week-table";
import { Section } from "@/components/shell/section";
import { EmptyState } from "@/components/ui/empty-state";
import { getCourseInsight } from "@/lib/insight/queries";
import { load } from "@/lib/server/page";
import { loadCourse } from "../load-course";

type Props = PageProps<"/courses/[courseId]/insights">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course } = await loadCourse((await params).courseId);
  const t = await getTranslations("insight");
  return { title: t("title", { of: course.title }) };
}

export default async function InsightsPage({ params }: Props) {
  const { user, course } = await loadCourse((await params).courseId);
  if (!course.can.seeInsights) notFound();
  const { weeks, people, assignments } = await load(() => getCourseInsight(user.id, course.id));
  const t = await getTranslations("insight");
  return (
    <div className="mt-8 space-y-12 md:mt-10">
      <p className="max-w-prose text-sm text-soft">{t("lead")}</p>
      <Section title={t("assignments")}>
        {assignments.length === 0 ? (
          <div className="mt-6">
            <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
          </div>
        ) : (
          <AssignmentTable courseId={course.id} people={people} assignments={assignments} />
        )}
      </Section>
      {weeks.length > 0 && (
        <Section title={t("weeks")} className="max-w-2xl">
          <WeekTable weeks={weeks} />
        </Section>
      )}
    </div>
  );
}
