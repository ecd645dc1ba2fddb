"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";

import { requireUser } from "@/lib/auth/session";
import { changeCourseDiscussion } from "@/lib/courses/discussion";
import { courseDiscussionForm } from "@/lib/courses/schema";
import { action } from "@/lib/server/action";
import { archiveCourse } from "@/lib/terms/mutations";
import { archiveInput } from "@/lib/terms/schema";

export const changeCourseDiscussionAction = action(
  courseDiscussionForm,
  async ({ courseId, ...input }) => {
    const user = await requireUser();
    await changeCourseDiscussion(user.id, courseId, input);
    refresh();
    const t = await getTranslations("courseSettings");
    return { message: t("saved") };
  },
);

export const archiveCourseAction = action(archiveInput, async (input) => {
  const user = await requireUser();
  await archiveCourse(user.id, input);
  refresh();
  const t = await getTranslations("courseSettings");
  return { message: t(input.isArchived ? "archived" : "reopened") };
});
