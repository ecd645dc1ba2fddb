import fc from "fast-check";

import { describeRange, type FollowOffset, type StoredAnchor } from "@/lib/anchoring";

/** A text of which each unit knows where it came from: its offset in the earlier text, or none. */
export interface Edited {
  text: string;
  origins: readonly (number | null)[];
}

/** Few words, so that they repeat, of many kinds, so that nothing is only true of English. */
const word = fc.constantFrom(
  ...[
    "a",
    "the",
    "Robin",
    "machines",
    "Linus",
    "é",
    "e\u0301",
    "don\u2019t",
    "don't",
    "😀",
    "👩‍🏫",
  ],
  ...["學而時習", "שלום", "\uFFFC", ".", "“so”", "  "],
);
const block = fc.array(word, { maxLength: 8 }).map((words) => words.join(" "));

export const anyText = fc.array(block, { maxLength: 8 }).map((blocks) => blocks.join("\n"));

/** A text whose blocks are all different, as nearly all texts are: each begins with its number. */
export const plainText = fc
  .array(block, { minLength: 1, maxLength: 8 })
  .map((blocks) => blocks.map((words, index) => `${index}. ${words}`));

/** What an editor does: words put in or taken out anywhere, a stretch cut and pasted elsewhere. */
export const anyEdits = fc.array(
  fc.record({
    from: fc.nat(999),
    size: fc.nat(40),
    words: fc.oneof(fc.constant(""), block, anyText),
    to: fc.option(fc.nat(999), { nil: null }),
  }),
  { minLength: 1, maxLength: 4 },
);

type Edits = typeof anyEdits extends fc.Arbitrary<infer Value> ? Value : never;

export function play(before: string, edits: Edits): Edited {
  let units = Array.from({ length: before.length }, (_, index) => ({
    unit: before[index]!,
    origin: index as number | null,
  }));
  for (const { from, size, words, to } of edits) {
    const at = from % (units.length + 1);
    const taken = units.slice(at, at + size);
    const added = Array.from({ length: words.length }, (_, index) => ({
      unit: words[index]!,
      origin: null,
    }));
    units = [...units.slice(0, at), ...added, ...units.slice(at + size)];
    if (to === null) continue;
    // Pasted, as the step maps have it: new text, whatever it was cut from.
    const pasted = taken.map(({ unit }) => ({ unit, origin: null }));
    const place = to % (units.length + 1);
    units = [...units.slice(0, place), ...pasted, ...units.slice(place)];
  }
  return {
    text: units.map(({ unit }) => unit).join(""),
    origins: units.map((each) => each.origin),
  };
}

/** Follows offsets as an editor does that saw the edit. */
export function followOf({ origins }: Pick<Edited, "origins">): FollowOffset {
  const places = new Map(origins.map((origin, place) => [origin, place]));
  return (offset, side) => {
    const place = places.get(side === 1 ? offset : offset - 1);
    return place === undefined ? null : place + (side === 1 ? 0 : 1);
  };
}

/** Where `[start, end)` is when every unit of it was kept and nothing came between. */
export function truePlace({ origins }: Pick<Edited, "origins">, start: number, end: number) {
  const at = origins.indexOf(start);
  if (at === -1) return null;
  for (let unit = start; unit < end; unit++) if (origins[at + unit - start] !== unit) return null;
  return { start: at, end: at + end - start };
}

const ranges = fc.array(fc.tuple(fc.nat(999), fc.nat(60)), { minLength: 1, maxLength: 6 });

/** Any passages of a text, as annotations store them. */
export function anchorsOf(text: string): fc.Arbitrary<StoredAnchor[]> {
  if (text.length === 0) return fc.constant([]);
  return ranges.map((chosen) =>
    chosen.map(([a, b], index): StoredAnchor => {
      const start = a % text.length;
      const end = Math.min(text.length, start + 1 + b);
      return { id: String(index), state: "EXACT", ...describeRange(text, start, end) };
    }),
  );
}

export const anyCase = anyText.chain((before) =>
  fc.record({
    before: fc.constant(before),
    anchors: anchorsOf(before),
    edited: anyEdits.map((edits) => play(before, edits)),
    isSeen: fc.boolean(),
  }),
);
