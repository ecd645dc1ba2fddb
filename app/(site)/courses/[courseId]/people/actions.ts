"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { requireUser } from "@/lib/auth/session";
import {
  changeRole,
  leaveCourse,
  removePerson,
  restorePerson,
  rotateFeed,
  rotateJoinCode,
} from "@/lib/courses/mutations";
import { changeRoleInput, courseInput, personInput } from "@/lib/courses/schema";
import { action } from "@/lib/server/action";

export const changeRoleAction = action(changeRoleInput, async (input) => {
  const user = await requireUser();
  await changeRole(user.id, input);
  return done("roleChanged");
});

export const removePersonAction = action(personInput, async (input) => {
  const user = await requireUser();
  await removePerson(user.id, input);
  return done("removed");
});

export const restorePersonAction = action(personInput, async (input) => {
  const user = await requireUser();
  await restorePerson(user.id, input);
  return done("restored");
});

export const rotateJoinCodeAction = action(courseInput, async (input) => {
  const user = await requireUser();
  await rotateJoinCode(user.id, input);
  return done("rotated");
});

export const leaveCourseAction = action(courseInput, async (input) => {
  const user = await requireUser();
  await leaveCourse(user.id, input);
  redirect("/home");
});

export const rotateFeedAction = action(courseInput, async (input) => {
  const user = await requireUser();
  await rotateFeed(user.id, input);
  refresh();
  return { message: (await getTranslations("feed"))("made") };
});

export const endFeedAction = action(courseInput, async (input) => {
  const user = await requireUser();
  await rotateFeed(user.id, input, { isEnding: true });
  refresh();
  return { message: (await getTranslations("feed"))("ended") };
});

async function done(sentence: "roleChanged" | "removed" | "restored" | "rotated") {
  refresh();
  const t = await getTranslations("people");
  return { message: t(sentence) };
}
