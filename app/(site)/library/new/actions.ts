"use server";

import { redirect } from "next/navigation";

import { requireUser } from "@/lib/auth/session";
import { startImportFrom } from "@/lib/imports/mutations";
import { importAddressInput } from "@/lib/imports/schema";
import { hurryImport } from "@/lib/jobs";
import { addReading } from "@/lib/readings/mutations";
import { previewReading } from "@/lib/readings/preview";
import { addReadingInput, previewReadingInput } from "@/lib/readings/schema";
import { action } from "@/lib/server/action";
import { countUpload } from "@/lib/server/limit";

export const addReadingAction = action(addReadingInput, async (input) => {
  const user = await requireUser();
  const { id } = await addReading(user.id, input);
  redirect(`/library/${id}`);
});

export const importAddressAction = action(importAddressInput, async ({ address }) => {
  const user = await requireUser();
  await countUpload(user.id);
  const { id } = await startImportFrom(user.id, address);
  await hurryImport(id);
  redirect(`/library/imports/${id}`);
});

export async function previewReadingAction(format: string, text: string) {
  await requireUser();
  return previewReading(previewReadingInput.parse({ format, text }));
}
