import { useTranslations } from "next-intl";

import { Form, type FormAction } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";

/** Joins a course by the code that its instructor gave out. */
export function JoinForm({ action }: { action: FormAction }) {
  const t = useTranslations("join");
  return (
    <Form action={action} labels={{ code: t("code") }} className="space-y-5">
      <Input
        name="code"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        className="font-mono text-lg tracking-widest uppercase"
        required
      />
      <div className="flex justify-end">
        <SubmitButton>{t("join")}</SubmitButton>
      </div>
    </Form>
  );
}
