import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { DiscussionForm } from "@/components/course/discussion-form";
import { Section } from "@/components/shell/section";
import { getAssignment } from "@/lib/assignments/queries";
import { assignmentParams } from "@/lib/assignments/schema";
import { load } from "@/lib/server/page";
import { loadCourse } from "../../load-course";
import { changeDiscussionAction } from "./actions";

type Props = PageProps<"/courses/[courseId]/discussion/[assignmentId]">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("discussionSettings"))("heading") };
}

export default async function DiscussionSettingsPage({ params }: Props) {
  const { courseId, assignmentId } = await params;
  const { user } = await loadCourse(courseId);
  const assignment = await load(() =>
    getAssignment(user.id, assignmentParams.parse({ assignmentId }).assignmentId),
  );
  if (!assignment.can.edit) notFound();
  const t = await getTranslations("discussionSettings");
  return (
    <Section title={t("heading")} className="mt-8 max-w-2xl md:mt-10">
      <p className="mt-4 font-serif text-lg wrap-anywhere">{assignment.title}</p>
      <DiscussionForm assignment={assignment} action={changeDiscussionAction} />
    </Section>
  );
}
