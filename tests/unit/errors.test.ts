import { describe, expect, test } from "vitest";

import {
  authorize,
  Conflict,
  Forbidden,
  Invalid,
  NotFound,
  Refusal,
  Stale,
  TooLarge,
  TooMany,
  Unauthenticated,
  VersionRequired,
} from "@/lib/errors";
import messages from "@/messages/en.json";

describe("a refusal", () => {
  test.each([
    [new Unauthenticated(), 401, "unauthenticated"],
    [new NotFound(), 404, "notFound"],
    [new Forbidden(), 403, "forbidden"],
    [new Forbidden("wrongOrigin"), 403, "wrongOrigin"],
    [new Invalid("passageEmpty", { field: "start" }), 400, "passageEmpty"],
    [new Conflict("idTaken"), 409, "idTaken"],
    [new Stale(), 412, "stale"],
    [new VersionRequired(), 428, "versionRequired"],
    [new TooLarge({ limit: "5 MB" }), 413, "tooLarge"],
    [new TooMany("tooManyAttempts", 90), 429, "tooManyAttempts"],
  ])("%s is of status %d and has a sentence: %s", (refusal, status, key) => {
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ status, key, name: refusal.constructor.name });
    expect(Object.keys(messages.errors)).toContain(refusal.key);
  });

  test.each([
    [1, 1],
    [60, 1],
    [61, 2],
    [900, 15],
    [0, 1],
  ])("for %d seconds speaks of %d minutes", (seconds, minutes) => {
    const { details } = new TooMany("tooManyAttempts", seconds);
    expect(details).toEqual({ retryAfter: seconds, values: { minutes } });
  });
});

test("what is allowed passes, all else is forbidden", () => {
  expect(() => authorize(true)).not.toThrow();
  expect(() => authorize(false)).toThrow(Forbidden);
  expect(() => authorize(false, "courseArchived")).toThrow(
    expect.objectContaining({ key: "courseArchived" }),
  );
});
