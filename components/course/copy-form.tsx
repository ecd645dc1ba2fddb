import { useFormatter, useTranslations } from "next-intl";

import { Checkbox } from "@/components/ui/checkbox";
import { Form, type FormAction } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import type { CopySource } from "@/lib/terms/queries";

/** Makes a course after the pattern of another. */
export function CopyForm({ source, action }: { source: CopySource; action: FormAction }) {
  const t = useTranslations("copy");
  const format = useFormatter();
  const { id, title, firstDay, noteCount } = source;
  const labels = {
    title: t("title"),
    term: t("term"),
    firstDay: t("firstDay"),
    withNotes: t("withNotes"),
  };
  const day = (iso: string) =>
    format.dateTime(new Date(`${iso}T00:00:00Z`), { dateStyle: "long", timeZone: "UTC" });
  return (
    <Form action={action} labels={labels} className="mt-6 space-y-6">
      <input type="hidden" name="courseId" value={id} />
      <Input name="title" defaultValue={title} autoComplete="off" required />
      <Input name="term" autoComplete="off" isOptional />
      {firstDay && (
        <Input
          name="firstDay"
          type="date"
          hint={t("firstDayHint", { day: day(firstDay) })}
          isOptional
        />
      )}
      <Checkbox
        name="withNotes"
        defaultChecked={noteCount > 0}
        hint={t("withNotesHint", { count: noteCount })}
      />
      <SubmitButton>{t("submit")}</SubmitButton>
    </Form>
  );
}
