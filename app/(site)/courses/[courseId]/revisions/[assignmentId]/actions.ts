"use server";

import { redirect } from "next/navigation";

import { requireUser } from "@/lib/auth/session";
import { followRevisions } from "@/lib/revisions/pinning";
import { followInput } from "@/lib/revisions/schema";
import { action } from "@/lib/server/action";

export const followAction = action(followInput, async (input) => {
  const user = await requireUser();
  const { courseId } = await followRevisions(user.id, input);
  redirect(`/courses/${courseId}`);
});
