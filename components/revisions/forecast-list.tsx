import { useTranslations } from "next-intl";

import { EmptyState } from "@/components/ui/empty-state";
import type { Forecast } from "@/lib/revisions/forecast";
import { AssignmentForecastView } from "./assignment-forecast";

/** What publishing does to the notes of every course that follows the reading. */
export function ForecastList({ forecast, path }: { forecast: Forecast; path: string }) {
  const t = useTranslations("revisions.publish");
  const { assignments, hiddenCount } = forecast;
  if (assignments.length + hiddenCount === 0) {
    return <EmptyState title={t("noCourses")}>{t("noCoursesText")}</EmptyState>;
  }
  return (
    <div className="space-y-10">
      {assignments.map((assignment) => (
        <AssignmentForecastView key={assignment.assignmentId} forecast={assignment} path={path} />
      ))}
      {hiddenCount > 0 && (
        <p className="text-sm text-soft">{t("hidden", { count: hiddenCount })}</p>
      )}
      <p className="max-w-prose text-sm text-soft">{t("private")}</p>
    </div>
  );
}
