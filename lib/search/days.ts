import "server-only";

import { Temporal } from "temporal-polyfill";

import type { ParsedQuery } from "./query";

/** From when and until when is meant, in the person's zone: neither day belongs to it. */
export function daysOf(
  { after, before }: Pick<ParsedQuery, "after" | "before">,
  zone: string,
): { after: Date | null; before: Date | null } {
  return {
    after: after === null ? null : beginning(Temporal.PlainDate.from(after).add({ days: 1 }), zone),
    before: before === null ? null : beginning(Temporal.PlainDate.from(before), zone),
  };
}

function beginning(day: Temporal.PlainDate, zone: string): Date {
  return new Date(day.toZonedDateTime(zone).epochMilliseconds);
}
