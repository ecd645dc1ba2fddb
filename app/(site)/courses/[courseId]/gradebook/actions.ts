"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";

import { requireUser } from "@/lib/auth/session";
import { releaseScores } from "@/lib/participation/grading";
import { releaseInput } from "@/lib/participation/schema";
import { action } from "@/lib/server/action";

export const releaseScoresAction = action(releaseInput, async (input) => {
  const user = await requireUser();
  const count = await releaseScores(user.id, input);
  refresh();
  return { message: (await getTranslations("gradebook"))("releasedCount", { count }) };
});
