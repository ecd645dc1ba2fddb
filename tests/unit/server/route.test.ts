import { beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";

import {
  Conflict,
  Forbidden,
  Invalid,
  NotFound,
  Stale,
  TooLarge,
  TooMany,
  Unauthenticated,
  VersionRequired,
} from "@/lib/errors";
import { log } from "@/lib/log";
import { route } from "@/lib/server/route";

vi.mock("next-intl/server", () => import("./translations"));
vi.mock("@/lib/log", () => ({ log: { error: vi.fn() } }));

const address = "https://school.example/api/v1/annotations?secret=1";

beforeEach(() => vi.mocked(log.error).mockClear());

/** The answer of a handler that does this. */
async function answer(handler: () => unknown, request = new Request(address)) {
  const response = await route(async () => (await handler()) as Response)(request, undefined);
  const text = await response.text();
  return { response, body: text ? JSON.parse(text) : null };
}

function fails(error: unknown) {
  return answer(() => {
    throw error;
  });
}

describe("a refusal of a handler", () => {
  test.each([
    [new Unauthenticated(), 401, "Unauthorized", "unauthenticated"],
    [new Forbidden(), 403, "Forbidden", "forbidden"],
    [new NotFound(), 404, "Not Found", "notFound"],
    [new Conflict("idTaken"), 409, "Conflict", "idTaken"],
    [new Stale(), 412, "Precondition Failed", "stale"],
    [new TooLarge({ limit: "512 KB" }), 413, "Payload Too Large", "tooLarge"],
    [new VersionRequired(), 428, "Precondition Required", "versionRequired"],
    [new TooMany("tooManyAttempts", 61), 429, "Too Many Requests", "tooManyAttempts"],
    [new Invalid("passageEmpty"), 400, "Bad Request", "passageEmpty"],
  ])("%s becomes a problem of status %d", async (error, status, title, code) => {
    const { response, body } = await fails(error);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(body).toMatchObject({ type: "about:blank", title, status, code });
    expect(body.detail).toMatch(/\.$/);
    expect(log.error).not.toHaveBeenCalled();
  });

  test("fills its values into the sentence", async () => {
    const { body } = await fails(new Invalid("bodyTooLong", { values: { maximum: 20_000 } }));
    expect(body.detail).toMatch(/^A comment may hold 20,?000 characters at most\.$/);
  });

  test("names the field at fault, where there is one", async () => {
    const { body } = await fails(new Invalid("bodyMissing", { field: "comment.body" }));
    expect(body.errors).toEqual([{ field: "comment.body", detail: "Write something first." }]);
    expect((await fails(new NotFound())).body).not.toHaveProperty("errors");
  });

  test("says when to come back, where that is known", async () => {
    const { response, body } = await fails(new TooMany("tooManyAttempts", 61));
    expect(response.headers.get("retry-after")).toBe("61");
    expect(body.detail).toContain("2 minutes");
    expect((await fails(new NotFound())).response.headers.has("retry-after")).toBe(false);
  });
});

describe("input that a schema refuses", () => {
  const schema = z.strictObject({ start: z.int().min(0), title: z.string().max(3), id: z.uuid() });

  test("is told field by field, without a word of zod's", async () => {
    const { response, body } = await answer(() =>
      schema.parse({ start: "1", title: "long", extra: 1 }),
    );
    expect(response.status).toBe(400);
    expect(body).toMatchObject({ code: "wrongValue", status: 400 });
    expect(body.errors).toEqual([
      { field: "start", detail: "This value is not allowed here." },
      { field: "title", detail: "At most 3 characters." },
      { field: "id", detail: "Fill this in." },
      { field: "extra", detail: "Unknown field: extra." },
    ]);
    expect(body.detail).toBe("This value is not allowed here.");
  });
});

describe("a bug", () => {
  test("is logged once, under the number that the answer names", async () => {
    const bug = new TypeError("secret is not a function");
    const { response, body } = await fails(bug);
    expect(response.status).toBe(500);
    expect(body).toMatchObject({ code: "unexpected", title: "Internal Server Error" });
    expect(JSON.stringify(body)).not.toContain("secret");
    expect(body.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(response.headers.get("x-request-id")).toBe(body.requestId);
    expect(log.error).toHaveBeenCalledTimes(1);
    const entry = {
      err: bug,
      requestId: body.requestId,
      method: "GET",
      pathname: "/api/v1/annotations",
    };
    expect(log.error).toHaveBeenCalledWith(entry, "route failed");
  });

  test("that throws no error is logged as well", async () => {
    expect((await fails("words")).response.status).toBe(500);
    expect((await fails(undefined)).response.status).toBe(500);
    expect(log.error).toHaveBeenCalledTimes(2);
  });
});

describe("a handler", () => {
  test("answers for itself when all is well, and is given request and context", async () => {
    const handler = route(async (request: Request, context: { id: string }) =>
      Response.json({ method: request.method, ...context }, { status: 201 }),
    );
    const response = await handler(new Request(address, { method: "POST" }), { id: "a" });
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ method: "POST", id: "a" });
  });

  test("is not even asked for a write that another site started", async () => {
    const handler = vi.fn();
    const headers = { cookie: "session=1", origin: "https://evil.example", host: "school.example" };
    const { response, body } = await answer(
      handler,
      new Request(address, { method: "POST", headers }),
    );
    expect(response.status).toBe(403);
    expect(body.code).toBe("wrongOrigin");
    expect(handler).not.toHaveBeenCalled();
  });
});
