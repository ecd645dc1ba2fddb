import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  countStretches,
  keepSame,
  measureDensity,
  stretchAt,
  stretchStart,
} from "@/components/reader/density";
import { stripKey } from "@/components/reader/strip-keys";

const length = fc.integer({ min: 0, max: 2_000_000 });
const note = (
  start: number,
  rest: Partial<{ end: number; state: string; isNew: boolean }> = {},
) => ({
  start,
  end: start + 5,
  state: "EXACT",
  isNew: false,
  ...rest,
});

describe("the stretches of a text", () => {
  test("are 80 of a long text, fewer of a short one, and one of none", () => {
    expect([0, 1, 80, 81, 6_321, 1_000_000].map(countStretches)).toEqual([1, 1, 1, 2, 80, 80]);
  });

  test("begin where they are found, and cover the text in order", () => {
    fc.assert(
      fc.property(length, (length) => {
        const count = countStretches(length);
        for (let at = 0; at < count; at++) {
          const start = stretchStart(length, at);
          expect(stretchAt(length, start)).toBe(at);
          if (at > 0) expect(stretchAt(length, start - 1)).toBe(at - 1);
        }
        expect(stretchAt(length, length)).toBe(count - 1);
        expect(stretchAt(length, -1)).toBe(0);
      }),
    );
  });
});

describe("the density of notes", () => {
  test("counts every note once, where it begins, and the unread among them", () => {
    const notes = [note(0), note(10, { isNew: true }), note(799, { end: 4_000 })];
    const density = measureDensity(800, notes, ({ isNew }) => isNew);
    expect(density).toHaveLength(10);
    expect(density[0]).toEqual({ notes: 2, unread: 1 });
    expect(density[9]).toEqual({ notes: 1, unread: 0 });
  });

  test("leaves out what lies on no passage, or on one that is gone", () => {
    const notes = [note(0, { end: 0 }), note(10, { state: "DETACHED" })];
    expect(measureDensity(800, notes, () => true).every(({ notes }) => notes === 0)).toBe(true);
  });

  test("adds up to the number of notes, whatever text they are on", () => {
    fc.assert(
      fc.property(length, fc.array(fc.nat(2_000_000)), (length, starts) => {
        const density = measureDensity(
          length,
          starts.map((start) => note(start)),
          () => true,
        );
        const sum = (of: "notes" | "unread") => density.reduce((all, each) => all + each[of], 0);
        expect([sum("notes"), sum("unread")]).toEqual([starts.length, starts.length]);
      }),
    );
  });

  test("keeps of a known one what says the same, and all of it where all does", () => {
    const density = (length: number, isUnread: boolean) =>
      measureDensity(length, [note(10), note(700)], ({ start }) => isUnread && start === 10);
    const known = density(800, false);
    expect(keepSame(known, density(800, false))).toBe(known);
    const next = keepSame(known, density(800, true));
    expect(next).toEqual(density(800, true));
    expect(next.map((each, at) => each === known[at])).toEqual(known.map((_, at) => at !== 0));
    expect(keepSame(known, density(720, false))).toHaveLength(9);
  });
});

test.each([
  ["ArrowDown", 6],
  ["ArrowRight", 6],
  ["ArrowUp", 4],
  ["PageDown", 15],
  ["PageUp", 0],
  ["Home", 0],
  ["End", 19],
  ["j", null],
  ["Tab", null],
])("%s leads from the sixth of twenty stretches to %s", (key, to) => {
  expect(stripKey(key, 5, 20)).toBe(to);
});
