import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { CourseDiscussionForm } from "@/components/course/course-discussion-form";
import { NextTerm } from "@/components/course/next-term";
import { Section } from "@/components/shell/section";
import { getCourseDiscussion } from "@/lib/courses/discussion";
import { load } from "@/lib/server/page";
import { loadCourse } from "../load-course";
import { archiveCourseAction, changeCourseDiscussionAction } from "./actions";

type Props = PageProps<"/courses/[courseId]/settings">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course } = await loadCourse((await params).courseId);
  const t = await getTranslations("courseSettings");
  return { title: t("title", { course: course.title }) };
}

export default async function CourseSettingsPage({ params }: Props) {
  const { user, course } = await loadCourse((await params).courseId);
  const { can } = course;
  if (!can.edit) notFound();
  const discussion = await load(() => getCourseDiscussion(user.id, course.id));
  const t = await getTranslations("courseSettings");
  return (
    <div className="mt-8 max-w-2xl space-y-14 md:mt-10">
      {can.editDiscussion && (
        <Section title={t("discussion")}>
          <CourseDiscussionForm
            courseId={course.id}
            discussion={discussion}
            action={changeCourseDiscussionAction}
          />
          <p className="mt-6 text-xs text-soft">{t("perReading")}</p>
        </Section>
      )}
      <NextTerm course={course} archive={archiveCourseAction} />
    </div>
  );
}
