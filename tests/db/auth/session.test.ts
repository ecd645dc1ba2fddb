import { beforeEach, expect, test, vi } from "vitest";

import { auth } from "@/lib/auth/auth";
import { signOutEverywhere } from "@/lib/auth/mutations";
import { findUser, requireUser } from "@/lib/auth/session";
import { db } from "@/lib/db";
import { Unauthenticated } from "@/lib/errors";
import { createUser, type Person } from "../../support/factories";

// Reads the cookie of a request of Next's; here is what it finds in it.
vi.mock("@/lib/auth/auth", () => ({ auth: vi.fn() }));

let ada: Person;

beforeEach(async () => {
  ada = await createUser({ name: "Ada", timeZone: "Asia/Tokyo" });
});

/** Comes with a session that was signed for an account at some epoch, or without any. */
function comeAs(session: { subject?: string; epoch?: number } | null) {
  vi.mocked(auth as () => Promise<unknown>).mockResolvedValue(session);
}

test("a session names its person, without what is nobody's business", async () => {
  comeAs({ subject: ada.id, epoch: 0 });
  const { id, name, email, timeZone, locale } = ada;
  expect(await requireUser()).toEqual({ id, name, email, timeZone, locale });
});

test("signing out everywhere ends every session that there is, and none that comes after", async () => {
  await signOutEverywhere(ada.id);
  comeAs({ subject: ada.id, epoch: 0 });
  expect(await findUser()).toBeNull();
  await expect(requireUser()).rejects.toThrow(Unauthenticated);

  comeAs({ subject: ada.id, epoch: 1 });
  expect(await requireUser()).toMatchObject({ id: ada.id });
});

test.each([
  ["no session", () => null],
  ["a session without a person", () => ({ epoch: 0 })],
  ["a session without an epoch", () => ({ subject: ada.id })],
  ["a session of an epoch to come", () => ({ subject: ada.id, epoch: 1 })],
  ["a session of somebody who is no more", () => ({ subject: crypto.randomUUID(), epoch: 0 })],
])("%s is nobody", async (_, session) => {
  comeAs(session());
  expect(await findUser()).toBeNull();
  await expect(requireUser()).rejects.toThrow(Unauthenticated);
});

test("an account that is deleted is nobody from then on", async () => {
  comeAs({ subject: ada.id, epoch: 0 });
  await db.user.delete({ where: { id: ada.id } });
  expect(await findUser()).toBeNull();
});
