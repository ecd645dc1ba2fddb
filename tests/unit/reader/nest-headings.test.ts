import fc from "fast-check";
import { expect, test } from "vitest";

import { type HeadingBranch, headingAt, nestHeadings } from "@/components/reader/nest-headings";

const headingsOf = (...levels: number[]) =>
  levels.map((level, at) => ({ level, words: `${at}`, offset: at * 10 }));
const shapeOf = (branches: HeadingBranch[]): unknown[] =>
  branches.map(({ heading, below }) =>
    below.length > 0 ? [heading.words, shapeOf(below)] : heading.words,
  );

test("headings stand below the one of a higher rank before them", () => {
  expect(shapeOf(nestHeadings(headingsOf(2, 3, 3, 4, 2)))).toEqual([
    ["0", ["1", ["2", ["3"]]]],
    "4",
  ]);
});

test("a level that is left out makes no step, and a text may begin with a lower rank", () => {
  expect(shapeOf(nestHeadings(headingsOf(4, 2, 6)))).toEqual(["0", ["1", ["2"]]]);
  expect(nestHeadings([])).toEqual([]);
});

test("every heading is there once, in the order of the text", () => {
  const level = fc.integer({ min: 1, max: 6 });
  fc.assert(
    fc.property(fc.array(level), (levels) => {
      const order = (branches: HeadingBranch[]): number[] =>
        branches.flatMap(({ index, below }) => [index, ...order(below)]);
      expect(order(nestHeadings(headingsOf(...levels)))).toEqual(levels.map((_, at) => at));
    }),
  );
});

test("one reads under the last heading before", () => {
  const headings = headingsOf(2, 3, 2);
  const offsets = [-1, 0, 9, 10, 25, 1_000];
  expect(offsets.map((offset) => headingAt(headings, offset))).toEqual([-1, 0, 0, 1, 2, 2]);
  expect(headingAt([], 5)).toBe(-1);
});
