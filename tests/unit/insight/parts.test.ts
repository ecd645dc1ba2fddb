import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { beginningOf, partsOf } from "@/lib/insight/parts";

const texts = fc
  .array(fc.string({ maxLength: 40 }), { maxLength: 60 })
  .map((lines) => lines.join("\n"));

describe("the parts of a text", () => {
  test("are the whole text in its order, as many as asked for at most", () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 30 }), (text, most) => {
        const parts = partsOf(text, most);
        expect(parts.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
        expect(parts.length).toBeLessThanOrEqual(most);
        expect(parts.every(({ start, end }) => end > start)).toBe(true);
      }),
    );
  });

  test("begin where a paragraph begins", () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { start } of partsOf(text, 12)) {
          expect(start === 0 || text[start - 1] === "\n").toBe(true);
        }
      }),
    );
  });

  test("have about one length where paragraphs have", () => {
    const text = Array.from({ length: 240 }, (_, number) => `Paragraph ${100 + number}.`).join(
      "\n",
    );
    expect(partsOf(text, 24)).toHaveLength(24);
  });

  test("are named by their first words, whole ones where there are any", () => {
    const name = (text: string, atMost: number) =>
      beginningOf(text, { start: 0, end: text.length }, atMost);
    expect(name("A short one\n", 20)).toBe("A short one");
    expect(name("The quick brown fox jumps", 12)).toBe("The quick …");
    expect(name("Incomprehensibilities", 5)).toBe("Incom …");
    expect(name("\uFFFCAn image first", 30)).toBe("An image first");
  });
});
