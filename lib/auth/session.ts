import "server-only";

import { cache } from "react";

import { db } from "@/lib/db";
import { Unauthenticated } from "@/lib/errors";
import { auth } from "./auth";

/** The person who is signed in. */
export interface SessionUser {
  id: string;
  name: string;
  email: string;
  timeZone: string;
  locale: string;
}

/**
 * The person behind this request, or null. Looked up once a request.
 *
 * The token alone is not believed: the account must exist and the token must carry its present
 * session epoch, so that signing out everywhere works at once.
 */
export const findUser = cache(async (): Promise<SessionUser | null> => {
  const session = await auth();
  if (!session?.subject) return null;
  const user = await db.user.findUnique({
    where: { id: session.subject },
    select: { id: true, name: true, email: true, timeZone: true, locale: true, sessionEpoch: true },
  });
  if (!user || user.sessionEpoch !== session.epoch) return null;
  const { sessionEpoch: _, ...person } = user;
  return person;
});

/** The person behind this request. @throws Unauthenticated when there is none */
export async function requireUser(): Promise<SessionUser> {
  const user = await findUser();
  if (!user) throw new Unauthenticated();
  return user;
}
