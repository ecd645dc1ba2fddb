import { describe, expect, test } from "vitest";

import { addStep, joinLogs } from "@/lib/editor/step-log";
import type { StepMaps } from "@/lib/editor/step-maps";

const log = (...steps: StepMaps) => steps.reduce<StepMaps>(addStep, []);

describe("steps in a row", () => {
  test("become one where each touches the place of the one before", () => {
    expect(log([5, 0, 1], [6, 0, 1], [7, 0, 1])).toEqual([[5, 0, 3]]);
    expect(log([5, 1, 0], [4, 1, 0])).toEqual([[4, 2, 0]]);
    expect(log([5, 0, 3], [6, 1, 0])).toEqual([[5, 0, 2]]);
    expect(log([5, 2, 4], [3, 4, 1])).toEqual([[3, 4, 3]]);
  });

  test("stay apart where they are of different places, or replaced several", () => {
    expect(log([5, 0, 1], [20, 0, 1])).toEqual([
      [5, 0, 1],
      [20, 0, 1],
    ]);
    expect(log([1, 0, 1, 9, 0, 1], [2, 0, 1])).toHaveLength(2);
  });

  test("that changed no place are none", () => {
    expect(log([5, 0, 1], [])).toEqual([[5, 0, 1]]);
  });
});

describe("two logs", () => {
  test("are one, joined where they meet", () => {
    expect(joinLogs([[5, 0, 1]], [[6, 0, 1]])).toEqual([[5, 0, 2]]);
  });

  test("are unknown where one is, or where both are too long to be of use", () => {
    expect(joinLogs(null, [[6, 0, 1]])).toBeNull();
    expect(joinLogs([[5, 0, 1]], null)).toBeNull();
    const long = Array.from({ length: 9_000 }, (_, index) => [index * 9, 0, 1]);
    expect(joinLogs(long, long)).toBeNull();
  });
});
