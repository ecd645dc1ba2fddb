"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";

import { requireUser } from "@/lib/auth/session";
import { createGroup, deleteGroup, movePeople, renameGroup } from "@/lib/courses/groups";
import {
  createGroupInput,
  groupInput,
  type MovePeopleInput,
  movePeopleForm,
  moveToGroupForm,
  renameGroupInput,
} from "@/lib/courses/schema";
import { action } from "@/lib/server/action";

export const createGroupAction = action(createGroupInput, async ({ courseId, name }) => {
  const user = await requireUser();
  await createGroup(user.id, courseId, { name });
  return done("created");
});

export const renameGroupAction = action(renameGroupInput, async ({ groupId, name }) => {
  const user = await requireUser();
  await renameGroup(user.id, groupId, { name });
  return done("renamed");
});

export const deleteGroupAction = action(groupInput, async ({ groupId }) => {
  const user = await requireUser();
  await deleteGroup(user.id, groupId);
  return done("deleted");
});

export const moveToGroupAction = action(moveToGroupForm, move);
export const movePeopleAction = action(movePeopleForm, move);

async function move(input: MovePeopleInput) {
  const user = await requireUser();
  await movePeople(user.id, input);
  return done(input.moves.some(({ groupId }) => groupId !== null) ? "moved" : "takenOut");
}

async function done(sentence: "created" | "renamed" | "deleted" | "moved" | "takenOut") {
  refresh();
  const t = await getTranslations("groups");
  return { message: t(sentence) };
}
