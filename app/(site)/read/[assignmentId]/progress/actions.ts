"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";

import { requireUser } from "@/lib/auth/session";
import { contestScore } from "@/lib/participation/contests";
import { contestInput } from "@/lib/participation/schema";
import { action } from "@/lib/server/action";

export const contestScoreAction = action(contestInput, async (input) => {
  const user = await requireUser();
  await contestScore(user.id, input);
  refresh();
  return { message: (await getTranslations("score"))("contestSent") };
});
