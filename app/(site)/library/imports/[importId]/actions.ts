"use server";

import { redirect } from "next/navigation";

import { requireUser } from "@/lib/auth/session";
import { cancelImport, keepImport } from "@/lib/imports/mutations";
import { importParams, keepImportInput } from "@/lib/imports/schema";
import { action } from "@/lib/server/action";

export const keepImportAction = action(keepImportInput, async (input) => {
  const user = await requireUser();
  const { id } = await keepImport(user.id, input);
  redirect(`/library/${id}`);
});

export const cancelImportAction = action(importParams, async ({ importId }) => {
  const user = await requireUser();
  await cancelImport(user.id, importId);
  redirect("/library/new");
});
