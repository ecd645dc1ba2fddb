"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";

import { demoInput, returnPath, signInInput } from "@/lib/auth/schema";
import { signInAsDemo, signInWithPassword } from "@/lib/auth/sign-in";
import { action } from "@/lib/server/action";

export const signInAction = action(signInInput, async ({ return: back, ...credentials }) => {
  await signInWithPassword(credentials);
  redirect(returnPath(back) as Route);
});

export const signInAsDemoAction = action(demoInput, async ({ label, return: back }) => {
  await signInAsDemo(label);
  redirect(returnPath(back) as Route);
});
