import { ChevronLeft, ChevronRight } from "lucide-react";
import type { Route } from "next";
import { useTranslations } from "next-intl";

import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/link-button";
import { Time } from "@/components/ui/time";
import type { CellView } from "@/lib/participation/cell";

/** Whose score it is, what holds, and the way to the students beside. */
export function CellHead({ cell, zone }: { cell: CellView; zone: string }) {
  const t = useTranslations("score");
  const { student, title, points, breakdown, override, released, hasMoved } = cell;
  const { isComplete, parts, grading } = breakdown;
  return (
    <div>
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="font-serif text-xl font-medium wrap-anywhere">
            {t("heading", { name: student.name })}
          </h2>
          <p className="mt-1 text-sm text-soft wrap-anywhere">{title}</p>
        </div>
        <Steps cell={cell} />
      </div>
      <p className="mt-6 flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <span className="font-serif text-3xl tabular-nums">
          {points === null ? t("noPoints") : t("points", { points, maximum: breakdown.maximum })}
        </span>
        {(grading === "complete" || parts.length > 0) && (
          <Badge>{t("complete", { isComplete: String(isComplete) })}</Badge>
        )}
        {hasMoved && <Badge strong>{t("moved")}</Badge>}
      </p>
      <p className="mt-1 text-sm text-soft wrap-anywhere">
        {released
          ? t.rich("releasedAs", {
              points: released.points ?? "–",
              time: () => <Time iso={released.at} zone={zone} />,
            })
          : t("notReleased")}
        {override && (
          <span className="block">
            {t("overridden", { reason: override.reason })}
            {breakdown.points !== null && ` (${t("fromPosts")}: ${breakdown.points})`}
          </span>
        )}
      </p>
    </div>
  );
}

function Steps({ cell: { courseId, assignmentId, previous, next } }: { cell: CellView }) {
  const t = useTranslations("score");
  const at = (userId: string) =>
    `/courses/${courseId}/gradebook/${assignmentId}/${userId}` as Route;
  return (
    <nav aria-label={t("steps")} className="flex max-w-full flex-wrap gap-3">
      {previous && (
        <LinkButton
          href={at(previous.id)}
          aria-label={t("previous", { name: previous.name })}
          className="max-w-44"
        >
          <ChevronLeft aria-hidden="true" className="size-4 shrink-0" />
          <span className="truncate">{previous.name}</span>
        </LinkButton>
      )}
      {next && (
        <LinkButton
          href={at(next.id)}
          aria-label={t("next", { name: next.name })}
          className="max-w-44"
        >
          <span className="truncate">{next.name}</span>
          <ChevronRight aria-hidden="true" className="size-4 shrink-0" />
        </LinkButton>
      )}
    </nav>
  );
}
