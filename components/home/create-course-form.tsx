import { useTranslations } from "next-intl";

import { Form, type FormAction } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { ZoneSelect } from "@/components/ui/zone-select";

/** Makes a course. `zones` is for a page that has to work without script. */
export function CreateCourseForm({ action, timeZone, zones }: CreateCourseFormProps) {
  const t = useTranslations("home");
  const labels = { title: t("courseTitle"), term: t("term"), timeZone: t("timeZone") };
  return (
    <Form action={action} labels={labels} className="space-y-5">
      <Input name="title" autoComplete="off" required />
      <Input name="term" autoComplete="off" hint={t("termHint")} isOptional />
      <ZoneSelect name="timeZone" hint={t("timeZoneHint")} zone={timeZone} zones={zones} />
      <div className="flex justify-end">
        <SubmitButton>{t("createSubmit")}</SubmitButton>
      </div>
    </Form>
  );
}

interface CreateCourseFormProps {
  action: FormAction;
  timeZone: string;
  zones?: string[];
}
