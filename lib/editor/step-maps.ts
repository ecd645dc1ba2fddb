import { z } from "zod";

import type { FollowOffset } from "@/lib/anchoring";
import type { TextIndex } from "./text-index";

/** A key press is a step, so this is a few weeks of writing; beyond it texts are compared instead. */
export const MOST_STEP_MAPS = 20_000;

/** Ranges that one step may replace; *replace all* of an editor makes a step each. */
const MOST_RANGES = 1_000;

const position = z
  .int()
  .min(0)
  .max(2 ** 30);

/**
 * How an editor came from one document to another: the `ranges` of ProseMirror's step maps, in their
 * order, each `[start, old size, new size, ...]`. A client says so, hence the bounds.
 */
export const stepMapsInput = z
  .array(
    z
      .array(position)
      .max(3 * MOST_RANGES)
      .refine((ranges) => ranges.length % 3 === 0),
  )
  .max(MOST_STEP_MAPS);

export type StepMaps = z.output<typeof stepMapsInput>;

/**
 * Follows offsets of one document's flat text into another's, through the steps between them.
 *
 * The steps are a hint from a browser. They count only as a whole: when a single stretch that they
 * say was kept reads otherwise in the later text, they belong to other documents, and nothing is
 * followed. So a wrong hint costs recall, and never leads a note astray.
 */
export function followSteps(maps: StepMaps, before: TextIndex, after: TextIndex): FollowOffset {
  const kept = keptThrough(maps);
  const stretches = kept.flatMap((piece) => toOffsets(piece, before, after));
  const isTrue = stretches.every(
    ({ from, to, shift }) =>
      before.text.slice(from, to) === after.text.slice(from + shift, to + shift),
  );
  if (!isTrue) return () => null;
  return (offset, side) => {
    const unit = side === 1 ? offset : offset - 1;
    const found = stretches[firstWhere(stretches, ({ to }) => to > unit)];
    return found && found.from <= unit ? offset + found.shift : null;
  };
}

/** `[from, to)` of the earlier document, or of its flat text, is now at `from + shift`. */
interface Kept {
  from: number;
  to: number;
  shift: number;
}

/** The tokens of the earlier document that every step kept, as few pieces as it takes, in order. */
function keptThrough(maps: StepMaps): Kept[] {
  const kept: Kept[] = [{ from: 0, to: Number.POSITIVE_INFINITY, shift: 0 }];
  for (const ranges of maps) {
    let grown = 0;
    for (let index = 0; index < ranges.length; index += 3) {
      const [start = 0, oldSize = 0, newSize = 0] = ranges.slice(index, index + 3);
      // All ranges of a step count in the document before it, so those before one have shifted it.
      replace(kept, start + grown, { oldSize, newSize });
      grown += newSize - oldSize;
    }
  }
  return kept;
}

function replace(
  kept: Kept[],
  start: number,
  { oldSize, newSize }: { oldSize: number; newSize: number },
): void {
  const end = start + oldSize;
  const first = firstWhere(kept, ({ to, shift }) => to + shift > start);
  let next = first;
  const left: Kept[] = [];
  for (; next < kept.length && kept[next]!.from + kept[next]!.shift < end; next++) {
    left.push(...around(kept[next]!, start, end));
  }
  kept.splice(first, next - first, ...left);
  const grown = newSize - oldSize;
  if (grown === 0) return;
  for (let index = first; index < kept.length; index++) {
    const piece = kept[index]!;
    if (piece.from + piece.shift >= end) piece.shift += grown;
  }
}

/** What is left of a piece when the tokens `[start, end)` are replaced. */
function around({ from, to, shift }: Kept, start: number, end: number): Kept[] {
  const parts = [
    { from, to: Math.min(to, start - shift), shift },
    { from: Math.max(from, end - shift), to, shift },
  ];
  return parts.filter((part) => part.from < part.to);
}

/** A kept piece of the document as stretches of the flat text: the part in each block it crosses. */
function toOffsets({ from, to, shift }: Kept, before: TextIndex, after: TextIndex): Kept[] {
  const stretches: Kept[] = [];
  const { blocks } = before;
  let at = firstWhere(blocks, (block) => block.position + block.to - block.from > from);
  for (; at < blocks.length && blocks[at]!.position < to; at++) {
    const block = blocks[at]!;
    const begin = Math.max(from, block.position);
    const end = Math.min(to, block.position + block.to - block.from);
    // Of a block without text there is only its place between two line breaks.
    if (begin > end || (begin === end && (from >= begin || to <= begin))) continue;
    const offset = block.from + begin - block.position;
    stretches.push({
      from: offset,
      to: offset + end - begin,
      shift: after.toOffset(begin + shift) - offset,
    });
  }
  return joinBlocks(stretches);
}

/** Joins stretches of one piece over the line break between their blocks. */
function joinBlocks(stretches: readonly Kept[]): Kept[] {
  const joined: Kept[] = [];
  for (const each of stretches) {
    const last = joined.at(-1);
    if (last?.to === each.from - 1 && last.shift === each.shift) last.to = each.to;
    else joined.push({ ...each });
  }
  return joined.filter((each) => each.from < each.to);
}

/** The first index for which `is` holds; it must hold for all after it. */
function firstWhere<Each>(sorted: readonly Each[], is: (each: Each) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(sorted[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
