import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { type BlockRange, BlockRuns, LISTED_IDS, type Span, toRuns } from "@/lib/anchoring";
import { anySpans, LENGTH, naiveRuns, spansOver } from "./spans";

/** Blocks as a flat text has them: one unit apart, some of them empty. */
const blocks = fc.array(fc.nat(6), { minLength: 1, maxLength: 7 }).map((lengths) => {
  let at = 0;
  return lengths.map((length): BlockRange => {
    const from = at;
    at = from + length + 1;
    return { from, to: from + length };
  });
});

/** Puts and removals, of few ids, so that spans are replaced and absent ones are removed. */
const changes = fc.array(
  fc.record({
    id: fc.constantFrom("a", "b", "c", "d", "e"),
    span: fc.option(fc.tuple(fc.nat(LENGTH), fc.nat(LENGTH), fc.nat(255)), { nil: null }),
  }),
  { maxLength: 12 },
);

const crosses = (span: Span, { from, to }: BlockRange) => span.start < to && span.end > from;

interface Change {
  id: string;
  span: [number, number, number] | null;
}

/** Plays the changes and tells, beside the outcome, which blocks each of them named and crossed. */
function play(ranges: BlockRange[], steps: Change[]) {
  const runs = new BlockRuns(ranges);
  const spans = new Map<string, Span>();
  const named: { touched: number[]; crossed: number[] }[] = [];
  for (const { id, span } of steps) {
    const before = spans.get(id);
    const next = span && {
      id,
      start: Math.min(span[0], span[1]),
      end: Math.max(span[0], span[1]),
      flags: span[2],
    };
    const touched = next ? runs.put(next) : runs.remove(id);
    if (next) spans.set(id, next);
    else spans.delete(id);
    const crossed = ranges.flatMap((range, block) =>
      [before, next].some((each) => each && crosses(each, range)) ? [block] : [],
    );
    named.push({ touched: [...touched].sort((a, b) => a - b), crossed });
    // Asked for in between, so that a list kept too long would be found out.
    for (const block of ranges.keys()) runs.runsOf(block);
  }
  return { runs, spans: [...spans.values()], named };
}

describe("runs by block", () => {
  test("are all runs, cut to the block, after any changes", () => {
    fc.assert(
      fc.property(blocks, changes, (ranges, steps) => {
        const { runs, spans } = play(ranges, steps);
        for (const [block, range] of ranges.entries()) {
          expect(runs.runsOf(block)).toEqual(toRuns(spans, range));
          expect(runs.runsOf(block)).toEqual(naiveRuns(spans, range.from, range.to, LISTED_IDS));
        }
      }),
    );
  });

  test("change in exactly the blocks that the old or the new span crosses", () => {
    fc.assert(
      fc.property(blocks, changes, (ranges, steps) => {
        for (const { touched, crossed } of play(ranges, steps).named) {
          expect(touched).toEqual(crossed);
        }
      }),
    );
  });

  test("are the same objects in blocks that a change did not touch", () => {
    fc.assert(
      fc.property(blocks, anySpans(8), (ranges, spans) => {
        const runs = new BlockRuns(ranges);
        for (const span of spans) {
          const before = ranges.map((_, block) => runs.runsOf(block));
          const touched = runs.put(span);
          for (const block of ranges.keys()) {
            if (!touched.has(block)) expect(runs.runsOf(block)).toBe(before[block]);
          }
        }
      }),
    );
  });

  test("tell every span over a unit, also those that no run lists", () => {
    fc.assert(
      fc.property(blocks, changes, fc.nat(LENGTH), (ranges, steps, offset) => {
        const { runs, spans } = play(ranges, steps);
        const isInside = ranges.some(({ from, to }) => from <= offset && offset < to);
        expect(runs.spansAt(offset)).toEqual(isInside ? spansOver(spans, offset) : []);
      }),
    );
  });

  test("list at most so many ids and yet know all spans of the place", () => {
    const runs = new BlockRuns([{ from: 0, to: 10 }]);
    for (let n = 0; n < LISTED_IDS + 5; n++) runs.put({ id: `s${n}`, start: 0, end: 5 });
    expect(runs.runsOf(0)[0]?.ids).toHaveLength(LISTED_IDS);
    expect(runs.spansAt(4)).toHaveLength(LISTED_IDS + 5);
  });

  test("of a block that is not there are none", () => {
    expect(new BlockRuns([]).runsOf(0)).toEqual([]);
    expect(new BlockRuns([{ from: 0, to: 3 }]).runsOf(1)).toEqual([]);
  });

  test("a removal of what is not there touches nothing", () => {
    expect(new BlockRuns([{ from: 0, to: 3 }]).remove("a").size).toBe(0);
  });
});
