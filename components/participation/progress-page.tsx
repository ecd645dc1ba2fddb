import { useTranslations } from "next-intl";

import { DueDate } from "@/components/course/due-date";
import { Section } from "@/components/shell/section";
import { Form, type FormAction } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { Time } from "@/components/ui/time";
import type { ProgressView } from "@/lib/participation/progress";
import { ContestList } from "./contest-list";
import { NextChanges } from "./next-changes";
import { ScoreParts } from "./score-parts";
import { ScorePosts } from "./score-posts";

/** All that a student may know of their score: the staff see the same panel. */
export function ProgressPage({ progress, zone, courseZone, contest }: ProgressPageProps) {
  const t = useTranslations("progress");
  const score = useTranslations("score");
  const { assignmentId, breakdown, released, changes, dueAt, wordMinimum, contests } = progress;
  const { points, maximum, isComplete, grading, parts, version } = breakdown;
  return (
    <div className="max-w-2xl space-y-10">
      {released && (
        <Section title={t("yourScore")}>
          <p className="mt-4 font-serif text-2xl tabular-nums">
            {t("told", { points: released.points ?? "–", maximum: released.maximum })}
          </p>
          <p className="mt-1 text-xs text-soft">
            {t.rich("toldAt", {
              time: () => <Time iso={released.at} zone={zone} />,
              version: released.version,
            })}
          </p>
          {points !== null && points !== released.points && (
            <p className="mt-2 text-sm text-soft">{t("since", { points })}</p>
          )}
          {released.feedback && (
            <div className="mt-4 border-s-2 border-accent ps-3 text-sm">
              <p className="text-xs text-soft">{t("feedback")}</p>
              <p className="mt-1 wrap-anywhere whitespace-pre-line">{released.feedback}</p>
            </div>
          )}
          <Tellings progress={progress} zone={zone} />
        </Section>
      )}
      <Section
        title={score("parts")}
        aside={version > 0 ? score("version", { version }) : undefined}
      >
        {dueAt && (
          <p className="mt-3 text-sm">
            {score.rich("due", {
              time: () => <DueDate iso={dueAt} zone={zone} courseZone={courseZone} />,
            })}
          </p>
        )}
        {parts.length > 0 && (
          <p className="mt-3 font-serif text-2xl tabular-nums">
            {grading === "complete" || points === null
              ? t("complete", { isComplete: String(isComplete) })
              : t("now", { points, maximum })}
          </p>
        )}
        <ScoreParts breakdown={breakdown} />
      </Section>
      {parts.length > 0 && (
        <Section title={t("next")}>
          <div className="mt-4">
            <NextChanges changes={changes} />
          </div>
        </Section>
      )}
      <ScorePosts
        breakdown={breakdown}
        assignmentId={assignmentId}
        wordMinimum={wordMinimum}
        zone={zone}
      />
      <Section title={score("contest")}>
        <ContestList contests={contests} zone={zone} />
        {progress.can.contest && (
          <Form
            action={contest}
            labels={{ reason: score("contestReason") }}
            className="mt-4 space-y-4"
          >
            <input type="hidden" name="assignmentId" value={assignmentId} />
            <Textarea name="reason" rows={3} hint={score("contestText")} required />
            <SubmitButton variant="secondary">{score("contestSubmit")}</SubmitButton>
          </Form>
        )}
      </Section>
    </div>
  );
}

/** Every time that it was told, where that was more than once. */
function Tellings({ progress: { tellings }, zone }: { progress: ProgressView; zone: string }) {
  const t = useTranslations("progress");
  if (tellings.length < 2 && !tellings[0]?.reason) return null;
  return (
    <details className="mt-4 text-sm" open>
      <summary className="text-soft">{t("tellings")}</summary>
      <ul className="mt-1">
        {tellings.map(({ id, at, before, after, reason }) => (
          <li key={id} className="border-b border-rule py-2 tabular-nums">
            {t("telling", { before: before ?? "none", after: after ?? "–" })} ·{" "}
            <Time iso={at} zone={zone} />
            {reason && <span className="block text-soft wrap-anywhere">{reason}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface ProgressPageProps {
  progress: ProgressView;
  zone: string;
  courseZone: string;
  contest: FormAction;
}
