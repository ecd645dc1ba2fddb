import fc from "fast-check";
import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";

import { firstWords, threadName } from "@/components/reader/thread-name";
import messages from "@/messages/en.json";

test("a thread on no passage is on the whole reading", () => {
  const translator = createTranslator({ locale: "en", messages, namespace: "reader" });
  const t = translator as unknown as Parameters<typeof threadName>[0];
  expect(threadName(t, "")).toBe("Thread on the whole reading");
});

describe("the first words of a passage", () => {
  test.each([
    ["A few words", "A few words"],
    ["  space \n and\u00A0lines  ", "space and lines"],
    ["exactly forty characters long, or nearly", "exactly forty characters long, or nearly"],
    [
      "The Communist Party of China (CPC) took four major steps",
      "The Communist Party of China (CPC) took…",
    ],
    [
      "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
      "Donaudampfschifffahr…",
    ],
    [
      "国际交流新时代中国共产党国际交流新时代中国共产党国际交流新时代中国共产党国际交流新时代中国共产党",
      "国际交流新时代中国共产党国际交流新时代中…",
    ],
    ["a line\uFFFCanother line", "a line another line"],
    ["a note\uFFFC, and on", "a note , and on"],
    ["\uFFFC", ""],
  ])("of %j are %j", (quote, words) => {
    expect(firstWords(quote)).toBe(words);
  });

  test("are never half a character, and never long", () => {
    const character = fc.constantFrom("a", "b", " ", "中", "😀", "𝔸", "é", "\n", "\uFFFC");
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 120 }), (quote) => {
        const words = firstWords(quote);
        expect(words).not.toMatch(/\p{Surrogate}/u);
        expect(words.length).toBeLessThanOrEqual(41);
        expect(words).not.toContain("\uFFFC");
        const whole = quote.replace(/[\s\uFFFC]+/g, " ").trim();
        expect(whole.startsWith(words.replace(/…$/, ""))).toBe(true);
        expect(words.endsWith("…")).toBe(words !== whole);
      }),
    );
  });
});

test("a thread is called by them", () => {
  const translator = createTranslator({ locale: "en", messages, namespace: "reader" });
  // The hook's type knows no messages, this one all of them.
  const t = translator as unknown as Parameters<typeof threadName>[0];
  expect(threadName(t, "transcending  ideological\ndifference")).toContain(
    "transcending ideological difference",
  );
});
