import { describe, expect, test } from "vitest";

import { instantIn } from "@/lib/assignments/local-time";
import { Invalid } from "@/lib/errors";

const at = (zone: string, local: string | null) => instantIn(zone, local, "dueAt")?.toISOString();

describe("a time of the course's zone", () => {
  test.each([
    ["Europe/Amsterdam", "2026-07-01T23:59", "2026-07-01T21:59:00.000Z"],
    ["Europe/Amsterdam", "2026-12-01T23:59", "2026-12-01T22:59:00.000Z"],
    ["Asia/Kathmandu", "2026-07-01T09:00", "2026-07-01T03:15:00.000Z"],
    ["America/New_York", "2026-11-24T23:59:30", "2026-11-25T04:59:30.000Z"],
    ["UTC", "2028-02-29T00:00", "2028-02-29T00:00:00.000Z"],
  ])("in %s, %s, is the instant %s", (zone, local, instant) => {
    expect(at(zone, local)).toBe(instant);
  });

  test("that a change to summer time skips is an hour later", () => {
    expect(at("Europe/Amsterdam", "2026-03-29T02:30")).toBe("2026-03-29T01:30:00.000Z");
  });

  test("that occurs twice is the first", () => {
    expect(at("Europe/Amsterdam", "2026-10-25T02:30")).toBe("2026-10-25T00:30:00.000Z");
  });

  test("that is none is no instant", () => {
    expect(instantIn("UTC", null, "dueAt")).toBeNull();
  });

  test.each([
    "2026-02-29T10:00",
    "2026-13-01T10:00",
    "2026-01-01T24:00",
    "2026-01-01T10:60",
    "soon",
    "",
  ])("that there is not is refused at its field: %j", (local) => {
    expect(() => at("UTC", local)).toThrow(Invalid);
    expect(() => at("UTC", local)).toThrow(
      expect.objectContaining({ key: "wrongDate", details: { field: "dueAt" } }),
    );
  });
});
