import { expect, test } from "vitest";

import { has } from "@/components/participation/cell-flags";
import { moveBy } from "@/components/participation/grid-keys";

const size = { rows: 11, columns: 4, page: 5 };
const plain = { ctrlKey: false, metaKey: false };

test.each([
  ["ArrowDown", { row: 3, column: 1 }],
  ["ArrowUp", { row: 1, column: 1 }],
  ["ArrowLeft", { row: 2, column: 0 }],
  ["ArrowRight", { row: 2, column: 2 }],
  ["PageDown", { row: 7, column: 1 }],
  ["PageUp", { row: 0, column: 1 }],
  ["Home", { row: 2, column: 0 }],
  ["End", { row: 2, column: 3 }],
])("%s leads from a cell to its neighbour", (key, place) => {
  expect(moveBy({ key, ...plain }, { row: 2, column: 1 }, size)).toEqual(place);
});

test("nothing leads out of the grid, and other keys lead nowhere", () => {
  const last = { row: 10, column: 3 };
  expect(moveBy({ key: "ArrowDown", ...plain }, last, size)).toEqual(last);
  expect(moveBy({ key: "PageDown", ...plain }, last, size)).toEqual(last);
  expect(moveBy({ key: "Home", ctrlKey: true, metaKey: false }, last, size)).toEqual({
    ...{ row: 0, column: 0 },
  });
  expect(
    moveBy({ key: "End", ctrlKey: false, metaKey: true }, { row: 0, column: 0 }, size),
  ).toEqual(last);
  expect(moveBy({ key: "Tab", ...plain }, last, size)).toBeNull();
});

test("the flags of a cell are read back", () => {
  expect(has(1 + 4 + 32)).toEqual({
    ...{ overridden: true, released: false, moved: true },
    ...{ contested: false, complete: false, active: true },
  });
});
