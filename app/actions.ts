"use server";

import { redirect } from "next/navigation";

import { signOutEverywhere } from "@/lib/auth/mutations";
import { findUser } from "@/lib/auth/session";
import { signOutHere } from "@/lib/auth/sign-in";

export async function signOutAction(): Promise<void> {
  await signOutHere();
  redirect("/");
}

/** For somebody who forgot to sign out on another machine: ends that session too, and all others. */
export async function signOutEverywhereAction(): Promise<void> {
  const user = await findUser();
  if (user) await signOutEverywhere(user.id);
  await signOutHere();
  redirect("/");
}
