import { useTranslations } from "next-intl";

import { Section } from "@/components/shell/section";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Form, type FormAction } from "@/components/ui/form";

/** The way out of a course. */
export function LeaveCourse({ course, leave }: LeaveCourseProps) {
  const t = useTranslations("people");
  const shell = useTranslations("shell");
  return (
    <Section title={t("leave")}>
      <Form action={leave} className="mt-3">
        <input type="hidden" name="courseId" value={course.id} />
        <p className="mb-4 text-sm text-soft">{t("leaveText")}</p>
        <ConfirmButton
          size="sm"
          title={t("leaveTitle", { title: course.title })}
          consequence={t("leaveText")}
          confirm={t("leave")}
          cancel={shell("cancel")}
        >
          {t("leave")}
        </ConfirmButton>
      </Form>
    </Section>
  );
}

interface LeaveCourseProps {
  course: { id: string; title: string };
  leave: FormAction;
}
