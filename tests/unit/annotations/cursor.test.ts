import fc from "fast-check";
import { v7 } from "uuid";
import { describe, expect, test } from "vitest";

import { readMomentCursor, readPositionCursor, writeCursor } from "@/lib/annotations/cursor";
import { Invalid } from "@/lib/errors";

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("a cursor", () => {
  test("leads back to what it was written from", () => {
    fc.assert(
      fc.property(fc.nat(), fc.uuid({ version: 7 }), (start, id) => {
        expect(readPositionCursor(writeCursor([start, id]))).toEqual([start, id]);
      }),
    );
    const moment = new Date("2026-10-05T12:00:00.123Z").toISOString();
    const id = v7();
    expect(readMomentCursor(writeCursor([moment, id]))).toEqual([moment, id]);
  });

  test("can stand in an address as it is", () => {
    expect(writeCursor([12, v7()])).toMatch(/^[\w-]+$/);
  });

  test.each([
    "",
    "abc",
    "%%%",
    encode(null),
    encode({}),
    encode([]),
    encode([1]),
    encode([-1, v7()]),
    encode([1.5, v7()]),
    encode(["1", v7()]),
    encode([1, "id"]),
    encode([1, v7(), 2]),
    encode([new Date().toISOString(), v7()]),
  ])("that we did not write is refused: %s", (cursor) => {
    expect(() => readPositionCursor(cursor)).toThrow(Invalid);
    expect(() => readPositionCursor(cursor)).toThrow(
      expect.objectContaining({ key: "cursorWrong", details: { field: "cursor" } }),
    );
  });

  test.each([encode([1, v7()]), encode(["yesterday", v7()]), encode(["2026-10-05", v7()])])(
    "of another list is refused: %s",
    (cursor) => {
      expect(() => readMomentCursor(cursor)).toThrow(Invalid);
    },
  );
});
