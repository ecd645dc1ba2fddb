import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { findFolded, fold } from "@/lib/anchoring";

function find(text: string, query: string): string[] {
  return findFolded(fold(text), query, 100).map(({ start, end }) => text.slice(start, end));
}

const MANY = 1_000;

describe("words are found", () => {
  test.each([
    ["whatever their case", "The THE the", "tHe", ["The", "THE", "the"]],
    ["with and without accents", "Café cafe CAFÉ", "cafe", ["Café", "cafe", "CAFÉ"]],
    ["by accents where the text has none", "cafe", "café", ["cafe"]],
    ["with accents that stand as marks of their own", "cafe\u0301s", "café", ["cafe\u0301"]],
    [
      "with several marks on one letter",
      "Vie\u0323\u0302t Việt",
      "viet",
      ["Vie\u0323\u0302t", "Việt"],
    ],
    ["across ligatures", "eﬃcient oﬀer", "ffi", ["ﬃ"]],
    ["with an ß spelt out", "Straße STRASSE", "strasse", ["Straße", "STRASSE"]],
    ["by an ß where two letters stand", "Strasse", "straße", ["Strasse"]],
    ["as a whole letter where half of it fits", "Maß und", "s u", ["ß u"]],
    ["once in a letter that is spelt with the same twice", "ß", "s", ["ß"]],
    ["with the letters of the north", "Ærø, Łódź, Þór", "lodz", ["Łódź"]],
    ["with either sigma", "ὁ λόγος ΛΟΓΟΣ", "λογοσ", ["λόγος", "ΛΟΓΟΣ"]],
    ["with a dotted I", "İzmir", "izmir", ["İzmir"]],
    ["over line breaks and several spaces", "brown\n  fox", "brown fox", ["brown\n  fox"]],
    ["over no-break spaces", "10\u00a0000", "10 000", ["10\u00a0000"]],
    ["over soft hyphens", "Donau\u00addampf", "donaudampf", ["Donau\u00addampf"]],
    ["whichever apostrophes they have", "it’s", "it's", ["it’s"]],
    ["beside characters of two units", "🦊fox🦊", "fox🦊", ["fox🦊"]],
    ["in Chinese", "百家争鸣", "争鸣", ["争鸣"]],
    ["with points and without in Hebrew", "שָׁלוֹם", "שלום", ["שָׁלוֹם"]],
  ])("%s", (_, text, query, hits) => {
    expect(find(text, query)).toEqual(hits);
  });

  test.each([
    ["kana with its mark is another letter", "か", "が"],
    ["a Hangul syllable is no part of another", "각", "가"],
    ["the vowel sign of an Indic letter counts", "कि", "का"],
    ["words apart are not one word", "brown fox", "brownfox"],
  ])("but %s", (_, text, query) => {
    expect(find(text, query)).toEqual([]);
  });

  test.each(["", "  ", "\u0301"])("and nothing is found by %j", (query) => {
    expect(find("some words, e\u0301", query)).toEqual([]);
  });
});

test("no more are found than asked for", () => {
  expect(findFolded(fold("a".repeat(50)), "a", 7)).toHaveLength(7);
});

describe("in any text", () => {
  const letters = fc.constantFrom(..."aAsSeEéßſﬁﬃİıσςΣ \n\u0301\u00ad가각かが\u3099\u0323🦊—’x");
  const anyText = fc.oneof(
    fc.string({ unit: letters, maxLength: 40 }),
    fc.string({ unit: "binary", maxLength: 40 }),
  );

  test("hits are whole, in order, apart, and read as what was looked for", () => {
    fc.assert(
      fc.property(anyText, anyText, (text, query) => {
        let last = 0;
        for (const { start, end } of findFolded(fold(text), query, MANY)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(fold(text.slice(start, end)).text).toContain(fold(query.trim()).text.trim());
          last = end;
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test("whatever words stand in it are found there", () => {
    const around = fc.string({ unit: fc.constantFrom(..."aé ß.\n"), maxLength: 10 });
    const word = fc.string({ unit: fc.constantFrom(..."qQẞéﬁzŻ"), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(around, word, around, (before, words, after) => {
        const text = `${before}${words}${after}`;
        for (const query of [words, words.toUpperCase(), words.normalize("NFD")]) {
          const hits = findFolded(fold(text), query, MANY);
          const covered = hits.some(
            ({ start, end }) => start <= before.length && end >= before.length + words.length,
          );
          const overlapped = hits.some(
            ({ start, end }) => start < before.length + words.length && end > before.length,
          );
          expect(covered || overlapped).toBe(true);
        }
      }),
    );
  });

  test("every folded character says where it comes from", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = fold(text);
        for (let at = 0; at < folded.text.length; at += 1) {
          expect(folded.starts[at]).toBeLessThan(folded.ends[at]!);
          if (at > 0) expect(folded.starts[at]).toBeGreaterThanOrEqual(folded.starts[at - 1]!);
        }
      }),
    );
  });
});
