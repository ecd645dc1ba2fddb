import { expect, test } from "vitest";

import { pickedWords } from "@/components/reader/picked-words";
import { blockOfKey, stepOfKey } from "@/components/reader/picker-keys";

test.each([
  ["ArrowRight", "ltr", { unit: "word", by: 1 }],
  ["ArrowLeft", "ltr", { unit: "word", by: -1 }],
  ["ArrowDown", "ltr", { unit: "sentence", by: 1 }],
  ["ArrowLeft", "rtl", { unit: "word", by: 1 }],
  ["ArrowRight", "rtl", { unit: "word", by: -1 }],
  ["ArrowUp", "rtl", { unit: "sentence", by: -1 }],
])("%s in %s text", (key, direction, step) => {
  expect(stepOfKey({ key, shiftKey: false }, direction)).toEqual({ ...step, isExtending: false });
  expect(stepOfKey({ key, shiftKey: true }, direction)).toEqual({ ...step, isExtending: true });
});

test("a letter is no step", () => {
  expect(stepOfKey({ key: "h", shiftKey: false }, "ltr")).toBeNull();
  expect(blockOfKey("h", 0, 3)).toBeNull();
});

test("blocks end where the text does", () => {
  const to = (key: string, block: number) => blockOfKey(key, block, 3);
  expect([to("ArrowDown", 0), to("ArrowDown", 2), to("ArrowUp", 2), to("ArrowUp", 0)]).toEqual([
    1, 2, 1, 0,
  ]);
  expect([to("Home", 2), to("End", 0)]).toEqual([0, 2]);
});

test("a short passage is told whole, a long one by its ends", () => {
  expect(pickedWords("The quick\nbrown\uFFFC fox")).toBe("The quick brown fox");
  const long = `Call me Ishmael. ${"word ".repeat(100)}and so it ends.`;
  expect(pickedWords(long)).toMatch(/^Call me Ishmael\. [\w ]+ … [\w ]+ and so it ends\.$/);
  expect(pickedWords(long).length).toBeLessThan(130);
  const unspaced = pickedWords("我喜欢读书".repeat(60));
  expect(unspaced).toMatch(/^我喜欢.+ … .+读书$/);
  expect(pickedWords("𠮷".repeat(100))).not.toMatch(/\p{Surrogate}/u);
});
