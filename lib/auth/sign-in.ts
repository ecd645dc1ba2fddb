import "server-only";

import { AuthError } from "next-auth";

import { env } from "@/lib/env";
import { Invalid, NotFound, TooMany } from "@/lib/errors";
import { demoAccounts } from "@/prisma/demo/people";
import { signIn, signOut, TooManyAttempts } from "./auth";
import type { DEMO_LABELS, SignInInput } from "./schema";

type Credentials = Pick<SignInInput, "email" | "password">;

/**
 * Signs in here by setting the session cookie of this response.
 *
 * @throws Invalid when email and password do not match
 * @throws TooMany
 */
export async function signInWithPassword({ email, password }: Credentials): Promise<void> {
  try {
    await signIn("credentials", { email, password, redirect: false });
  } catch (error) {
    if (error instanceof TooManyAttempts) {
      throw new TooMany("tooManyAttempts", Number(error.code.split("-").at(-1)));
    }
    if (error instanceof AuthError && error.type === "CredentialsSignin") {
      throw new Invalid("wrongCredentials");
    }
    throw error;
  }
}

/** Signs in as one of the demo's people, through the ordinary door. @throws NotFound without demo mode */
export async function signInAsDemo(label: (typeof DEMO_LABELS)[number]): Promise<void> {
  const account = demoAccounts.find((each) => each.label === label);
  if (!env.DEMO || !account) throw new NotFound("demoOff");
  await signInWithPassword(account);
}

/** Ends the session of this browser. */
export async function signOutHere(): Promise<void> {
  await signOut({ redirect: false });
}
