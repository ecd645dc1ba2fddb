import "server-only";

import { changePreferences } from "@/lib/preferences/mutations";
import { findPreferences } from "@/lib/preferences/queries";
import { USUAL } from "@/lib/preferences/schema";
import { withoutMail } from "./mail-choices";
import { openUnsubscription, type Unsubscription } from "./unsubscription";

/** Ends a kind of mail for the person of the address. Doing it twice is doing it once. @throws NotFound */
export async function unsubscribe(token: string): Promise<Unsubscription> {
  const { userId, subject } = openUnsubscription(token);
  const present = { ...USUAL, ...(await findPreferences(userId)) };
  await changePreferences(userId, withoutMail(subject, present));
  return { userId, subject };
}
