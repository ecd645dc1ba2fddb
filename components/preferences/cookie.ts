import { type PreferenceChanges, readKept, writeKept } from "@/lib/preferences/schema";

const A_YEAR = 365 * 24 * 60 * 60;

/** What this browser keeps under a cookie's name for one person, or for nobody. */
export function recallKept(name: string, personId: string | null): PreferenceChanges {
  const pair = document.cookie.split("; ").find((each) => each.startsWith(`${name}=`));
  return readKept(pair?.slice(name.length + 1), personId);
}

/** Keeps changes in this browser, where the server reads them with the next page. */
export function keepChanges(
  name: string,
  personId: string | null,
  changes: PreferenceChanges,
): void {
  const isEmpty = Object.keys(changes).length === 0;
  const value = isEmpty ? "" : writeKept(personId, changes);
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${name}=${value}; path=/; max-age=${isEmpty ? 0 : A_YEAR}; samesite=lax`;
}
