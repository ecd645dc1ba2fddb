import { Temporal } from "temporal-polyfill";

/**
 * An instant so many days later by the calendar of a zone: half past nine stays half past nine, also
 * when clocks were changed in between. A time that is skipped on that day becomes the one an hour
 * later (Temporal's `compatible`).
 */
export function shiftDays(instant: Date, timeZone: string, days: number): Date {
  const shifted = zoned(instant, timeZone).add({ days });
  return new Date(shifted.epochMilliseconds);
}

/** The day that an instant falls on in a zone, as `2026-11-25`. */
export function dayIn(instant: Date, timeZone: string): string {
  return zoned(instant, timeZone).toPlainDate().toString();
}

/** How many days lie from one day to the other, both as `2026-11-25`; below 0 when it is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" })
    .days;
}

function zoned(instant: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
}
