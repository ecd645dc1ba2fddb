"use server";

import { getTranslations } from "next-intl/server";

import { requireUser } from "@/lib/auth/session";
import { takeDownInput } from "@/lib/readings/schema";
import { takeDown } from "@/lib/readings/takedown";
import { action } from "@/lib/server/action";

export const takeDownAction = action(takeDownInput, async (input) => {
  const user = await requireUser();
  const { title } = await takeDown(user.id, input);
  return { message: (await getTranslations("takedown"))("done", { title }) };
});
