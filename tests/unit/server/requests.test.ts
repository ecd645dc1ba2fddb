import { afterEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";

import { Forbidden, Invalid, TooLarge } from "@/lib/errors";
import { readJson } from "@/lib/server/body";
import { requireSameOrigin } from "@/lib/server/origin";
import { readQuery } from "@/lib/server/query";

const settings = vi.hoisted(() => ({ TRUST_PROXY: 0 }));
vi.mock("@/lib/env", () => ({ env: settings }));

afterEach(() => {
  settings.TRUST_PROXY = 0;
});

const address = "https://school.example/api/v1/x";
const cookie = "session=1";

/** A request whose `origin` and `host` are what a browser would have sent. */
const request = (method: string, headers: Record<string, string>) =>
  ({ method, headers: new Headers(headers) }) as Request;

describe("a request's origin", () => {
  const ours = { cookie, host: "school.example", origin: "https://school.example" };

  test.each([
    ["POST", ours],
    ["PATCH", { ...ours, "sec-fetch-site": "same-origin" }],
    ["DELETE", { ...ours, "sec-fetch-site": "none" }],
    ["POST", { cookie, host: "localhost:3000", origin: "http://localhost:3000" }],
    ["POST", { cookie, host: "school.example" }],
    ["POST", { host: "school.example", origin: "https://evil.example" }],
    ["GET", { ...ours, origin: "https://evil.example" }],
    ["HEAD", { ...ours, "sec-fetch-site": "cross-site" }],
    ["OPTIONS", { ...ours, origin: "https://evil.example" }],
  ])("of a %s with %j is fine", (method, headers) => {
    expect(() => requireSameOrigin(request(method, headers))).not.toThrow();
  });

  test.each([
    ["POST", { ...ours, origin: "https://evil.example" }],
    ["PATCH", { ...ours, origin: "https://school.example.evil.example" }],
    ["DELETE", { ...ours, origin: "https://school.example:8443" }],
    ["PUT", { ...ours, origin: "null" }],
    ["POST", { ...ours, origin: "nonsense" }],
    ["POST", { ...ours, "sec-fetch-site": "cross-site" }],
    ["POST", { ...ours, "sec-fetch-site": "same-site" }],
    ["POST", { cookie, "sec-fetch-site": "cross-site" }],
    ["POST", { ...ours, origin: "https://evil.example", "x-forwarded-host": "evil.example" }],
    ["post", { ...ours, origin: "https://evil.example" }],
  ])("of a %s with %j is another site", (method, headers) => {
    expect(() => requireSameOrigin(request(method, headers))).toThrow(Forbidden);
  });

  test("is compared with what the trusted proxy was asked for", () => {
    settings.TRUST_PROXY = 1;
    const inside = { cookie, host: "app:3000", "x-forwarded-host": "school.example" };
    expect(() =>
      requireSameOrigin(request("POST", { ...inside, origin: "https://school.example" })),
    ).not.toThrow();
    expect(() =>
      requireSameOrigin(request("POST", { ...inside, origin: "http://app:3000" })),
    ).toThrow(Forbidden);
  });
});

describe("a request's body", () => {
  const json = "application/json";
  const post = (body: BodyInit, headers: Record<string, string> = { "content-type": json }) =>
    new Request(address, { method: "POST", body, headers, duplex: "half" } as RequestInit);

  test.each([
    json,
    "application/json; charset=utf-8",
    "Application/JSON",
    "application/ld+json",
    "application/activity.x+json",
  ])("is read as %s", async (type) => {
    expect(await readJson(post('{"a":["é😀"]}', { "content-type": type }))).toEqual({ a: ["é😀"] });
  });

  test.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "text/json",
    "application/jsonp",
    "",
  ])("is not read as %j, which a form of another site could send", async (type) => {
    await expect(readJson(post("{}", { "content-type": type }))).rejects.toThrow(Invalid);
  });

  test.each(["", "{", "undefined", "{'a':1}", '{"a":1} x'])(
    "that is no JSON is refused: %j",
    async (body) => {
      await expect(readJson(post(body))).rejects.toThrow(
        expect.objectContaining({ key: "notJson" }),
      );
    },
  );

  test("that is missing is refused", async () => {
    const headers = { "content-type": json };
    await expect(readJson(new Request(address, { method: "POST", headers }))).rejects.toThrow(
      Invalid,
    );
  });

  test("is bounded by what it says of its length, before any of it is read", async () => {
    const body = new ReadableStream(
      { pull: () => expect.unreachable("was read") },
      { highWaterMark: 0 },
    );
    const headers = { "content-type": json, "content-length": "2049" };
    const refused = readJson(post(body, headers), 2048);
    await expect(refused).rejects.toThrow(TooLarge);
    await expect(refused).rejects.toThrow(
      expect.objectContaining({ details: { values: { limit: "2 KB" } } }),
    );
  });

  test("is bounded by what really comes, and the rest is not waited for", async () => {
    let sent = 0;
    const pull = (controller: ReadableStreamDefaultController) => {
      sent += 1;
      controller.enqueue(new Uint8Array(1024).fill(32));
    };
    await expect(readJson(post(new ReadableStream({ pull })), 4096)).rejects.toThrow(TooLarge);
    expect(sent).toBeLessThan(10);
  });

  test("may be as long as the bound", async () => {
    const words = "a".repeat(98);
    expect(await readJson(post(JSON.stringify(words)), 100)).toBe(words);
    await expect(readJson(post(JSON.stringify(`${words}a`)), 100)).rejects.toThrow(TooLarge);
  });

  test("counts in bytes, and joins characters that come in pieces", async () => {
    const bytes = new TextEncoder().encode('"😀é"');
    const pieces = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
        controller.close();
      },
    });
    expect(await readJson(post(pieces), bytes.length)).toBe("😀é");
    await expect(readJson(post('"😀é"'), bytes.length - 1)).rejects.toThrow(TooLarge);
  });
});

describe("a request's query", () => {
  const schema = z.strictObject({
    limit: z.coerce.number().default(50),
    cursor: z.string().optional(),
  });

  test("is read by its schema", () => {
    expect(readQuery(new Request(`${address}?limit=7&cursor=a%20b`), schema)).toEqual({
      limit: 7,
      cursor: "a b",
    });
    expect(readQuery(new Request(address), schema)).toEqual({ limit: 50 });
  });

  test("counts the last of a name that occurs twice, and refuses others", () => {
    expect(readQuery(new Request(`${address}?limit=1&limit=2`), schema)).toEqual({ limit: 2 });
    expect(() => readQuery(new Request(`${address}?page=1`), schema)).toThrow(z.ZodError);
  });
});
