import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";

import { segmentText, type Unit } from "@/lib/anchoring";

const cut = (text: string, unit: Unit, language = "en") =>
  segmentText(text, unit, language).map(({ start, end }) => text.slice(start, end));

afterEach(() => vi.unstubAllGlobals());

describe("words", () => {
  test.each([
    ["en", "It’s the fox-trot, isn't it?", ["It’s", "the", "fox", "trot", "isn't", "it"]],
    ["de", "Über 3,5 Äpfel!", ["Über", "3,5", "Äpfel"]],
    ["zh", "我喜欢读书。", ["我", "喜欢", "读书"]],
    ["ja", "吾輩は猫である。", ["吾輩", "は", "猫", "で", "ある"]],
    ["th", "ฉันรักภาษาไทย", ["ฉัน", "รัก", "ภาษา", "ไทย"]],
    ["ar", "قرأت كتابًا، أمس.", ["قرأت", "كتابًا", "أمس"]],
    ["he", "שלום עולם", ["שלום", "עולם"]],
    ["en", "Yes 👩‍👩‍👧 and 🇫🇷!", ["Yes", "👩‍👩‍👧", "and", "🇫🇷"]],
    ["en", "1 + 2 = 3 — so", ["1", "+", "2", "=", "3", "so"]],
  ])("%s: %s", (language, text, words) => {
    expect(cut(text, "word", language)).toEqual(words);
  });

  test("pass over line breaks and the numbers of notes, and stop at an image", () => {
    expect(cut("one\uFFFCtwo \uFFFC", "word")).toEqual(["one", "two"]);
    expect(cut("\uFFFC", "word")).toEqual(["\uFFFC"]);
  });

  test("are found in a language that nobody knows", () => {
    expect(cut("one two", "word", "not a language")).toEqual(["one", "two"]);
    expect(cut("one two", "word", "")).toEqual(["one", "two"]);
  });
});

describe("sentences", () => {
  test.each([
    ["en", "Is it? It is! “So,” he said. ", ["Is it?", "It is!", "“So,” he said."]],
    ["zh", "你好。你在读什么？", ["你好。", "你在读什么？"]],
    ["ja", "名前はまだ無い。どこで生れたか。", ["名前はまだ無い。", "どこで生れたか。"]],
    ["ar", "من هو؟ لا أعرف.", ["من هو؟", "لا أعرف."]],
    ["en", "No full stop", ["No full stop"]],
    ["en", " — ", []],
  ])("%s: %s", (language, text, sentences) => {
    expect(cut(text, "sentence", language)).toEqual(sentences);
  });
});

describe("where the browser has no segmenter", () => {
  test("words are parted by spaces and punctuation, and by the letter where there are none", () => {
    vi.stubGlobal("Intl", {});
    expect(cut("It’s a fox, 3 🦊!", "word")).toEqual(["It’s", "a", "fox", "3", "🦊"]);
    expect(cut("读书 now", "word", "zh")).toEqual(["读", "书", "now"]);
  });

  test("sentences end at full stops, question and exclamation marks", () => {
    vi.stubGlobal("Intl", {});
    expect(cut("Is it? “It is.” So", "sentence")).toEqual(["Is it?", "“It is.”", "So"]);
    expect(cut("你好。你在读什么？", "sentence", "zh")).toEqual(["你好。", "你在读什么？"]);
  });
});

test("segments are in order, never overlap, and never cut a character in two", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.constantFrom<Unit>("word", "sentence"),
      (text, unit) => {
        let end = 0;
        for (const segment of segmentText(text, unit, "en")) {
          expect(segment.start).toBeGreaterThanOrEqual(end);
          expect(segment.end).toBeGreaterThan(segment.start);
          expect(text.slice(segment.start, segment.end)).not.toMatch(/\p{Surrogate}/u);
          end = segment.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      },
    ),
  );
});
