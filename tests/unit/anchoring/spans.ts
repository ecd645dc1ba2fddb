import fc from "fast-check";

import type { Run, Span } from "@/lib/anchoring";

/** Short texts, so that spans meet: begin together, end together, touch, lie in one another. */
export const LENGTH = 24;

const offset = fc.nat(LENGTH);

const span: fc.Arbitrary<Omit<Span, "id">> = fc
  .tuple(offset, offset, fc.option(fc.integer({ min: 0, max: 255 }), { nil: undefined }))
  .map(([a, b, flags]) => ({
    start: Math.min(a, b),
    end: Math.max(a, b),
    ...(flags === undefined ? {} : { flags }),
  }));

/** Spans with ids of their own, in any order, some empty. */
export function anySpans(maxLength: number): fc.Arbitrary<Span[]> {
  return fc
    .uniqueArray(fc.tuple(fc.nat(999), span), { maxLength, selector: ([id]) => id })
    .map((spans) => spans.map(([id, rest]) => ({ id: `s${id}`, ...rest })));
}

/** What runs are, said the slow way: what lies on each unit of the text, then equal neighbours as one. */
export function naiveRuns(spans: readonly Span[], from: number, to: number, listed: number): Run[] {
  const runs: { from: number; to: number; all: Span[] }[] = [];
  for (let unit = from; unit < to; unit++) {
    const all = spansOver(spans, unit);
    const last = runs.at(-1);
    if (all.length === 0) continue;
    if (last && last.to === unit && sameSpans(last.all, all)) last.to = unit + 1;
    else runs.push({ from: unit, to: unit + 1, all });
  }
  return runs.map(({ all, ...run }) => ({
    ...run,
    ids: all.slice(0, listed).map(({ id }) => id),
    count: all.length,
    flags: all.reduce((flags, each) => flags | (each.flags ?? 0), 0),
  }));
}

/** The spans over one unit: earlier first, then longer first, then by id. */
export function spansOver(spans: readonly Span[], unit: number): Span[] {
  return spans
    .filter(({ start, end }) => start <= unit && unit < end)
    .sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
}

function sameSpans(a: Span[], b: Span[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}
