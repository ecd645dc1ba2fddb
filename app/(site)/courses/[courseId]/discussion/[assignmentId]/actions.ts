"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";

import { changeDiscussion } from "@/lib/assignments/discussion";
import { discussionForm } from "@/lib/assignments/schema";
import { requireUser } from "@/lib/auth/session";
import { action } from "@/lib/server/action";

export const changeDiscussionAction = action(
  discussionForm,
  async ({ assignmentId, ...settings }) => {
    const user = await requireUser();
    await changeDiscussion(user.id, assignmentId, settings);
    refresh();
    const t = await getTranslations("discussionSettings");
    return { message: t("saved") };
  },
);
