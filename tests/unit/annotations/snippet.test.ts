import fc from "fast-check";
import { expect, test } from "vitest";

import { snippetAround, wordsOf } from "@/lib/annotations/snippet";

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** The snippet with its hits in brackets. */
function shown(text: string, query: string): string {
  const snippet = snippetAround(text, wordsOf(query));
  return snippet.hits.reduceRight(
    (marked, { start, end }) =>
      `${marked.slice(0, start)}[${marked.slice(start, end)}]${marked.slice(end)}`,
    snippet.text,
  );
}

test("short words are shown whole, with every hit marked", () => {
  expect(shown("Why a brown fox?\nFoxes are.", "FOX brown")).toBe(
    "Why a [brown] [fox]? [Fox]es are.",
  );
});

test("accents and case make no difference", () => {
  expect(shown("Au CAFÉ de la Straße", "cafe strasse")).toBe("Au [CAFÉ] de la [Straße]");
});

test("of a long text the part around the first hit is shown, cut between words", () => {
  const text = `${"before ".repeat(50)}fox ${"after ".repeat(50)}`;
  const snippet = shown(text, "fox");
  expect(snippet).toMatch(/^…(before )+\[fox\]( after)+…$/);
  expect(snippet.length).toBeLessThan(190);
});

test("of words in each other the longer is marked", () => {
  expect(shown("a foxglove", "fox foxglove")).toBe("a [foxglove]");
});

test("what our folding does not find is shown from its beginning", () => {
  expect(snippetAround("Which fox?", ["dog"])).toEqual({ text: "Which fox?", hits: [] });
});

test("each word is looked for once", () => {
  expect(wordsOf(" fox  dog\tfox ")).toEqual(["fox", "dog"]);
});

test("whatever is searched in whatever text, hits lie in the snippet, in order and apart", () => {
  const letters = fc.string({ unit: fc.constantFrom(..."aéß 🦊"), maxLength: 400 });
  fc.assert(
    fc.property(letters, letters, (text, query) => {
      const snippet = snippetAround(text, wordsOf(query.slice(0, 12)));
      let last = 0;
      for (const { start, end } of snippet.hits) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(snippet.text.length);
      expect(snippet.text).not.toMatch(LONE_SURROGATE);
    }),
  );
});
