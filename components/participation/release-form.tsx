import { useTranslations } from "next-intl";

import { Section } from "@/components/shell/section";
import { Form, type FormAction } from "@/components/ui/form";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import type { GradebookView } from "@/lib/participation/gradebook";

/** Tells the students of a course or of a group their scores in one assignment. */
export function ReleaseForm({ action, view: { assignments, groups } }: ReleaseFormProps) {
  const t = useTranslations("gradebook");
  const labels = { assignmentId: t("releaseAssignment"), groupId: t("releaseWhom") };
  return (
    <Section title={t("release")} className="max-w-2xl">
      <p className="mt-3 text-sm text-soft">{t("releaseText")}</p>
      <Form action={action} labels={labels} className="mt-5 space-y-5">
        <div className="grid gap-5 sm:grid-cols-2">
          <Select name="assignmentId">
            {assignments.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
          <Select name="groupId">
            <option value="">{t("releaseAll")}</option>
            {groups.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </div>
        <SubmitButton variant="secondary">{t("release")}</SubmitButton>
      </Form>
    </Section>
  );
}

interface ReleaseFormProps {
  action: FormAction;
  view: GradebookView;
}
