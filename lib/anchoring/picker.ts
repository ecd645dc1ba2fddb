import type { BlockRange } from "./block-runs";
import { segmentText, type Unit } from "./segments";
import { splitsPair, type TextRange } from "./text-range";

/** A passage that is being picked: it began as `anchor`, and reaches from there to `head`. */
export interface Pick {
  anchor: TextRange;
  /** Where the end lies that moves: behind the anchor, or before it. */
  head: number;
}

/** One step of the picker. */
export interface Step {
  unit: Unit;
  by: 1 | -1;
  /** The one end moves, and the other stays. */
  isExtending: boolean;
}

/** What is picked, as a passage of the flat text. */
export function pickedRange({ anchor, head }: Pick): TextRange {
  return { start: Math.min(anchor.start, head), end: Math.max(anchor.end, head) };
}

/**
 * Picks passages of `text` in steps of words and sentences, over the borders of its blocks.
 *
 * A step without extending goes on from what is picked to the word or sentence beside it; the first
 * step by sentences from a smaller or larger pick takes the sentence that lies there, so that
 * every sentence can be had. At the ends of the text nothing moves.
 */
export function createPicker(text: string, blocks: readonly BlockRange[], language: string) {
  const stretches = blocks.flatMap((block) => [...cutLong(text, block)]);
  const made = new Map<string, TextRange[]>();

  function segmentsOf(stretch: number, unit: Unit): TextRange[] {
    const key = `${unit} ${stretch}`;
    const known = made.get(key);
    if (known) return known;
    const { from, to } = stretches[stretch]!;
    const segments = segmentText(text.slice(from, to), unit, language).map(({ start, end }) => ({
      start: from + start,
      end: from + end,
    }));
    made.set(key, segments);
    return segments;
  }

  function firstFrom(offset: number, unit: Unit, is: Test): TextRange | null {
    for (let at = Math.max(0, blockAt(stretches, offset)); at < stretches.length; at++) {
      const found = segmentsOf(at, unit).find(is);
      if (found) return found;
    }
    return null;
  }

  function lastUpTo(offset: number, unit: Unit, is: Test): TextRange | null {
    for (let at = blockAt(stretches, offset); at >= 0; at--) {
      const found = segmentsOf(at, unit).findLast(is);
      if (found) return found;
    }
    return null;
  }

  function move(from: TextRange, { unit, by }: Step): TextRange | null {
    if (unit === "sentence") {
      const edge = by === 1 ? from.end - 1 : from.start;
      const here = lastUpTo(edge, unit, ({ start }) => start <= edge);
      const isHere = here !== null && here.start <= edge && edge < here.end;
      if (isHere && !isSame(here, from)) return here;
    }
    return by === 1
      ? firstFrom(from.end, unit, ({ start }) => start >= from.end)
      : lastUpTo(from.start, unit, ({ end }) => end <= from.start);
  }

  function extend({ anchor, head }: Pick, { unit, by }: Step): number | null {
    if (by === 1) {
      if (head >= anchor.end) return firstFrom(head, unit, ({ end }) => end > head)?.end ?? null;
      const next = firstFrom(head, unit, ({ start }) => start > head)?.start;
      return next === undefined || next >= anchor.start ? anchor.end : next;
    }
    if (head > anchor.end) {
      const previous = lastUpTo(head, unit, ({ end }) => end < head)?.end;
      return previous === undefined || previous <= anchor.end ? anchor.end : previous;
    }
    const edge = Math.min(head, anchor.start);
    return lastUpTo(edge, unit, ({ start }) => start < edge)?.start ?? null;
  }

  return {
    /** The first word of a block, or of the next one that has words; null where none has. */
    begin(block: number): Pick | null {
      const word = firstFrom(blocks[block]?.from ?? 0, "word", () => true);
      return word && pick(word);
    },
    step(from: Pick, step: Step): Pick {
      if (step.isExtending) return { anchor: from.anchor, head: extend(from, step) ?? from.head };
      const next = move(pickedRange(from), step);
      return next ? pick(next) : from;
    },
  };
}

/**
 * How much is cut into words at once. What V8's segmenter takes grows with the square of the
 * length: 100,000 units took 640 ms, pieces of this length together 50.
 */
const STRETCH_LENGTH = 2_000;

/** A block in stretches, cut after a sentence where one ends, else at a space, never in a character. */
function* cutLong(text: string, { from, to }: BlockRange): Generator<BlockRange> {
  let start = from;
  while (to - start > STRETCH_LENGTH) {
    const part = text.slice(start, start + STRETCH_LENGTH);
    const length = lastEnd(part, SENTENCE_END) ?? lastEnd(part, /\s/gu) ?? STRETCH_LENGTH;
    const end = splitsPair(text, start + length) ? start + length - 1 : start + length;
    yield { from: start, to: end };
    start = end;
  }
  yield { from: start, to };
}

const SENTENCE_END = /[.!?。！？؟]["'”’»)\]」』]*\s+|[。！？][”’」』]*/gu;

/** Where the last match in the later half ends. */
function lastEnd(part: string, pattern: RegExp): number | null {
  let end: number | null = null;
  for (const { index, 0: found } of part.matchAll(pattern)) end = index + found.length;
  return end !== null && end > part.length / 2 ? end : null;
}

type Test = (segment: TextRange) => boolean;

function pick(anchor: TextRange): Pick {
  return { anchor, head: anchor.end };
}

function isSame(a: TextRange, b: TextRange): boolean {
  return a.start === b.start && a.end === b.end;
}

/** The last block that begins at or before `offset`; -1 where there is none. */
export function blockAt(blocks: readonly BlockRange[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.from <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
