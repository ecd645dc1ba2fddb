import { useTranslations } from "next-intl";

import { Section } from "@/components/shell/section";
import { Form, type FormAction } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";

/** Makes one more group of a course. */
export function NewGroup({ courseId, create }: { courseId: string; create: FormAction }) {
  const t = useTranslations("groups");
  return (
    <Section title={t("new")}>
      <p className="mt-3 text-xs text-soft">{t("explained")}</p>
      <Form action={create} labels={{ name: t("name") }} className="mt-4 space-y-3">
        <input type="hidden" name="courseId" value={courseId} />
        <Input name="name" autoComplete="off" maxLength={100} required />
        <SubmitButton variant="secondary" size="sm">
          {t("create")}
        </SubmitButton>
      </Form>
    </Section>
  );
}
