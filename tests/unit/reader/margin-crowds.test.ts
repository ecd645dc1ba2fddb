import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { findCrowds, type Wanting } from "@/components/reader/margin-crowds";

/** Threads of a comment each, so many on every band. */
function threads(counts: Record<number, number>): Wanting[] {
  return Object.entries(counts).flatMap(([band, count]) =>
    Array.from({ length: count }, () => ({ band: Number(band), height: 124 })),
  );
}

const wanting = fc
  .array(fc.record({ band: fc.nat(12), height: fc.integer({ min: 40, max: 400 }) }), {
    maxLength: 150,
  })
  .map((all) => all.toSorted((a, b) => a.band - b.band));

describe("crowds in the margin", () => {
  test("are not made of what can stand near its passage", () => {
    expect(findCrowds([])).toEqual([]);
    expect(findCrowds(threads({ 0: 3, 1: 2, 5: 1 }))).toEqual([]);
  });

  test("are not made of a few more than fit, where there is room behind them", () => {
    expect(findCrowds(threads({ 0: 6, 3: 2 }))).toEqual([]);
  });

  test("hold what is left over where hundreds lie on one place", () => {
    const [crowd, ...others] = findCrowds(threads({ 2: 300 }));
    expect(others).toEqual([]);
    expect(crowd).toMatchObject({ band: 2, to: 300 });
    expect(crowd?.from).toBeGreaterThanOrEqual(3);
    expect(crowd?.from).toBeLessThanOrEqual(7);
  });

  test("leave each of many full bands what it has room for", () => {
    const crowds = findCrowds(threads({ 0: 9, 1: 9, 2: 9, 3: 2 }));
    expect(crowds.map(({ band, from, to }) => [band, to - from])).toEqual([
      [0, 6],
      [1, 6],
      [2, 6],
    ]);
  });

  test("are made too where every band has a little too many, and the push would only grow", () => {
    // Behind the last one there is room.
    const counts = Object.fromEntries(Array.from({ length: 20 }, (_, band) => [band, 5]));
    expect(findCrowds(threads(counts))).toHaveLength(19);
  });

  test("never stand for one thread alone", () => {
    fc.assert(
      fc.property(wanting, (all) => {
        for (const { from, to } of findCrowds(all)) expect(to - from).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  test("are the last of their band, and never all of it", () => {
    fc.assert(
      fc.property(wanting, (all) => {
        const crowds = findCrowds(all);
        for (const { band, from, to } of crowds) {
          expect(all.slice(from, to).every((each) => each.band === band)).toBe(true);
          expect(all[from - 1]?.band).toBe(band);
          expect(all[to]?.band).not.toBe(band);
        }
        expect(new Set(crowds.map(({ band }) => band)).size).toBe(crowds.length);
      }),
    );
  });

  test("leave no more to stand than can, by less than one band pushed far", () => {
    fc.assert(
      fc.property(wanting, (all) => {
        const crowds = findCrowds(all);
        const isHidden = (at: number) => crowds.some(({ from, to }) => at >= from && at < to);
        let floor = 0;
        for (const [at, { band, height }] of all.entries()) {
          if (isHidden(at)) continue;
          const level = band * 540;
          const top = Math.max(level, floor);
          floor = top + height + 8;
          // A window's height, one card that is taller than a band, and the smallest surplus.
          expect(top - level).toBeLessThanOrEqual(900 + 540 + 2 * 408);
        }
      }),
    );
  });

  test("do not change for a thread that comes far away from them", () => {
    const before = findCrowds(threads({ 0: 300, 20: 1 }));
    const after = findCrowds(threads({ 0: 300, 20: 2 }));
    expect(after).toEqual(before);
  });
});
