import { useTranslations } from "next-intl";

import { Checkbox } from "@/components/ui/checkbox";
import { Form, type FormAction } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import type { AssignmentView } from "@/lib/assignments/present";

/** How people write in one assignment. */
export function DiscussionForm({ assignment, action }: DiscussionFormProps) {
  const t = useTranslations("discussionSettings");
  const { audienceDefault, anonymityAllowed, wordMinimum, isPaused } = assignment.discussion;
  const labels = {
    audienceDefault: t("audienceDefault"),
    anonymityAllowed: t("anonymityAllowed"),
    wordMinimum: t("wordMinimum"),
    isPaused: t("isPaused"),
  };
  return (
    <Form action={action} labels={labels} className="mt-6 space-y-6">
      <input type="hidden" name="assignmentId" value={assignment.id} />
      <Select
        name="audienceDefault"
        key={audienceDefault}
        defaultValue={audienceDefault}
        hint={t("audienceHint")}
      >
        {(["COURSE", "GROUP", "INSTRUCTORS"] as const).map((audience) => (
          <option key={audience} value={audience}>
            {t("audience", { audience })}
          </option>
        ))}
      </Select>
      <Input
        name="wordMinimum"
        type="number"
        inputMode="numeric"
        min={0}
        max={2000}
        key={wordMinimum}
        defaultValue={wordMinimum}
        hint={t("wordMinimumHint")}
        className="max-w-32 tabular-nums"
      />
      <Checkbox
        name="anonymityAllowed"
        defaultChecked={anonymityAllowed}
        hint={t("anonymityHint")}
      />
      <Checkbox name="isPaused" defaultChecked={isPaused} hint={t("pausedHint")} />
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}

interface DiscussionFormProps {
  assignment: AssignmentView;
  action: FormAction;
}
