import { verify } from "@node-rs/argon2";
import { beforeEach, describe, expect, test, vi } from "vitest";

import { countAttempt } from "@/lib/auth/limits";
import { signOutEverywhere } from "@/lib/auth/mutations";
import { verifyCredentials } from "@/lib/auth/verify";
import { db } from "@/lib/db";
import { createUser, type Person } from "../../support/factories";

// Its functions stay as they are: they are only watched.
vi.mock("@node-rs/argon2", { spy: true });

const PASSWORD = "quick brown foxes jump";
const tooMany = { name: "TooMany", key: "tooManyAttempts" };

let ada: Person;
let address: string;

beforeEach(async () => {
  ada = await createUser({ password: PASSWORD });
  address = crypto.randomUUID();
  vi.mocked(verify).mockClear();
});

function trySignIn(password = PASSWORD, email = ada.email, from = address) {
  return verifyCredentials({ email, password }, from);
}

/** Uses up the attempts for a subject, as so many wrong passwords would. */
async function exhaust(limit: "account" | "address", subject: string, attempts: number) {
  for (let attempt = 0; attempt < attempts; attempt++) await countAttempt(limit, subject);
}

describe("email and password", () => {
  test("that match name the account, and the epoch of its sessions", async () => {
    expect(await trySignIn()).toEqual({ id: ada.id, sessionEpoch: 0 });
    await signOutEverywhere(ada.id);
    expect(await trySignIn()).toEqual({ id: ada.id, sessionEpoch: 1 });
  });

  test("match however the email is written, and the password only as it is", async () => {
    expect(await trySignIn(PASSWORD, ada.email.toUpperCase())).toMatchObject({ id: ada.id });
    expect(await trySignIn(PASSWORD.toUpperCase())).toBeNull();
    expect(await trySignIn(`${PASSWORD} `)).toBeNull();
  });

  test.each([
    ["a wrong password", () => ada.email, "another password"],
    ["a missing account", () => "nobody@example.edu", PASSWORD],
    ["an account without a password", async () => (await createUser()).email, PASSWORD],
    [
      "the password that stands in for none",
      async () => (await createUser()).email,
      "a password nobody has",
    ],
  ])("with %s give null, after as much work as for a right one", async (_, emailOf, password) => {
    await trySignIn();
    expect(verify).toHaveBeenCalledTimes(1);
    expect(await trySignIn(password, await emailOf())).toBeNull();
    expect(verify).toHaveBeenCalledTimes(2);
    const costs = vi.mocked(verify).mock.calls.map(([hash]) => String(hash).split("$").slice(1, 4));
    expect(costs[1]).toEqual(costs[0]);
  });
});

describe("attempts at one account", () => {
  test("are ten, from wherever they come; then even the right password waits", async () => {
    for (let attempt = 0; attempt < 10; attempt++) {
      expect(await trySignIn("a wrong one", ada.email, crypto.randomUUID())).toBeNull();
    }
    const refused = trySignIn(PASSWORD, ada.email.toUpperCase(), crypto.randomUUID());
    await expect(refused).rejects.toMatchObject(tooMany);
    const other = await createUser({ password: PASSWORD });
    expect(await trySignIn(PASSWORD, other.email)).toMatchObject({ id: other.id });
  });

  test("say how long to wait, a quarter of an hour at most", async () => {
    await exhaust("account", ada.email, 10);
    const error = await trySignIn().catch((refused) => refused);
    expect(error).toMatchObject(tooMany);
    expect(error.details.retryAfter).toBeGreaterThan(800);
    expect(error.details.retryAfter).toBeLessThanOrEqual(900);
    expect(error.details.values).toEqual({ minutes: 15 });
  });

  test("are counted alike for an account that does not exist", async () => {
    await exhaust("account", "nobody-either@example.edu", 10);
    const refused = trySignIn(PASSWORD, "Nobody-Either@example.edu");
    await expect(refused).rejects.toMatchObject(tooMany);
    expect(verify).not.toHaveBeenCalled();
  });

  test("cannot slip through by being made at once", async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 15 }, () => trySignIn("a wrong one")),
    );
    const answered = outcomes.filter(({ status }) => status === "fulfilled");
    expect(answered).toHaveLength(10);
    expect(verify).toHaveBeenCalledTimes(10);
  });

  test("are forgotten after a right password", async () => {
    for (let round = 0; round < 2; round++) {
      await exhaust("account", ada.email, 9);
      expect(await trySignIn()).toMatchObject({ id: ada.id });
    }
  });
});

describe("attempts from one address", () => {
  test("are a hundred, at whatever accounts", async () => {
    await exhaust("address", address, 100);
    await expect(trySignIn()).rejects.toMatchObject(tooMany);
    expect(verify).not.toHaveBeenCalled();
    expect(await trySignIn(PASSWORD, ada.email, crypto.randomUUID())).toMatchObject({ id: ada.id });
  });

  test("do not count where the password was right: a school shares an address", async () => {
    await exhaust("address", address, 99);
    for (let round = 0; round < 3; round++) {
      expect(await trySignIn()).toMatchObject({ id: ada.id });
    }
    expect(await trySignIn("a wrong one")).toBeNull();
    await expect(trySignIn()).rejects.toMatchObject(tooMany);
  });
});

describe("attempts over several instances", () => {
  /** The limits as another instance has them, that knows only what the database knows. */
  async function startInstance() {
    vi.resetModules();
    return import("@/lib/auth/limits");
  }

  test("are counted together", async () => {
    const [one, two] = [await startInstance(), await startInstance()];
    expect(one.countAttempt).not.toBe(two.countAttempt);
    for (let attempt = 0; attempt < 5; attempt++) {
      await one.countAttempt("account", ada.email);
      await two.countAttempt("account", ada.email);
    }
    await expect(one.countAttempt("account", ada.email)).rejects.toMatchObject(tooMany);
    await expect(two.countAttempt("account", ada.email)).rejects.toMatchObject(tooMany);
    await expect(trySignIn()).rejects.toMatchObject(tooMany);
  });

  test("are forgotten by all when one of them forgets", async () => {
    const [one, two] = [await startInstance(), await startInstance()];
    await exhaust("account", ada.email, 10);
    await expect(two.countAttempt("account", ada.email)).rejects.toMatchObject(tooMany);
    await one.forgetAttempts("account", ada.email);
    await two.countAttempt("account", ada.email);
  });
});

test("neither emails nor addresses are kept with the attempts", async () => {
  await trySignIn("a wrong one", "curious@example.edu", "203.0.113.77");
  const rows = await db.rateLimit.findMany();
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows.map(({ key }) => key))).not.toMatch(/curious|203\.0/);
});
