import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { CourseDiscussionForm } from "@/components/course/course-discussion-form";
import { Section } from "@/components/shell/section";
import { getCourseDiscussion } from "@/lib/courses/discussion";
import { load } from "@/lib/server/page";
import { loadCourse } from "../load-course";
import { changeCourseDiscussionAction } from "./actions";

type Props = PageProps<"/courses/[courseId]/settings">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course } = await loadCourse((await params).courseId);
  const t = await getTranslations("courseSettings");
  return { title: t("title", { course: course.title }) };
}

export default async function CourseSettingsPage({ params }: Props) {
  const { user, course } = await loadCourse((await params).courseId);
  if (!course.can.editDiscussion) notFound();
  const discussion = await load(() => getCourseDiscussion(user.id, course.id));
  const t = await getTranslations("courseSettings");
  return (
    <Section title={t("discussion")} className="mt-8 max-w-2xl md:mt-10">
      <CourseDiscussionForm
        courseId={course.id}
        discussion={discussion}
        action={changeCourseDiscussionAction}
      />
      <p className="mt-6 text-xs text-soft">{t("perReading")}</p>
    </Section>
  );
}
