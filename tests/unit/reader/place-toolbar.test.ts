import { expect, test } from "vitest";

import { placeToolbar } from "@/components/reader/place-toolbar";

const frame = { top: -1_000, left: 100, right: 700 };
const view = { top: 0, bottom: 800 };
const size = { half: 190, height: 46 };

function place(first: number, last: number, rest: object = {}) {
  const line = (top: number) => ({ top, bottom: top + 20, left: 300, right: 500 });
  const around = { first: line(first), last: line(last), frame, view, size, isTouch: false };
  const { x, y } = placeToolbar({ ...around, ...rest });
  return { x, y: y + frame.top };
}

test.each([
  ["below the last line", 100, 300, {}, 328],
  ["clear of the handles under a finger", 100, 300, { isTouch: true }, 352],
  ["above the first line where there is no room below", 700, 760, {}, 646],
  ["above a sheet", 300, 360, { view: { top: 0, bottom: 400 } }, 246],
  ["clear of the system's menu there", 700, 760, { isTouch: true }, 590],
  ["at the end of the window where both ends are out of sight", -900, 2_000, {}, 746],
  ["at its top where all is above", -900, -800, {}, 8],
])("the toolbar stands %s", (_, first, last, rest, top) => {
  expect(place(first, last, rest)).toEqual({ x: 300, y: top });
});

test("it never sticks out of the text", () => {
  const at = (left: number) => ({ last: { top: 300, bottom: 320, left, right: left + 10 } });
  expect(place(100, 300, at(100)).x).toBe(190);
  expect(place(100, 300, at(690)).x).toBe(410);
});
