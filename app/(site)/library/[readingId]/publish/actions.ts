"use server";

import { redirect } from "next/navigation";

import { requireUser } from "@/lib/auth/session";
import { publishRevision } from "@/lib/revisions/publishing";
import { publishInput } from "@/lib/revisions/schema";
import { action } from "@/lib/server/action";

export const publishAction = action(publishInput, async (input) => {
  const user = await requireUser();
  await publishRevision(user.id, input);
  redirect(`/library/${input.readingId}`);
});
