import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { ComparedBlock, ComparedPiece } from "@/lib/anchoring";
import { compareTexts } from "@/lib/anchoring/compare";
import { anyEdits, anyText, play } from "./edits";

const lines = (...texts: string[]) => texts.join("\n");

/** Blocks as short words: what is on one side only stands in brackets. */
function shown(before: string, after: string): [string, string | null, string | null][] {
  const mark = (pieces: ComparedPiece[] | null) =>
    pieces?.map(({ text, isOnly }) => (isOnly ? `[${text}]` : text)).join("") ?? null;
  return compareTexts(before, after).map((each) => [
    each.kind,
    mark(each.before),
    mark(each.after),
  ]);
}

const RIVER = "The river runs down to the sea, and the boats go after it.";
const WINTER = "The winter comes with ice and wind, and the boats lie on the shore.";
const REFRAIN = "And so we sing.";

describe("two texts side by side", () => {
  test("show what is the same, what was added and what was removed", () => {
    expect(shown(lines(RIVER, WINTER), lines(RIVER, "A new verse.", WINTER))).toEqual([
      ["same", RIVER, RIVER],
      ["added", null, "[A new verse.]"],
      ["same", WINTER, WINTER],
    ]);
    expect(shown(lines(RIVER, WINTER), WINTER)).toEqual([
      ["removed", `[${RIVER}]`, null],
      ["same", WINTER, WINTER],
    ]);
  });

  test("show the words that were changed in a block, those that follow each other as one", () => {
    const after = RIVER.replace("down to", "out into").replace(" after it", "");
    expect(shown(lines(RIVER, WINTER), lines(after, WINTER))[0]).toEqual([
      "changed",
      "The river runs [down to] the sea, and the boats go[ after it].",
      "The river runs [out into] the sea, and the boats go.",
    ]);
  });

  test("show other quotation marks as a change, as they are one", () => {
    expect(shown("I don\u2019t know.", "I don't know.")[0]).toEqual([
      "changed",
      "I don[\u2019]t know.",
      "I don[']t know.",
    ]);
  });

  test("show a block that stands elsewhere on both sides, as moved", () => {
    const rest = ["One verse of the song.", "And a second one.", "And then the third."];
    expect(shown(lines(RIVER, ...rest), lines(...rest, RIVER))).toEqual([
      ["moved", RIVER, null],
      ...rest.map((each) => ["same", each, each]),
      ["moved", null, RIVER],
    ]);
  });

  test("keep as many refrains as there are on both sides", () => {
    const kinds = (before: string, after: string) => shown(before, after).map(([kind]) => kind);
    expect(kinds(lines(REFRAIN, REFRAIN, REFRAIN), lines(REFRAIN, REFRAIN))).toEqual([
      "same",
      "same",
      "removed",
    ]);
  });

  test("hold every word of both, once and in its order, whatever the edit", () => {
    const edited = anyText.chain((before) =>
      anyEdits.map((edits) => ({ before, after: play(before, edits).text })),
    );
    fc.assert(
      fc.property(edited, ({ before, after }) => {
        const compared = compareTexts(before, after);
        const side = (which: "before" | "after") =>
          compared.flatMap((each) => each[which] ?? []).map(({ text }) => text);
        const words = (text: string) => text.replaceAll(/\s/g, "");
        expect(words(side("before").join(""))).toBe(words(before));
        expect(words(side("after").join(""))).toBe(words(after));
        for (const each of compared) expectFit(each);
      }),
    );
  });

  test("are all the same when they are the same", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const kinds = new Set(compareTexts(text, text).map(({ kind }) => kind));
        expect([[], ["same"]]).toContainEqual([...kinds]);
      }),
    );
  });

  test("are compared in bounded time when a million units were replaced", {
    timeout: 60_000,
  }, () => {
    const book = (word: string) =>
      Array.from({ length: 3_000 }, (_, at) => `${word}${at} `.repeat(50)).join("\n");
    expect(compareTexts(book("one"), book("two")).length).toBe(6_000);
  });
});

function expectFit({ kind, before, after }: ComparedBlock): void {
  const hasOnly = [...(before ?? []), ...(after ?? [])].some(({ isOnly }) => isOnly);
  if (kind === "same")
    expect([before !== null, after !== null, hasOnly]).toEqual([true, true, false]);
  if (kind === "changed")
    expect([before !== null, after !== null, hasOnly]).toEqual([true, true, true]);
  if (kind === "added") expect(before).toBeNull();
  if (kind === "removed") expect(after).toBeNull();
  if (kind === "moved") expect((before === null) !== (after === null)).toBe(true);
}
