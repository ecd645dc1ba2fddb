import "server-only";

import { db } from "@/lib/db";
import { Conflict, Invalid } from "@/lib/errors";
import { publishAccessEnded } from "@/lib/events/access";
import { Prisma } from "@/prisma/generated/client";
import { countAttempt } from "./limits";
import { hashPassword, isCommonPassword } from "./password";
import type { SignUpInput } from "./schema";

/**
 * Makes an account. The password is hashed before the email is looked at, so that the time of
 * the answer is the same for a taken email.
 *
 * @throws Invalid for a password among the most common ones
 * @throws Conflict when the email has an account
 * @throws TooMany
 */
export async function signUp(
  { email, name, password, timeZone }: Omit<SignUpInput, "return">,
  address: string,
): Promise<{ id: string }> {
  if (isCommonPassword(password)) throw new Invalid("passwordCommon", { field: "password" });
  await countAttempt("signUp", address);
  const passwordHash = await hashPassword(password);
  try {
    return await db.user.create({
      data: { email, name, passwordHash, timeZone: timeZone ?? "UTC" },
      select: { id: true },
    });
  } catch (error) {
    const isTaken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
    if (isTaken) throw new Conflict("emailTaken", { field: "email" });
    throw error;
  }
}

/** Ends every session of a person at once, open streams included. */
export async function signOutEverywhere(userId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { sessionEpoch: { increment: 1 } } });
    await publishAccessEnded(tx, { userId });
  });
}
