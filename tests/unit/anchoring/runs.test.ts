import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { LISTED_IDS, type Span, toRuns } from "@/lib/anchoring";
import { anySpans, LENGTH, naiveRuns } from "./spans";

const span = (id: string, start: number, end: number, flags?: number): Span =>
  flags === undefined ? { id, start, end } : { id, start, end, flags };

describe("runs of spans", () => {
  test("an overlap is a run of its own, with both ids", () => {
    expect(toRuns([span("b", 4, 9, 2), span("a", 0, 6, 1)])).toEqual([
      { from: 0, to: 4, ids: ["a"], count: 1, flags: 1 },
      { from: 4, to: 6, ids: ["a", "b"], count: 2, flags: 3 },
      { from: 6, to: 9, ids: ["b"], count: 1, flags: 2 },
    ]);
  });

  test("spans that only touch stay two runs", () => {
    const runs = toRuns([span("a", 0, 3), span("b", 3, 5)]);
    expect(runs.map(({ from, to, ids }) => [from, to, ...ids])).toEqual([
      [0, 3, "a"],
      [3, 5, "b"],
    ]);
  });

  test("of spans that begin together the longer comes first, then the id decides", () => {
    const runs = toRuns([span("c", 0, 2), span("b", 0, 5), span("a", 0, 2)]);
    expect(runs[0]?.ids).toEqual(["b", "a", "c"]);
  });

  test("nothing and empty spans have no runs", () => {
    expect(toRuns([])).toEqual([]);
    expect(toRuns([span("a", 3, 3), span("b", 0, 0)])).toEqual([]);
  });

  test("the input is left as it was", () => {
    const spans = Object.freeze([span("b", 4, 9), span("a", 0, 6)]);
    toRuns(spans);
    expect(spans.map(({ id }) => id)).toEqual(["b", "a"]);
  });

  test("they are those of a unit by unit count, whatever lies where", () => {
    fc.assert(
      fc.property(anySpans(14), (spans) => {
        expect(toRuns(spans)).toEqual(naiveRuns(spans, 0, LENGTH, LISTED_IDS));
      }),
    );
  });

  test("they are sorted, do not overlap, and are never empty", () => {
    fc.assert(
      fc.property(anySpans(30), (spans) => {
        const runs = toRuns(spans);
        for (const [index, { from, to, count }] of runs.entries()) {
          expect(from).toBeLessThan(to);
          expect(count).toBeGreaterThan(0);
          if (index > 0) expect(from).toBeGreaterThanOrEqual(runs[index - 1]!.to);
        }
      }),
    );
  });

  test("the order in which spans come makes no difference", () => {
    const shuffled = anySpans(20).chain((spans) =>
      fc.tuple(
        fc.constant(spans),
        fc.shuffledSubarray(spans, { minLength: spans.length, maxLength: spans.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([spans, others]) => {
        expect(toRuns(others)).toEqual(toRuns(spans));
      }),
    );
  });

  test("a window cuts them and changes nothing else", () => {
    const window = fc
      .tuple(fc.integer({ min: -2, max: LENGTH + 2 }), fc.integer({ min: -2, max: LENGTH + 2 }))
      .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
    fc.assert(
      fc.property(anySpans(14), window, (spans, { from, to }) => {
        expect(toRuns(spans, { from, to })).toEqual(naiveRuns(spans, from, to, LISTED_IDS));
      }),
    );
  });
});

describe("a place on which very many spans lie", () => {
  const crowd = (size: number) =>
    Array.from({ length: size }, (_, n) => span(`s${String(n).padStart(5, "0")}`, n, 20_000, 1));

  test("lists the first ones and counts all", () => {
    const runs = toRuns(crowd(LISTED_IDS + 8));
    const deepest = runs.at(-1)!;
    expect(deepest.count).toBe(LISTED_IDS + 8);
    expect(deepest.ids).toEqual(
      crowd(LISTED_IDS)
        .map(({ id }) => id)
        .slice(0, LISTED_IDS),
    );
  });

  test("lists those that were behind once earlier ones have ended", () => {
    fc.assert(
      fc.property(anySpans(90), (spans) => {
        const long = spans.map((each) => ({ ...each, end: Math.min(LENGTH, each.end + 12) }));
        expect(toRuns(long)).toEqual(naiveRuns(long, 0, LENGTH, LISTED_IDS));
      }),
      { numRuns: 40 },
    );
  });

  test("keeps a flag exactly as long as one of its spans lies there, listed or not", () => {
    const last = span("z", 100, 110, 128);
    const runs = toRuns([...crowd(LISTED_IDS + 8), last]);
    const flagged = runs.filter(({ flags }) => flags & 128);
    expect(flagged.map(({ from, to, flags }) => [from, to, flags])).toEqual([[100, 110, 129]]);
    expect(flagged[0]?.ids).not.toContain("z");
  });

  test("shares one list between neighbouring runs, so that size does not grow with depth", () => {
    const runs = toRuns(crowd(10_000));
    expect(new Set(runs.map(({ ids }) => ids)).size).toBeLessThanOrEqual(LISTED_IDS + 1);
  });
});
