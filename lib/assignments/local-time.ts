import "server-only";

import { Temporal } from "temporal-polyfill";

import { Invalid } from "@/lib/errors";

/**
 * The instant of a wall-clock time in a zone, by the IANA rules of that zone.
 *
 * A time that a daylight-saving change skips is the one an hour later; of one that occurs twice
 * the first is meant (Temporal's `compatible`), as calendars do.
 *
 * @throws Invalid at `field` for a day that does not exist
 */
export function instantIn(timeZone: string, local: string | null, field: string): Date | null {
  if (local === null) return null;
  try {
    const time = Temporal.PlainDateTime.from(local, { overflow: "reject" });
    return new Date(time.toZonedDateTime(timeZone).epochMilliseconds);
  } catch {
    throw new Invalid("wrongDate", { field });
  }
}

/** The wall-clock time of an instant in a zone, as a field for dates and times holds it. */
export function localIn(timeZone: string, instant: Date | null): string {
  if (instant === null) return "";
  const time = Temporal.Instant.fromEpochMilliseconds(instant.getTime());
  return time.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: "minute" });
}
