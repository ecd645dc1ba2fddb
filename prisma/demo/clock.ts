import { Temporal } from "temporal-polyfill";

import type { DemoMoment } from "./thread";

/**
 * Tells the instants of the demo's moments when `now` is the time at which it is loaded.
 *
 * Days are counted on the course's own calendar, so that a morning is a morning there also when
 * clocks have been changed in between.
 */
export function demoClock(now: Date, timeZone: string): (moment: DemoMoment) => Date {
  const today = dayOf(now, timeZone);
  return ({ day, at }) => {
    const time = today.add({ days: day }).toZonedDateTime({ timeZone, plainTime: at });
    return new Date(time.epochMilliseconds);
  };
}

/** The term that a course has at `now`, such as “Autumn 2026”. */
export function termAt(now: Date, timeZone: string): string {
  const { month, year } = dayOf(now, timeZone);
  return `${month <= 7 ? "Spring" : "Autumn"} ${year}`;
}

function dayOf(now: Date, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
}
