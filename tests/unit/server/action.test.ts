import { redirect } from "next/navigation";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";

import { Conflict, Invalid, TooMany } from "@/lib/errors";
import { log } from "@/lib/log";
import { action } from "@/lib/server/action";

vi.mock("next-intl/server", () => import("./translations"));
vi.mock("@/lib/log", () => ({ log: { error: vi.fn() } }));

const schema = z.strictObject({
  email: z.email("emailWrong"),
  password: z.string().min(10, "passwordShort"),
});

const good = { email: "ada@example.org", password: "long enough" };

beforeEach(() => vi.mocked(log.error).mockClear());

/** What the form shows after these fields were sent. */
function send(
  handler: Parameters<typeof action<typeof schema>>[1],
  fields: Record<string, string | Blob> = good,
) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return action(schema, handler)({}, form);
}

describe("a form", () => {
  test("that is right is handled, and comes back empty", async () => {
    const handler = vi.fn(async () => undefined);
    expect(await send(handler)).toEqual({ ok: true });
    expect(handler).toHaveBeenCalledExactlyOnceWith(good);
  });

  test("may be told what was done", async () => {
    expect(await send(async () => ({ message: "Done." }))).toEqual({ ok: true, message: "Done." });
  });

  test("that is wrong is told field by field, keeps what was typed, and never a password", async () => {
    const handler = vi.fn();
    const state = await send(handler, { email: "ada@", password: "short", passwordAgain: "short" });
    expect(state).toEqual({
      ok: false,
      errors: {
        email: "Enter an email address, such as ada@example.edu.",
        password: "A password has at least 10 characters.",
        passwordAgain: "Unknown field: passwordAgain.",
      },
      values: { email: "ada@" },
    });
    expect(JSON.stringify(state)).not.toContain('"short"');
    expect(handler).not.toHaveBeenCalled();
  });

  test("that is refused says so at the field, or about the whole", async () => {
    const taken = await send(async () => {
      throw new Conflict("emailTaken", { field: "email" });
    });
    expect(taken).toEqual({
      ok: false,
      errors: { email: "An account with this email exists already. Sign in instead." },
      values: { email: "ada@example.org" },
    });
    const often = await send(async () => {
      throw new TooMany("tooManyAttempts", 30);
    });
    expect(often.message).toBe("Too many attempts. Try again in a minute.");
    const wrong = await send(async () => {
      throw new Invalid("wrongCredentials");
    });
    expect(wrong).toMatchObject({ ok: false, message: "Email or password is not right." });
  });

  test("that meets a bug keeps what was typed and names the number under which it is logged", async () => {
    const bug = new Error("secret");
    const state = await send(async () => {
      throw bug;
    });
    expect(state).toMatchObject({ ok: false, values: { email: "ada@example.org" } });
    expect(JSON.stringify(state)).not.toMatch(/secret|long enough/);
    expect(log.error).toHaveBeenCalledTimes(1);
    const [entry] = vi.mocked(log.error).mock.calls[0] as unknown as [
      { err: Error; requestId: string },
    ];
    expect(entry.err).toBe(bug);
    expect(state.message).toContain(entry.requestId);
  });

  test("that leads elsewhere is left to Next", async () => {
    await expect(send(async () => redirect("/home"))).rejects.toThrow("NEXT_REDIRECT");
    expect(log.error).not.toHaveBeenCalled();
  });

  test("is without the fields that Next adds, and without files", async () => {
    const handler = vi.fn(async () => undefined);
    await send(handler, { ...good, $ACTION_ID_1: "x", $ACTION_KEY: "y", file: new Blob(["a"]) });
    expect(handler).toHaveBeenCalledExactlyOnceWith(good);
  });

  test("cannot reach into objects by the names of its fields", async () => {
    const state = await send(async () => undefined, { ...good, __proto__x: "1", constructor: "x" });
    expect(state.ok).toBe(false);
    expect(Object.keys(state.values ?? {}).sort()).toEqual(["__proto__x", "constructor", "email"]);
  });
});
