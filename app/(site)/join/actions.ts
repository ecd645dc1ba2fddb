"use server";

import { redirect } from "next/navigation";

import { requireUser } from "@/lib/auth/session";
import { joinCourse } from "@/lib/courses/mutations";
import { joinInput } from "@/lib/courses/schema";
import { action } from "@/lib/server/action";

export const joinCourseAction = action(joinInput, async (input) => {
  const user = await requireUser();
  const { id } = await joinCourse(user.id, input);
  redirect(`/courses/${id}`);
});
