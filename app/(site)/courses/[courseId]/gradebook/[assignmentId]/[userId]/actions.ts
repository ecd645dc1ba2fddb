"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";

import { requireUser } from "@/lib/auth/session";
import { answerContest } from "@/lib/participation/contests";
import { extendDates } from "@/lib/participation/extensions";
import {
  giveFeedback,
  overrideScore,
  releaseScores,
  withdrawScore,
} from "@/lib/participation/grading";
import {
  answerInput,
  extensionInput,
  feedbackInput,
  overrideInput,
  releaseOneInput,
} from "@/lib/participation/schema";
import { action } from "@/lib/server/action";

export const overrideScoreAction = action(overrideInput, async (input) => {
  await overrideScore((await requireUser()).id, input);
  refresh();
  return { message: (await getTranslations("score"))("overrideSaved") };
});

export const giveFeedbackAction = action(feedbackInput, async (input) => {
  await giveFeedback((await requireUser()).id, input);
  refresh();
  return { message: (await getTranslations("score"))("feedbackSaved") };
});

export const releaseScoreAction = action(releaseOneInput, async ({ assignmentId, userId }) => {
  const user = await requireUser();
  await releaseScores(user.id, { assignmentId, groupId: null, studentId: userId });
  refresh();
  return { message: (await getTranslations("score"))("released") };
});

export const withdrawScoreAction = action(releaseOneInput, async (input) => {
  await withdrawScore((await requireUser()).id, input);
  refresh();
  return { message: (await getTranslations("score"))("withdrawn") };
});

export const extendDatesAction = action(extensionInput, async (input) => {
  await extendDates((await requireUser()).id, input);
  refresh();
  return { message: (await getTranslations("score"))("extended") };
});

export const answerContestAction = action(answerInput, async (input) => {
  await answerContest((await requireUser()).id, input);
  refresh();
  return { message: (await getTranslations("score"))("answerSaved") };
});
