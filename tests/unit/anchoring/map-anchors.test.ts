import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { FollowOffset, StoredAnchor } from "@/lib/anchoring";
import { mapAnchors } from "@/lib/anchoring/map-anchors";
import {
  anchorsOf,
  anyCase,
  anyEdits,
  anyText,
  type Edited,
  followOf,
  plainText,
  play,
  truePlace,
} from "./edits";
import { anchorAt } from "./texts";

const RUNS = { numRuns: 500 };

/** Runs a mapping and puts what came out beside what went in. */
function mapEach(
  before: string,
  after: string,
  anchors: readonly StoredAnchor[],
  follow?: FollowOffset,
) {
  const mapped = mapAnchors(before, after, anchors, follow);
  expect(mapped.map(({ id }) => id)).toEqual(anchors.map(({ id }) => id));
  return mapped.map((now, index) => ({ anchor: anchors[index]!, now }));
}

/** The anchors as they are stored for the next revision. */
function stored(anchors: readonly StoredAnchor[], mapped: ReturnType<typeof mapAnchors>) {
  return anchors.map((anchor, index) => ({ ...anchor, ...mapped[index]! }));
}

function expectHonest(after: string, { anchor, now }: ReturnType<typeof mapEach>[number]) {
  const words = after.slice(now.start, now.end);
  const cutsPair = (at: number) =>
    /[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(after.slice(at - 1, at + 1));
  expect(now.start).toBeGreaterThanOrEqual(0);
  expect(now.end).toBeLessThanOrEqual(after.length);
  expect([cutsPair(now.start), cutsPair(now.end)]).toEqual([false, false]);
  if (now.state === "DETACHED") expect(words).toBe("");
  else if (now.state === "CHANGED") {
    expect(words).not.toBe(anchor.quote);
    expect(words).toBe(words.trim());
    expect(words).not.toBe("");
  } else expect(words).toBe(anchor.quote);
  if (now.state === "EXACT") expect(now.start).toBe(anchor.start);
  if (now.state === "MOVED") expect(now.start).not.toBe(anchor.start);
}

describe("mapped anchors", () => {
  test("cover their quotes when they are called exact or moved, after any edit", () => {
    fc.assert(
      fc.property(anyCase, ({ before, anchors, edited, isSeen }) => {
        const follow = isSeen ? followOf(edited) : undefined;
        const each = mapEach(before, edited.text, anchors, follow);
        for (const pair of each) expectHonest(edited.text, pair);
      }),
      RUNS,
    );
  });

  test("cover their quotes in a text that has nothing to do with theirs, whatever a browser says", () => {
    const lies = fc.func<[number, number], number | null>(fc.option(fc.nat(99)));
    const anyPair = anyText.chain((before) =>
      fc.tuple(fc.constant(before), anyText, anchorsOf(before), lies),
    );
    fc.assert(
      fc.property(anyPair, ([before, after, anchors, follow]) => {
        for (const pair of mapEach(before, after, anchors, follow)) expectHonest(after, pair);
      }),
      RUNS,
    );
  });

  test("are where their words went, of an edit that was seen, however often the words repeat", () => {
    fc.assert(
      fc.property(anyCase, ({ before, anchors, edited }) => {
        for (const { anchor, now } of mapEach(before, edited.text, anchors, followOf(edited))) {
          const place = truePlace(edited, anchor.start, anchor.end);
          if (place) expect(now).toMatchObject(place);
          if (place) expect(["EXACT", "MOVED"]).toContain(now.state);
        }
      }),
      RUNS,
    );
  });

  test("outside the edited blocks are where their words went, of an edit that nobody saw", () => {
    fc.assert(
      fc.property(plainCase, ({ before, edited, range, anchors }) => {
        for (const { anchor, now } of mapEach(before, edited.text, anchors)) {
          if (anchor.start < range.end && anchor.end > range.start) continue;
          // A line break alone is in no block.
          if (anchor.quote === "\n") continue;
          const place = truePlace(edited, anchor.start, anchor.end);
          expect(now).toMatchObject({ ...place, state: expect.stringMatching(/EXACT|MOVED/) });
        }
      }),
      RUNS,
    );
  });

  test("stay as they are when the same text is published", () => {
    fc.assert(
      fc.property(anyCase, ({ before, anchors, edited }) => {
        for (const { anchor, now } of mapEach(before, before, anchors)) {
          expect(now).toEqual({ ...now, start: anchor.start, end: anchor.end, state: "EXACT" });
        }
        const first = stored(anchors, mapAnchors(before, edited.text, anchors));
        for (const { anchor, now } of mapEach(edited.text, edited.text, first)) {
          const state = anchor.state === "MOVED" ? "EXACT" : anchor.state;
          expect(now).toEqual({ ...now, start: anchor.start, end: anchor.end, state });
        }
      }),
      RUNS,
    );
  });

  test("depend on no other anchor", () => {
    fc.assert(
      fc.property(anyCase, ({ before, anchors, edited }) => {
        const together = mapAnchors(before, edited.text, anchors);
        const alone = anchors.flatMap((anchor) => mapAnchors(before, edited.text, [anchor]));
        expect(together).toEqual(alone);
      }),
    );
  });

  test("come through two edits to where both together lead, for words that both kept", () => {
    fc.assert(
      fc.property(anyCase, anyEdits, ({ before, anchors, edited }, more) => {
        const last = play(edited.text, more);
        const both = { text: last.text, origins: last.origins.map((at) => originOf(edited, at)) };
        const first = stored(anchors, mapAnchors(before, edited.text, anchors, followOf(edited)));
        const second = mapAnchors(edited.text, last.text, first, followOf(last));
        const direct = mapAnchors(before, last.text, anchors, followOf(both));
        for (const [index, { start, end }] of anchors.entries()) {
          const middle = truePlace(edited, start, end);
          if (!middle || !truePlace(last, middle.start, middle.end)) continue;
          expect(second[index]!.start).toBe(direct[index]!.start);
          expect(second[index]!.end).toBe(direct[index]!.end);
        }
      }),
      RUNS,
    );
  });

  test("of notes on the whole reading stay at its beginning", () => {
    const whole = { id: "w", start: 0, end: 0, quote: "", prefix: "", suffix: "" };
    const anchors: StoredAnchor[] = [{ ...whole, state: "EXACT" }];
    expect(mapAnchors("Any text.", "", anchors)).toEqual([
      { id: "w", start: 0, end: 0, state: "EXACT" },
    ]);
  });
});

function originOf({ origins }: Edited, at: number | null): number | null {
  return at === null ? null : origins[at]!;
}

/** An edit of some neighbouring blocks of a text in which all blocks are different. */
const plainCase = fc
  .tuple(plainText, fc.nat(9), fc.nat(3), anyText)
  .chain(([blocks, a, count, words]) => {
    const before = blocks.join("\n");
    const first = a % blocks.length;
    const last = Math.min(first + count, blocks.length - 1);
    const start = blocks.slice(0, first).join("\n").length + (first > 0 ? 1 : 0);
    const range = { start, end: start + blocks.slice(first, last + 1).join("\n").length };
    const edited = play(before, [{ from: start, size: range.end - start, words, to: null }]);
    return fc.record({
      before: fc.constant(before),
      edited: fc.constant(edited),
      range: fc.constant(range),
      anchors: anchorsOf(before),
    });
  });

describe("a million units", () => {
  const SIZE = 1_000_000;
  const COUNT = 10_000;
  /** Far more than it takes on the slowest machine; without its bounds it would take hours. */
  const SECONDS = 60_000;
  const fill = (words: (index: number) => string) => {
    let text = "";
    for (let index = 0; text.length < SIZE; index++) text += words(index);
    return text.slice(0, SIZE);
  };
  const spread = (text: string) =>
    Array.from({ length: COUNT }, (_, index) => {
      const start = Math.floor((index / COUNT) * (text.length - 200));
      return anchorAt(text, start, start + 5 + (index % 190), String(index));
    });
  const prose = (seed: string) =>
    fill((index) => `${seed}${(index * 7919) % 4001}${index % 60 === 59 ? ".\n" : " "}`);

  test.each<[string, () => string, () => string]>([
    ["everything replaced", () => prose("w"), () => prose("v")],
    ["everything in one block replaced", () => prose("w").replaceAll("\n", " "), () => prose("v")],
    ["everything deleted", () => prose("w"), () => ""],
    ["one word again and again", () => fill(() => "word "), () => fill(() => "word ").slice(5)],
    [
      "without spaces",
      () => fill((i) => "學而時習之不亦說乎"[i % 9]!),
      () => fill((i) => "之不時習亦學而說乎"[i % 8]!),
    ],
    ["one letter", () => fill(() => "a"), () => fill(() => "a").slice(1)],
    ["one line again and again", () => fill(() => "row\n"), () => fill(() => "row\n").slice(4)],
    [
      "two lines in turn",
      () => fill((i) => (i % 2 ? "row\n" : "sea\n")),
      () => fill((i) => (i % 3 ? "row\n" : "sea\n")),
    ],
    [
      "every second line replaced",
      () => fill((i) => `line ${i}\n`),
      () => fill((i) => `line ${i % 2 ? i : -i}\n`),
    ],
    [
      "every word of every second line",
      () => prose("w"),
      () =>
        prose("w")
          .split("\n")
          .map((l, i) => (i % 2 ? l.replaceAll("w", "v") : l))
          .join("\n"),
    ],
    [
      "a period of a hundred",
      () => fill((i) => `w${i % 100} `),
      () => fill((i) => `w${(i + 7) % 100} `),
    ],
    ["reversed order", () => prose("w"), () => prose("w").split("\n").reverse().join("\n")],
  ])("are mapped in bounded time: %s", { timeout: SECONDS }, (_, makeBefore, makeAfter) => {
    const [before, after] = [makeBefore(), makeAfter()];
    const anchors = spread(before);
    for (const pair of mapEach(before, after, anchors)) {
      if (/EXACT|MOVED/.test(pair.now.state)) {
        expect(after.slice(pair.now.start, pair.now.end)).toBe(pair.anchor.quote);
      }
    }
  });
});
