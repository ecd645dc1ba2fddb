"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";

import { pauseDiscussion } from "@/lib/assignments/discussion";
import { editAssignmentInput, pauseForm } from "@/lib/assignments/schema";
import { requireUser } from "@/lib/auth/session";
import { editAssignment } from "@/lib/participation/editing";
import { extendDates } from "@/lib/participation/extensions";
import { extensionInput } from "@/lib/participation/schema";
import { action } from "@/lib/server/action";

export const editAssignmentAction = action(editAssignmentInput, async (input) => {
  const user = await requireUser();
  await editAssignment(user.id, input);
  refresh();
  return { message: (await getTranslations("assign"))("saved") };
});

export const extendDatesAction = action(extensionInput, async (input) => {
  const user = await requireUser();
  await extendDates(user.id, input);
  refresh();
  return { message: (await getTranslations("assign"))("extended") };
});

export const pauseAction = action(pauseForm, async ({ assignmentId, isPaused }) => {
  const user = await requireUser();
  await pauseDiscussion(user.id, assignmentId, { isPaused });
  refresh();
  return { message: (await getTranslations("assign"))(isPaused ? "paused" : "goesOn") };
});
