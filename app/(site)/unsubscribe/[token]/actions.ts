"use server";

import { redirect } from "next/navigation";

import { unsubscribeInput } from "@/lib/notifications/schema";
import { unsubscribe } from "@/lib/notifications/unsubscribe";
import { action } from "@/lib/server/action";

export const unsubscribeAction = action(unsubscribeInput, async ({ token }) => {
  await unsubscribe(token);
  redirect(`/unsubscribe/${encodeURIComponent(token)}?done`);
});
