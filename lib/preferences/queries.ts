import "server-only";

import { cookies } from "next/headers";

import { db } from "@/lib/db";
import {
  BROWSER_COOKIE,
  type PreferenceChanges,
  type Preferences,
  readChanges,
  readKept,
  UNSENT_COOKIE,
  USUAL,
} from "./schema";

/** What a person has chosen, as far as it can be understood; nothing for an unknown person. */
export async function findPreferences(userId: string): Promise<PreferenceChanges> {
  const user = await db.user.findUnique({
    where: { id: userId },
    select: { preferences: true },
  });
  return readChanges(user?.preferences);
}

/**
 * How this request's page is to be shown: what the account says, over what this browser was told
 * while nobody was signed in, and under what it could not send to the account yet.
 */
export async function getShownPreferences(userId: string | null): Promise<Preferences> {
  const jar = await cookies();
  const inBrowser = readKept(jar.get(BROWSER_COOKIE)?.value, null);
  if (!userId) return { ...USUAL, ...inBrowser };
  const unsent = readKept(jar.get(UNSENT_COOKIE)?.value, userId);
  return { ...USUAL, ...inBrowser, ...(await findPreferences(userId)), ...unsent };
}
