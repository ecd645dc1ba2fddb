"use server";

import { redirect } from "next/navigation";

import { requireUser } from "@/lib/auth/session";
import { action } from "@/lib/server/action";
import { copyCourse } from "@/lib/terms/mutations";
import { copyCourseInput } from "@/lib/terms/schema";

export const copyCourseAction = action(copyCourseInput, async (input) => {
  const user = await requireUser();
  const { id } = await copyCourse(user.id, input);
  redirect(`/courses/${id}`);
});
