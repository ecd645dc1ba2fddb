import { useTranslations } from "next-intl";

import { cityOf } from "@/components/course/due-date";
import { Section } from "@/components/shell/section";
import { Form, type FormAction } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { Time } from "@/components/ui/time";
import type { CellView } from "@/lib/participation/cell";

/** What the staff may do with one score. */
export interface CellActions {
  override: FormAction;
  feedback: FormAction;
  release: FormAction;
  withdraw: FormAction;
  extend: FormAction;
  answer: FormAction;
}

/** Releasing, other points, feedback, other dates. Each form names the version that was looked at. */
export function CellForms({ cell, actions, zone, courseZone }: CellFormsProps) {
  const t = useTranslations("score");
  const shell = useTranslations("shell");
  const { released, hasNews, override, feedback, version, dates, extension } = cell;
  const { dueAt, closesAt } = dates;
  return (
    <div className="space-y-10">
      <div className="flex flex-wrap gap-3">
        {hasNews && (
          <Form action={actions.release}>
            <Whose cell={cell} />
            <SubmitButton>{t(released ? "releaseAgain" : "release")}</SubmitButton>
          </Form>
        )}
        {released && (
          <Form action={actions.withdraw}>
            <Whose cell={cell} />
            <SubmitButton variant="quiet">{t("withdraw")}</SubmitButton>
          </Form>
        )}
      </div>
      <Section title={t("override")}>
        <Form
          key={`override-${version}`}
          action={actions.override}
          labels={{ points: t("overridePoints"), reason: t("reasonField") }}
          className="mt-4 space-y-4"
        >
          <Whose cell={cell} version={version} />
          <Input
            name="points"
            inputMode="decimal"
            autoComplete="off"
            defaultValue={override?.points}
            hint={t("overrideText")}
            className="max-w-28 tabular-nums"
          />
          <Input name="reason" autoComplete="off" defaultValue={override?.reason} required />
          <SubmitButton variant="secondary">{t("overrideSave")}</SubmitButton>
        </Form>
      </Section>
      <Section title={t("feedback")}>
        <Form
          key={`feedback-${version}`}
          action={actions.feedback}
          labels={{ feedback: t("feedback") }}
          className="mt-4 space-y-4"
        >
          <Whose cell={cell} version={version} />
          <Textarea name="feedback" rows={4} defaultValue={feedback} hint={t("feedbackHint")} />
          <SubmitButton variant="secondary">{t("feedbackSave")}</SubmitButton>
        </Form>
      </Section>
      <Section title={t("dates")}>
        <p className="mt-3 text-sm">
          {dueAt ? t.rich("due", { time: () => <Time iso={dueAt} zone={zone} /> }) : t("noDates")}
          {closesAt && (
            <span className="block text-soft">
              {t.rich("closes", { time: () => <Time iso={closesAt} zone={zone} /> })}
            </span>
          )}
        </p>
        <Form
          action={actions.extend}
          labels={{ dueAt: t("dueField"), closesAt: t("closesField") }}
          className="mt-4 space-y-4"
        >
          <Whose cell={cell} />
          <Input name="dueAt" type="datetime-local" defaultValue={extension.dueAt} isOptional />
          <Input
            name="closesAt"
            type="datetime-local"
            defaultValue={extension.closesAt}
            hint={t("extendHint", { zone: shell("zoneTime", { city: cityOf(courseZone) }) })}
            isOptional
          />
          <SubmitButton variant="secondary">{t("extend")}</SubmitButton>
        </Form>
      </Section>
    </div>
  );
}

function Whose({ cell, version }: { cell: CellView; version?: number }) {
  return (
    <>
      <input type="hidden" name="assignmentId" value={cell.assignmentId} />
      <input type="hidden" name="userId" value={cell.student.userId} />
      {version !== undefined && <input type="hidden" name="version" value={version} />}
    </>
  );
}

interface CellFormsProps {
  cell: CellView;
  actions: CellActions;
  zone: string;
  courseZone: string;
}
