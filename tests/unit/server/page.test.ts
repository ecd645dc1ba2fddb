import { beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";

import { Conflict, Forbidden, NotFound, Unauthenticated } from "@/lib/errors";
import { load } from "@/lib/server/page";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));

beforeEach(() => {
  request.headers = new Headers({ "x-postil-path": "/read/1?a=b&c=d" });
});

/** Where Next is told to go, in its own words. */
async function digestOf(error: unknown): Promise<string> {
  const failed = load(async () => {
    throw error;
  });
  return failed.then(
    () => "",
    (thrown: { digest?: string }) => thrown.digest ?? "",
  );
}

describe("a page", () => {
  test("shows what was read", async () => {
    expect(await load(async () => "words")).toBe("words");
  });

  test("leads who is not signed in to the form, and knows the way back", async () => {
    const back = encodeURIComponent("/read/1?a=b&c=d");
    expect(await digestOf(new Unauthenticated())).toContain(`;/sign-in?return=${back};`);
    request.headers = new Headers();
    expect(await digestOf(new Unauthenticated())).toContain(
      `;/sign-in?return=${encodeURIComponent("/home")};`,
    );
  });

  const wrongAddress = z.uuid().safeParse("x").error;
  test.each([new NotFound(), new Forbidden(), wrongAddress])("is not found: %s", async (error) => {
    expect(await digestOf(error)).toContain("404");
  });

  test("leaves everything else to the error page", async () => {
    for (const error of [new Error("a bug"), new Conflict("idTaken")]) {
      await expect(
        load(async () => {
          throw error;
        }),
      ).rejects.toBe(error);
    }
  });
});
