"use server";

import { redirect } from "next/navigation";

import { assignReading } from "@/lib/assignments/mutations";
import { assignInput } from "@/lib/assignments/schema";
import { requireUser } from "@/lib/auth/session";
import { action } from "@/lib/server/action";

export const assignReadingAction = action(assignInput, async (input) => {
  const user = await requireUser();
  await assignReading(user.id, input);
  redirect(`/courses/${input.courseId}`);
});
