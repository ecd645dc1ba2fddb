import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { demoClock, termAt } from "@/prisma/demo/clock";

const zone = "Europe/Amsterdam";
const wallClock = (date: Date, timeZone: string) =>
  date.toLocaleString("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });

describe("the demo's clock", () => {
  test("counts days from today on the course's calendar", () => {
    const timeOf = demoClock(new Date("2026-10-05T12:00:00Z"), zone);
    expect(timeOf({ day: 0, at: "09:30" }).toISOString()).toBe("2026-10-05T07:30:00.000Z");
    expect(timeOf({ day: -6, at: "09:30" }).toISOString()).toBe("2026-09-29T07:30:00.000Z");
    expect(timeOf({ day: 7, at: "23:59" }).toISOString()).toBe("2026-10-12T21:59:00.000Z");
  });

  test("knows that today is another day there", () => {
    const timeOf = demoClock(new Date("2026-10-05T23:30:00Z"), zone);
    expect(wallClock(timeOf({ day: 0, at: "08:00" }), zone)).toBe("2026-10-06 08:00");
  });

  test.each([
    ["to winter time", "2026-10-27T12:00:00Z", -5, "2026-10-22 09:30", "2026-10-22T07:30:00.000Z"],
    ["to winter time", "2026-10-22T12:00:00Z", 5, "2026-10-27 09:30", "2026-10-27T08:30:00.000Z"],
    ["to summer time", "2026-03-31T12:00:00Z", -5, "2026-03-26 09:30", "2026-03-26T08:30:00.000Z"],
    ["to summer time", "2026-03-26T12:00:00Z", 7, "2026-04-02 09:30", "2026-04-02T07:30:00.000Z"],
  ])("leaves a morning a morning over a change %s", (_, now, day, local, instant) => {
    const time = demoClock(new Date(now), zone)({ day, at: "09:30" });
    expect(wallClock(time, zone)).toBe(local);
    expect(time.toISOString()).toBe(instant);
  });

  test("shows the same time of day on every day of every year, in every zone", () => {
    const zones = fc.constantFrom(zone, "America/New_York", "Asia/Kathmandu", "Pacific/Auckland");
    const now = fc.date({
      min: new Date("2020-01-01"),
      max: new Date("2040-01-01"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(now, zones, fc.integer({ min: -40, max: 40 }), (date, timeZone, day) => {
        const time = demoClock(date, timeZone)({ day, at: "09:30" });
        expect(wallClock(time, timeZone)).toMatch(/ 09:30$/);
      }),
    );
  });
});

describe("the term", () => {
  test.each([
    ["2026-01-10T12:00:00Z", "Spring 2026"],
    ["2026-07-31T12:00:00Z", "Spring 2026"],
    ["2026-08-01T12:00:00Z", "Autumn 2026"],
    ["2026-12-31T23:30:00Z", "Spring 2027"],
  ])("at %s is %s", (now, term) => {
    expect(termAt(new Date(now), zone)).toBe(term);
  });
});
