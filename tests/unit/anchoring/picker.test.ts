import { describe, expect, test } from "vitest";

import { createPicker, type Pick, pickedRange, type Step } from "@/lib/anchoring";

const BLOCKS = ["The fox ran. It hid!", "", "\uFFFC", "A dog slept."];
const text = BLOCKS.join("\n");
const blocks = BLOCKS.map((words, at) => {
  const from = BLOCKS.slice(0, at).join("\n").length + (at > 0 ? 1 : 0);
  return { from, to: from + words.length };
});
const picker = createPicker(text, blocks, "en");

const STEPS: Record<string, Step> = {
  right: { unit: "word", by: 1, isExtending: false },
  left: { unit: "word", by: -1, isExtending: false },
  down: { unit: "sentence", by: 1, isExtending: false },
  up: { unit: "sentence", by: -1, isExtending: false },
  "+right": { unit: "word", by: 1, isExtending: true },
  "+left": { unit: "word", by: -1, isExtending: true },
  "+down": { unit: "sentence", by: 1, isExtending: true },
  "+up": { unit: "sentence", by: -1, isExtending: true },
};

/** What is picked after these keys, begun at the first word of a block. */
function picked(keys: string, block = 0): string {
  const began = picker.begin(block)!;
  const steps = keys.split(" ").filter(Boolean);
  const { start, end } = pickedRange(
    steps.reduce<Pick>((at, key) => picker.step(at, STEPS[key]!), began),
  );
  return text.slice(start, end);
}

describe("begun in a block", () => {
  test("the first word is picked", () => expect(picked("")).toBe("The"));
  test("an image is picked whole", () => expect(picked("", 2)).toBe("\uFFFC"));
  test("one without words leads to the next", () => expect(picked("", 1)).toBe("\uFFFC"));
  test("there is nothing to pick in an empty text", () => {
    expect(createPicker("", [{ from: 0, to: 0 }], "en").begin(0)).toBeNull();
    expect(createPicker("", [], "en").begin(0)).toBeNull();
  });
});

describe("word by word", () => {
  test.each([
    ["right", "fox"],
    ["right right right", "It"],
    ["right right right right right", "\uFFFC"],
    ["right right right right right right", "A"],
    ["left", "The"],
    ["right left", "The"],
    ["+right right", "ran"],
    ["right right +left left", "The"],
  ])("%s: %s", (keys, words) => expect(picked(keys)).toBe(words));
});

describe("sentence by sentence", () => {
  test.each([
    ["down", "The fox ran."],
    ["up", "The fox ran."],
    ["down down", "It hid!"],
    ["down down up", "The fox ran."],
    ["down down down down", "A dog slept."],
    ["down down down down down", "A dog slept."],
    ["down right", "It"],
  ])("%s: %s", (keys, words) => expect(picked(keys)).toBe(words));
});

describe("extended", () => {
  test.each([
    ["+right +right", "The fox ran"],
    ["+right +right +left", "The fox"],
    ["+right +left", "The"],
    ["right +left", "The fox"],
    ["right +left +right", "fox"],
    ["right right right +left +left +right", "ran. It"],
    ["right +down", "fox ran."],
    ["right +down +down", "fox ran. It hid!"],
    ["right +down +up", "fox"],
    ["right right +up", "The fox ran"],
    ["down +down +down +down", text],
    ["down +down +down +down +down +down", text],
  ])("%s: %s", (keys, words) => expect(picked(keys)).toBe(words));
});

describe("a block of a hundred pages", () => {
  const sentences = Array.from({ length: 20_000 }, (_, at) => `This is number ${at}.`);
  const long = sentences.join(" ");
  const whole = [{ from: 0, to: long.length }];

  test("is picked from as quickly as a short one, and no sentence of it is cut", () => {
    const began = performance.now();
    const inLong = createPicker(long, whole, "en");
    let at = inLong.begin(0)!;
    for (const sentence of sentences.slice(0, 500)) {
      at = inLong.step(at, STEPS.down!);
      const { start, end } = pickedRange(at);
      expect(long.slice(start, end)).toBe(sentence);
    }
    // Segmented at once it takes half a minute and more.
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  test("is cut in no character where there is neither sentence nor space", () => {
    const unspaced = "𠮷".repeat(5_001);
    const inUnspaced = createPicker(unspaced, [{ from: 0, to: unspaced.length }], "zh");
    let at = inUnspaced.begin(0)!;
    for (let count = 0; count < 4; count++) {
      at = inUnspaced.step(at, STEPS.down!);
      const { start, end } = pickedRange(at);
      expect(unspaced.slice(start, end)).not.toMatch(/\p{Surrogate}/u);
    }
  });
});
