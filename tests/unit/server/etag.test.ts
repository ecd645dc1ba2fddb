import { describe, expect, test } from "vitest";

import { Stale, VersionRequired } from "@/lib/errors";
import { requiredVersion, respond } from "@/lib/server/etag";

const get = (tag?: string) =>
  new Request(
    "https://school.example/x",
    tag === undefined ? {} : { headers: { "if-none-match": tag } },
  );

const tagOf = (body: unknown, version?: number) =>
  respond(get(), body, version === undefined ? {} : { version }).headers.get("etag") ?? "";

describe("an answer", () => {
  test("is JSON with a tag, for this person only", async () => {
    const response = respond(get(), { a: 1 });
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toEqual({
      "cache-control": "private, no-cache",
      "content-type": "application/json",
      etag: tagOf({ a: 1 }),
      vary: "cookie",
    });
    expect(await response.json()).toEqual({ a: 1 });
  });

  test("has another tag once it says something else", () => {
    expect(tagOf({ a: 1 })).toMatch(/^"[\w-]{22}"$/);
    expect(tagOf({ a: 2 })).not.toBe(tagOf({ a: 1 }));
    expect(tagOf({ a: 1 })).toBe(tagOf({ a: 1 }));
  });

  test("of a version begins its tag with it", () => {
    expect(tagOf({ a: 1 }, 7)).toMatch(/^"7\.[\w-]{22}"$/);
  });

  test("may be of another status", () => {
    expect(respond(get(), {}, { status: 201 }).status).toBe(201);
  });

  const tag = tagOf({ a: 1 });
  test.each([tag, `W/${tag}`, `"other", ${tag}`, `"other",W/${tag} , "third"`])(
    "that is known already as %s is not sent again",
    async (known) => {
      const response = respond(get(known), { a: 1 });
      expect(response.status).toBe(304);
      expect(await response.text()).toBe("");
      expect(response.headers.get("etag")).toBe(tag);
      expect(response.headers.has("content-type")).toBe(false);
    },
  );

  test.each(['"other"', tag.slice(1, -1), "", tagOf({ a: 2 })])(
    "that is not known as %j is sent",
    (other) => {
      expect(respond(get(other), { a: 1 }).status).toBe(200);
    },
  );

  test("to a write is always sent", () => {
    const post = new Request("https://school.example/x", {
      method: "POST",
      headers: { "if-none-match": tag },
    });
    expect(respond(post, { a: 1 }).status).toBe(200);
  });
});

describe("the version that an edit changes", () => {
  const edit = (tag?: string) =>
    requiredVersion(
      new Request("https://school.example/x", {
        method: "PATCH",
        headers: tag === undefined ? {} : { "if-match": tag },
      }),
    );

  test.each([
    ['"7"', 7],
    ['W/"7"', 7],
    [' "12" ', 12],
    ['"0"', 0],
    [tagOf({ a: 1 }, 7), 7],
    [`W/${tagOf({ a: 1 }, 31)}`, 31],
  ])("is read from %s", (tag, version) => {
    expect(edit(tag)).toBe(version);
  });

  test("has to be named", () => {
    expect(() => edit()).toThrow(VersionRequired);
    expect(() => edit("")).toThrow(VersionRequired);
  });

  test.each([
    "*",
    "7",
    '"x"',
    '"-1"',
    '"1.5.2"',
    '"1", "2"',
    tagOf({ a: 1 }),
    '"99999999999"',
    '""',
  ])("is none of ours as %s", (tag) => {
    expect(() => edit(tag)).toThrow(Stale);
  });
});
