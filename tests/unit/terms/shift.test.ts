import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { dayIn, daysBetween, shiftDays } from "@/lib/terms/shift";

const AMSTERDAM = "Europe/Amsterdam";

describe("a date that moves with its course", () => {
  test("keeps its time of day over a change of clocks", () => {
    const due = new Date("2026-03-20T22:59:00Z");
    expect(shiftDays(due, AMSTERDAM, 14).toISOString()).toBe("2026-04-03T21:59:00.000Z");
  });

  test("becomes an hour later where its time is skipped", () => {
    const opens = new Date("2026-03-28T01:30:00Z");
    expect(shiftDays(opens, AMSTERDAM, 1).toISOString()).toBe("2026-03-29T01:30:00.000Z");
  });

  test("moves by so many days of its zone's calendar, and back", () => {
    const instants = fc.date({
      min: new Date("2000-01-01"),
      max: new Date("2100-01-01"),
      noInvalidDate: true,
    });
    const zones = fc.constantFrom("UTC", AMSTERDAM, "America/Santiago", "Asia/Kathmandu");
    fc.assert(
      fc.property(instants, zones, fc.integer({ min: -900, max: 900 }), (instant, zone, days) => {
        const moved = shiftDays(instant, zone, days);
        expect(daysBetween(dayIn(instant, zone), dayIn(moved, zone))).toBe(days);
      }),
    );
  });
});
