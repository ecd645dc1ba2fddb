import { beforeEach, describe, expect, test } from "vitest";

import { countAttempt } from "@/lib/auth/limits";
import { signUp } from "@/lib/auth/mutations";
import { signUpInput } from "@/lib/auth/schema";
import { verifyCredentials } from "@/lib/auth/verify";
import { db } from "@/lib/db";

const PASSWORD = "quick brown foxes jump";

let email: string;
let address: string;

beforeEach(() => {
  email = `${crypto.randomUUID()}@example.edu`;
  address = crypto.randomUUID();
});

/** Signs up as the form does. */
async function sign(given: Record<string, unknown> = {}) {
  const form = { name: "Ada", email, password: PASSWORD, ...given };
  return signUp(signUpInput.parse(form), address);
}

const taken = { name: "Conflict", key: "emailTaken", details: { field: "email" } };

describe("signing up", () => {
  test("makes an account that one can sign in to", async () => {
    const { id } = await sign({ name: " Ada Lovelace ", timeZone: "Europe/London" });
    const user = await db.user.findUniqueOrThrow({ where: { id } });
    expect(user).toMatchObject({
      ...{ name: "Ada Lovelace", email, timeZone: "Europe/London", siteRole: "MEMBER" },
      sessionEpoch: 0,
    });
    expect(await verifyCredentials({ email, password: PASSWORD }, address)).toMatchObject({ id });
  });

  test("stores no password, but its argon2id hash", async () => {
    const { id } = await sign();
    const { passwordHash } = await db.user.findUniqueOrThrow({ where: { id } });
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test.each([undefined, "Not/AZone"])("with the time zone %s is in UTC", async (timeZone) => {
    const { id } = await sign(timeZone ? { timeZone } : {});
    expect(await db.user.findUniqueOrThrow({ where: { id } })).toMatchObject({ timeZone: "UTC" });
  });

  test("is refused for an email that has an account, however it is written", async () => {
    await sign();
    await expect(sign()).rejects.toMatchObject(taken);
    await expect(sign({ email: email.toUpperCase() })).rejects.toMatchObject(taken);
    expect(await db.user.count({ where: { email } })).toBe(1);
  });

  test("twice at once makes one account", async () => {
    const outcomes = await Promise.allSettled([sign(), sign({ email: email.toUpperCase() })]);
    const refusals = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(refusals).toEqual([expect.objectContaining({ key: "emailTaken" })]);
    expect(await db.user.count({ where: { email } })).toBe(1);
  });

  test.each(["1234567890", "PASSWORD123", "qwertyuiop"])(
    "with %s, which attackers try first, is refused, and costs no attempt",
    async (password) => {
      const refusal = { name: "Invalid", key: "passwordCommon", details: { field: "password" } };
      await expect(sign({ password })).rejects.toMatchObject(refusal);
      expect(await db.user.count({ where: { email } })).toBe(0);
    },
  );

  test.each([
    [9, false],
    [10, true],
    [128, true],
    [129, false],
  ])("with a password of %i characters is possible: %s", async (length, isPossible) => {
    const password = "€x".repeat(64).slice(0, length).padEnd(length, "y");
    const outcome = await sign({ password }).then(
      () => true,
      () => false,
    );
    expect(outcome).toBe(isPossible);
  });

  test("is possible two hundred times a quarter of an hour from one address", async () => {
    for (let attempt = 0; attempt < 200; attempt++) await countAttempt("signUp", address);
    await expect(sign()).rejects.toMatchObject({ name: "TooMany", key: "tooManyAttempts" });
    expect(await db.user.count({ where: { email } })).toBe(0);
    address = crypto.randomUUID();
    await sign();
  });
});
