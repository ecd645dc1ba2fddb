import "server-only";

import { db } from "@/lib/db";
import { countAttempt, forgetAttempts, forgiveAttempt } from "./limits";
import { verifyPassword } from "./password";
import type { SignInInput } from "./schema";

/** What a session is made from. */
export interface Identity {
  id: string;
  sessionEpoch: number;
}

/**
 * Who signs in with this email and password from this address; null when they do not match.
 *
 * Answers alike, in the same time, whether the account is missing or the password wrong.
 * Attempts are counted before the password is looked at, by account and by address; a right
 * password takes its own attempts back.
 *
 * @throws TooMany
 */
export async function verifyCredentials(
  { email, password }: Pick<SignInInput, "email" | "password">,
  address: string,
): Promise<Identity | null> {
  await countAttempt("address", address);
  await countAttempt("account", email);
  const user = await db.user.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, sessionEpoch: true },
  });
  const isRight = await verifyPassword(user?.passwordHash ?? null, password);
  if (!user || !isRight) return null;

  await Promise.all([forgetAttempts("account", email), forgiveAttempt("address", address)]);
  return { id: user.id, sessionEpoch: user.sessionEpoch };
}
