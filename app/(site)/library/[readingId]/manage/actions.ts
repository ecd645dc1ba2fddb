"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { requireUser } from "@/lib/auth/session";
import { archiveReading, describeReading, removeReading } from "@/lib/readings/managing";
import { archiveReadingInput, describeReadingInput, readingParams } from "@/lib/readings/schema";
import { action } from "@/lib/server/action";

export const describeReadingAction = action(describeReadingInput, async (input) => {
  const user = await requireUser();
  await describeReading(user.id, input);
  return { message: (await getTranslations("manageReading"))("saved") };
});

export const archiveReadingAction = action(archiveReadingInput, async (input) => {
  const user = await requireUser();
  await archiveReading(user.id, input);
  redirect(`/library/${input.readingId}`);
});

export const removeReadingAction = action(readingParams, async ({ readingId }) => {
  const user = await requireUser();
  await removeReading(user.id, readingId);
  redirect("/library");
});
