import { beforeEach, expect, test, vi } from "vitest";

import { db } from "@/lib/db";
import { changePreferences } from "@/lib/preferences/mutations";
import { findPreferences, getShownPreferences } from "@/lib/preferences/queries";
import { BROWSER_COOKIE, UNSENT_COOKIE, USUAL, writeKept } from "@/lib/preferences/schema";
import { createUser } from "../../support/factories";

const jar = vi.hoisted(() => new Map<string, string>());

// Reads the cookies of a request of Next's; here are those that it finds in it.
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => ({ value: jar.get(name) }) }),
}));

beforeEach(() => jar.clear());

test("a change leaves alone what it does not name, also when two come at once", async () => {
  const { id } = await createUser();
  await changePreferences(id, { theme: "dark", font: "sans" });
  await Promise.all([
    changePreferences(id, { theme: "sepia" }),
    changePreferences(id, { measure: 48 }),
    changePreferences(id, {}),
  ]);
  expect(await findPreferences(id)).toEqual({ theme: "sepia", font: "sans", measure: 48 });
});

test.each([[["dark"]], ["dark"], [7]])("%j in the database gives way", async (preferences) => {
  const { id } = await createUser({ preferences });
  expect(await findPreferences(id)).toEqual({});
  await changePreferences(id, { theme: "dark" });
  expect(await findPreferences(id)).toEqual({ theme: "dark" });
});

test("nobody else's preferences change", async () => {
  const [ada, ben] = [await createUser(), await createUser()];
  await changePreferences(ada.id, { theme: "dark" });
  expect(await findPreferences(ben.id)).toEqual({});
  expect(await findPreferences(crypto.randomUUID())).toEqual({});
  const { preferences } = await db.user.findUniqueOrThrow({ where: { id: ben.id } });
  expect(preferences).toEqual({});
});

test("a page is shown as the account says, over the browser and under what is on its way", async () => {
  const { id } = await createUser({ preferences: { theme: "dark", font: "sans" } });
  jar.set(BROWSER_COOKIE, writeKept(null, { theme: "sepia", measure: 48 }));
  jar.set(UNSENT_COOKIE, writeKept(id, { font: "dyslexic" }));
  const shown = { ...USUAL, theme: "dark", font: "dyslexic", measure: 48 };
  expect(await getShownPreferences(id)).toEqual(shown);

  const other = await createUser();
  expect(await getShownPreferences(other.id)).toEqual({ ...USUAL, theme: "sepia", measure: 48 });
});

test("whoever is not signed in sees what this browser was told", async () => {
  expect(await getShownPreferences(null)).toEqual(USUAL);
  jar.set(BROWSER_COOKIE, writeKept(null, { theme: "contrast" }));
  expect(await getShownPreferences(null)).toEqual({ ...USUAL, theme: "contrast" });
});
