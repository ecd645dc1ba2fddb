"use server";

import { redirect } from "next/navigation";

import { requireUser } from "@/lib/auth/session";
import { replaceText } from "@/lib/revisions/draft";
import { replaceTextInput } from "@/lib/revisions/schema";
import { action } from "@/lib/server/action";

export const replaceTextAction = action(replaceTextInput, async (input) => {
  const user = await requireUser();
  await replaceText(user.id, input);
  redirect(`/library/${input.readingId}/publish`);
});
