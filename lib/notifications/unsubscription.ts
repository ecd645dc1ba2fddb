import "server-only";

import { createHmac, timingSafeEqual } from "node:crypto";

import { env } from "@/lib/env";
import { NotFound } from "@/lib/errors";
import { MAIL_SUBJECTS, type MailSubject } from "./mail-choices";

/** Who wants no more mail about what: all that such an address can say. */
export interface Unsubscription {
  userId: string;
  subject: MailSubject;
}

/**
 * The secret part of the address that ends a kind of mail for one person. It needs no session,
 * because a mail is read where nobody is signed in, and can do nothing else.
 */
export function sealUnsubscription({ userId, subject }: Unsubscription): string {
  return `${userId}.${subject}.${macOf({ userId, subject })}`;
}

/** What such an address says. @throws NotFound when we did not make it */
export function openUnsubscription(token: string): Unsubscription {
  const [userId = "", name, mac = ""] = token.split(".");
  const subject = MAIL_SUBJECTS.find((each) => each === name);
  if (!subject) throw new NotFound();
  const expected = Buffer.from(macOf({ userId, subject }));
  const given = Buffer.from(mac);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new NotFound();
  return { userId, subject };
}

function macOf({ userId, subject }: Unsubscription): string {
  const key = `unsubscribe ${env.AUTH_SECRET}`;
  return createHmac("sha256", key).update(`${userId} ${subject}`).digest("base64url");
}
