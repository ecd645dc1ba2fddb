"use server";

import { redirect } from "next/navigation";

import { requireUser } from "@/lib/auth/session";
import { addReading } from "@/lib/readings/mutations";
import { previewReading } from "@/lib/readings/preview";
import { addReadingInput, previewReadingInput } from "@/lib/readings/schema";
import { action } from "@/lib/server/action";

export const addReadingAction = action(addReadingInput, async (input) => {
  const user = await requireUser();
  const { id } = await addReading(user.id, input);
  redirect(`/library/${id}`);
});

export async function previewReadingAction(format: string, text: string) {
  await requireUser();
  return previewReading(previewReadingInput.parse({ format, text }));
}
