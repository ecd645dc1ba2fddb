import { useTranslations } from "next-intl";

import { DialogButton } from "@/components/ui/dialog-button";
import type { FormAction } from "@/components/ui/form";
import { CreateCourseForm } from "./create-course-form";
import { JoinForm } from "./join-form";

/** The two ways into a course. */
export function CourseDoors({ join, create, timeZone }: CourseDoorsProps) {
  const t = useTranslations("home");
  const joining = useTranslations("join");
  return (
    <>
      <DialogButton
        to="/join"
        label={t("join")}
        title={joining("heading")}
        description={joining("lead")}
      >
        <JoinForm action={join} />
      </DialogButton>
      <DialogButton
        to="/courses/new"
        label={t("create")}
        title={t("createHeading")}
        description={t("createLead")}
      >
        <CreateCourseForm action={create} timeZone={timeZone} />
      </DialogButton>
    </>
  );
}

interface CourseDoorsProps {
  join: FormAction;
  create: FormAction;
  timeZone: string;
}
