import { describe, expect, test } from "vitest";

import { contrast, contrastOver, readThemes } from "./tokens";

const GROUNDS = ["paper", "raised", "sunk", "touched"];
const KINDS = ["highlight", "comment", "question"];
const MARKS = KINDS.flatMap((kind) => [1, 2, 3].map((depth) => `${kind}-${depth}`));
const LINES = [...KINDS, "private"].map((kind) => `${kind}-line`);

/** The words of a reading, on the page and in every mark: AAA. */
const READ = [
  ...[...GROUNDS, ...MARKS].map((ground) => ["ink", ground]),
  ["on-focused", "focused"],
  ["on-found", "found"],
] as const;

/** Everything else that is written: AA. */
const WRITTEN = [
  ...["soft", "faint", "accent"].flatMap((voice) => GROUNDS.map((ground) => [voice, ground])),
  ...["paper", "raised", "wash"].map((ground) => ["accent-strong", ground]),
  ["ink", "wash"],
  ["accent", "wash"],
  ["on-accent", "accent"],
  ["on-accent", "accent-strong"],
  ["paper", "ink"],
  ["paper", "soft"],
] as const;

/** What is to be seen and not read: lines, icons, edges of what can be used. */
const SEEN = [...LINES, "edge"].flatMap((line) => [
  [line, "paper"],
  [line, "raised"],
]);

describe.each([...readThemes()])("in the theme “%s”", (_, theme) => {
  const colour = (name: string) => {
    const found = theme.get(name);
    if (!found) throw new Error(`--${name} is no colour`);
    return found;
  };

  /** Pairs that fall short of `least`, with what they have. */
  function short(pairs: readonly (readonly string[])[], least: number): string[] {
    return pairs.flatMap(([upper, lower]) => {
      const has = contrast(colour(upper!), colour(lower!));
      return has < least ? [`${upper} on ${lower}: ${has.toFixed(2)}`] : [];
    });
  }

  test("the words of a reading have a contrast of 7 everywhere", () => {
    expect(short(READ, 7)).toEqual([]);
  });

  test("other words have a contrast of 4.5", () => {
    expect(short(WRITTEN, 4.5)).toEqual([]);
  });

  test("lines, icons and edges have a contrast of 3", () => {
    expect(short(SEEN, 3)).toEqual([]);
  });

  test("what the pointer is on stays readable", () => {
    const has = contrastOver(colour("ink"), colour("hovered"), colour("paper"));
    expect(has).toBeGreaterThanOrEqual(7);
  });
});

test("black on white has the greatest contrast there is", () => {
  const grey = (lightness: number) => ({ lightness, chroma: 0, hue: 0, alpha: 1 });
  expect(contrast(grey(0), grey(1))).toBeCloseTo(21, 1);
  expect(contrast(grey(1), grey(1))).toBeCloseTo(1, 5);
  // #767676 on white, the well-known limit of AA.
  expect(contrast({ ...grey(0.5681), alpha: 1 }, grey(1))).toBeCloseTo(4.54, 1);
});
