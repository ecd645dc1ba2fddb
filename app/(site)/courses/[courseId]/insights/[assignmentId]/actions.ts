"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";

import { requireUser } from "@/lib/auth/session";
import { remindNotBegun } from "@/lib/insight/mutations";
import { remindInput } from "@/lib/insight/schema";
import { action } from "@/lib/server/action";

export const remindAction = action(remindInput, async ({ assignmentId }) => {
  const user = await requireUser();
  const count = await remindNotBegun(user.id, assignmentId);
  refresh();
  return { message: (await getTranslations("insight"))("reminded", { count }) };
});
