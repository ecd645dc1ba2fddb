"use server";

import type { Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";

import { clientAddress } from "@/lib/auth/address";
import { signUp } from "@/lib/auth/mutations";
import { returnPath, signUpInput } from "@/lib/auth/schema";
import { signInWithPassword } from "@/lib/auth/sign-in";
import { action } from "@/lib/server/action";

export const signUpAction = action(signUpInput, async ({ return: back, ...account }) => {
  await signUp(account, clientAddress(await headers()));
  await signInWithPassword(account);
  redirect(returnPath(back) as Route);
});
