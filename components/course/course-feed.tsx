import { useTranslations } from "next-intl";

import { Section } from "@/components/shell/section";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { CopyButton } from "@/components/ui/copy-button";
import { Form, type FormAction } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { CourseView } from "@/lib/courses/present";

/** The address at which a course's public talk can be followed, and a new one when it leaked. */
export function CourseFeed({ course, host, rotate, end }: CourseFeedProps) {
  const t = useTranslations("feed");
  const shell = useTranslations("shell");
  const { feedSecret } = course;
  const path = `/feeds/${feedSecret}`;
  const id = <input type="hidden" name="courseId" value={course.id} />;
  return (
    <Section title={t("title")}>
      <p className="mt-3 text-sm text-soft">{t("text")}</p>
      {feedSecret && (
        <>
          <p className="mt-4 text-xs text-soft">{t("address")}</p>
          <div className="flex items-center justify-between gap-2">
            <a href={path} className="prose-link min-w-0 text-sm wrap-anywhere">
              {host}
              {path}
            </a>
            <CopyButton path={path} label={t("copy")} />
          </div>
        </>
      )}
      {rotate && (
        <div className="mt-5 flex flex-wrap gap-3">
          <Form action={rotate}>
            {id}
            {feedSecret ? (
              <ConfirmButton
                size="sm"
                title={t("replaceTitle")}
                consequence={t("replaceText")}
                confirm={t("replace")}
                cancel={shell("cancel")}
              >
                {t("replace")}
              </ConfirmButton>
            ) : (
              <SubmitButton size="sm" variant="secondary">
                {t("make")}
              </SubmitButton>
            )}
          </Form>
          {feedSecret && (
            <Form action={end}>
              {id}
              <SubmitButton size="sm" variant="secondary">
                {t("end")}
              </SubmitButton>
            </Form>
          )}
        </div>
      )}
    </Section>
  );
}

interface CourseFeedProps {
  course: Pick<CourseView, "id" | "feedSecret">;
  host: string;
  /** Null for those who may see the address and not replace it. */
  rotate: FormAction | null;
  end: FormAction;
}
