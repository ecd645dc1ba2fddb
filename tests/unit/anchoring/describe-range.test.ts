import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { CONTEXT_LENGTH, describeRange, trimRange, wholeCharacters } from "@/lib/anchoring";

/** Words with pairs of surrogates among them, and now and then a leaf or the end of a block. */
const character = fc.constantFrom(
  "a",
  "b",
  " ",
  "é",
  "e\u0301",
  "中",
  "😀",
  "👩‍🏫",
  "א",
  "\n",
  "\uFFFC",
);
const text = fc.string({ unit: character, minLength: 1, maxLength: 90 });

const ranged = fc.tuple(text, fc.nat(999), fc.nat(999)).map(([words, a, b]) => {
  const start = a % words.length;
  return { words, start, end: start + 1 + (b % (words.length - start)) };
});

const hasHalves = (words: string) => /\p{Surrogate}/u.test(words);

describe("a described range", () => {
  const sentence = "It was the best of times, it was the worst of times, it was the age of wisdom.";

  test("says what it quotes and what stands around it", () => {
    const start = sentence.indexOf("worst");
    expect(describeRange(sentence, start, start + 5)).toEqual({
      start,
      end: start + 5,
      quote: "worst",
      prefix: sentence.slice(start - 32, start),
      suffix: " of times, it was the age of wis",
    });
  });

  test("has shorter context at the ends of the text", () => {
    expect(describeRange("One two", 0, 3)).toMatchObject({ prefix: "", suffix: " two" });
    expect(describeRange("One two", 4, 7)).toMatchObject({ prefix: "One ", suffix: "" });
    expect(describeRange("One", 0, 3)).toMatchObject({ quote: "One", prefix: "", suffix: "" });
  });

  test("is widened where it cuts a character, and its context shortened", () => {
    const faces = "😀".repeat(40);
    const described = describeRange(faces, 41, 43);
    expect(described).toMatchObject({ start: 40, end: 44, quote: "😀😀" });
    expect(described.prefix).toBe("😀".repeat(16));
    const shifted = describeRange(`a${faces}`, 41, 43);
    expect(shifted.prefix).toBe("😀".repeat(16));
    expect(describeRange(`${faces}a`, 40, 42).suffix).toBe("😀".repeat(16));
    expect(describeRange(`${"😀".repeat(20)}ab${"😀".repeat(20)}`, 41, 42)).toMatchObject({
      quote: "b",
      prefix: `${"😀".repeat(15)}a`,
      suffix: "😀".repeat(16),
    });
  });

  test("is cut from the text, with as much context as there is, and holds no half characters", () => {
    fc.assert(
      fc.property(ranged, ({ words, start, end }) => {
        const { quote, prefix, suffix, ...range } = describeRange(words, start, end);
        expect(range).toEqual(wholeCharacters(words, start, end));
        expect(quote).toBe(words.slice(range.start, range.end));
        expect(words.slice(0, range.start).endsWith(prefix)).toBe(true);
        expect(words.slice(range.end).startsWith(suffix)).toBe(true);
        expect([quote, prefix, suffix].some(hasHalves)).toBe(false);
        const room = [Math.min(CONTEXT_LENGTH, range.start)];
        room.push(Math.min(CONTEXT_LENGTH, words.length - range.end));
        for (const [index, context] of [prefix, suffix].entries()) {
          expect(context.length).toBeLessThanOrEqual(room[index]!);
          expect(context.length).toBeGreaterThanOrEqual(room[index]! - 1);
        }
      }),
    );
  });

  test.each([
    [0, 0],
    [3, 2],
    [-1, 2],
    [0, 8],
    [7, 8],
    [0.5, 2],
    [0, 2.5],
    [Number.NaN, 2],
    [0, Number.POSITIVE_INFINITY],
  ])("[%d, %d) of seven units is none", (start, end) => {
    expect(() => describeRange("One two", start, end)).toThrow(RangeError);
  });
});

describe("a range without its white space", () => {
  test.each([
    { text: "  one two ", start: 0, end: 10, is: "one two" },
    { text: "one\ntwo", start: 3, end: 7, is: "two" },
    { text: "one\ntwo", start: 0, end: 4, is: "one" },
    { text: "\u00A0one\u3000", start: 0, end: 5, is: "one" },
    { text: "\u200Bone\u2060", start: 0, end: 5, is: "one" },
    { text: "\uFEFFone", start: 0, end: 4, is: "one" },
    { text: "one two", start: -5, end: 99, is: "one two" },
    { text: " \uFFFC ", start: 0, end: 3, is: "\uFFFC" },
    { text: "a 😀 b", start: 1, end: 3, is: "😀" },
    { text: "a 😀 b", start: 3, end: 5, is: "😀" },
  ])("of $start to $end of “$text” is “$is”", ({ text: words, start, end, is }) => {
    const range = trimRange(words, start, end);
    expect(range && words.slice(range.start, range.end)).toBe(is);
  });

  test.each([
    ["   ", 0, 3],
    ["one", 1, 1],
    ["one", 2, 1],
    ["one \n two", 3, 6],
    ["", 0, 0],
  ])("is none where there is nothing else: %j from %d to %d", (words, start, end) => {
    expect(trimRange(words, start, end)).toBeNull();
  });

  test("lies in the range, begins and ends with something to see, and holds all of that", () => {
    fc.assert(
      fc.property(ranged, ({ words, start, end }) => {
        const range = trimRange(words, start, end);
        const wide = wholeCharacters(words, start, end);
        const seen = words.slice(start, end).replace(/[\s\u200B\u2060]/g, "");
        if (!range) {
          expect(seen).toBe("");
          return;
        }
        expect(range.start).toBeGreaterThanOrEqual(wide.start);
        expect(range.end).toBeLessThanOrEqual(wide.end);
        const quote = words.slice(range.start, range.end);
        expect(quote).toBe(quote.trim());
        expect(hasHalves(quote)).toBe(false);
        expect(quote.replace(/[\s\u200B\u2060]/g, "")).toContain(seen);
      }),
    );
  });
});

test("whole characters are the same again when widened once more", () => {
  fc.assert(
    fc.property(ranged, ({ words, start, end }) => {
      const { start: from, end: to } = wholeCharacters(words, start, end);
      expect(wholeCharacters(words, from, to)).toEqual({ start: from, end: to });
      expect([start - from, to - end].every((by) => by === 0 || by === 1)).toBe(true);
    }),
  );
});
