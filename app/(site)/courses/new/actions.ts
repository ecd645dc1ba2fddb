"use server";

import { redirect } from "next/navigation";

import { requireUser } from "@/lib/auth/session";
import { createCourse } from "@/lib/courses/mutations";
import { createCourseInput } from "@/lib/courses/schema";
import { action } from "@/lib/server/action";

export const createCourseAction = action(createCourseInput, async (input) => {
  const user = await requireUser();
  const { id } = await createCourse(user.id, input);
  redirect(`/courses/${id}`);
});
