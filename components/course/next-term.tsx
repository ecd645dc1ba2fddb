import type { Route } from "next";
import { useTranslations } from "next-intl";

import { Section } from "@/components/shell/section";
import { Button } from "@/components/ui/button";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Form, type FormAction } from "@/components/ui/form";
import { GoButton } from "@/components/ui/go-button";
import type { CourseView } from "@/lib/courses/present";

/** What becomes of a course when its term is over. */
export function NextTerm({ course, archive }: NextTermProps) {
  const t = useTranslations("courseSettings");
  const shell = useTranslations("shell");
  const { id, isArchived } = course;
  return (
    <Section title={t("nextTerm")}>
      <p className="mt-4 text-sm text-soft">{t("copyText")}</p>
      <div className="mt-3">
        <GoButton to={`/courses/${id}/copy` as Route}>{t("copy")}</GoButton>
      </div>
      <p className="mt-8 text-sm text-soft">{t("exportText")}</p>
      <p className="mt-3">
        <a href={`/api/v1/courses/${id}/export`} download className="prose-link text-sm">
          {t("export")}
        </a>
      </p>
      <p className="mt-8 text-sm text-soft">{t("archiveText")}</p>
      <Form action={archive} className="mt-3">
        <input type="hidden" name="courseId" value={id} />
        <input type="hidden" name="isArchived" value={String(!isArchived)} />
        {isArchived ? (
          <Button type="submit">{t("reopen")}</Button>
        ) : (
          <ConfirmButton
            title={t("archiveTitle")}
            consequence={t("archiveText")}
            confirm={t("archive")}
            cancel={shell("cancel")}
          >
            {t("archive")}
          </ConfirmButton>
        )}
      </Form>
    </Section>
  );
}

interface NextTermProps {
  course: CourseView;
  archive: FormAction;
}
