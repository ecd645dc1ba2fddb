import { useTranslations } from "next-intl";

import { Section } from "@/components/shell/section";
import { Button } from "@/components/ui/button";
import { Form, type FormAction } from "@/components/ui/form";

/** Pauses an assignment's discussion, or lets it go on. */
export function PauseForm({ assignmentId, isPaused, action }: PauseFormProps) {
  const t = useTranslations("assign");
  return (
    <Section title={t("pauseTitle")} className="mt-12">
      <p className="mt-3 text-sm text-soft">{t(isPaused ? "pausedText" : "pauseText")}</p>
      <Form action={action} className="mt-3">
        <input type="hidden" name="assignmentId" value={assignmentId} />
        <input type="hidden" name="isPaused" value={String(!isPaused)} />
        <Button type="submit">{t(isPaused ? "goOn" : "pause")}</Button>
      </Form>
    </Section>
  );
}

interface PauseFormProps {
  assignmentId: string;
  isPaused: boolean;
  action: FormAction;
}
