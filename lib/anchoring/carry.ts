import type { Alignment, Kept } from "./alignment";
import { sharedContext } from "./find-quotes";
import { type TextRange, trimRange } from "./text-range";

/**
 * Units of unbroken text, the passage and what is beside it, that must be the same before an edited
 * block is believed to hold the same passage and not other words that read the same. It is as much
 * as the context that a quote keeps on one side: enough to tell nearly all repeated phrases apart.
 */
export const SURE_STRETCH = 32;

/** Units that must agree on each side when a phrase came or went nearby: two words or so. */
const SURE_SIDE = 8;

/** How far around a passage its other occurrences are counted: about the block and its neighbours. */
const NEAR = 512;

export interface Texts {
  before: string;
  after: string;
}

/** Where `[start, end)` is now when all of it was kept, unbroken and to the letter; else null. */
export function carryWhole(
  texts: Texts,
  alignment: Alignment,
  { start, end }: TextRange,
): TextRange | null {
  const pieces = alignment.piecesOf(start, end);
  let last = { to: start, end: pieces[0]?.at ?? 0 };
  for (const piece of pieces) {
    if (!piece.isLiteral || piece.from !== last.to || piece.at !== last.end) return null;
    last = piece;
  }
  if (last.to !== end || pieces.length === 0) return null;
  const place = { start: pieces[0]!.at, end: last.end };
  if (pieces.every(({ certainty }) => certainty === "open")) return null;
  if (pieces.some(({ certainty }) => certainty === "certain")) return place;
  return isSurelyThere(texts, { start, end }, place) ? place : null;
}

/** Whether what surrounds a passage tells that `place` is its place and not that of equal words. */
export function isSurelyThere(
  { before, after }: Texts,
  range: TextRange,
  place: TextRange,
): boolean {
  const shared = sharedContext([before, range.start, range.end], [after, place.start, place.end]);
  const stretch = place.end - place.start + shared.before + shared.after;
  if (stretch < SURE_STRETCH) return false;
  if (Math.min(shared.before, shared.after) >= SURE_SIDE) return true;
  const words = after.slice(place.start, place.end);
  return countNear(before, range, words) === countNear(after, place, words);
}

function countNear(text: string, { start, end }: TextRange, words: string): number {
  const near = text.slice(Math.max(0, start - NEAR), end + NEAR);
  let count = 0;
  for (let at = near.indexOf(words); at !== -1; at = near.indexOf(words, at + 1)) count++;
  return count;
}

/** Where `[start, end)` is now when part of it was kept, with what was written in its place. */
export function carryPart(
  { before, after }: Texts,
  alignment: Alignment,
  { start, end }: TextRange,
): TextRange | null {
  const pieces = heaviestGroup(alignment.piecesOf(start, end), end - start);
  const left = alignment.stretchAt(start - 1);
  const right = alignment.stretchAt(end);
  const edges = {
    left: left && left.to === start ? left.end : null,
    right: right && right.from === end ? right.at : null,
  };
  const first = pieces[0];
  const last = pieces.at(-1);
  const reach = end - start;
  const isReached = (from: number | null, to: number | null): from is number =>
    from !== null && to !== null && from <= to && to - from <= reach;
  let from = first?.at ?? null;
  let to = last?.end ?? null;
  // What replaced the passage's beginning or end stands between what is left of it and its neighbour.
  if (
    first
      ? first.from > start && isReached(edges.left, first.at)
      : isReached(edges.left, edges.right)
  )
    from = edges.left;
  if (last ? last.to < end && isReached(last.end, edges.right) : isReached(edges.left, edges.right))
    to = edges.right;
  if (from === null || to === null || from >= to) return null;
  const place = trimRange(after, from, to);
  if (!place) return null;
  const shared = sharedContext([before, start, end], [after, place.start, place.end]);
  const kept = pieces.reduce((sum, piece) => sum + piece.to - piece.from, 0);
  const isSure = pieces.some(({ certainty }) => certainty === "certain") || kept >= SURE_STRETCH;
  return isSure || Math.max(shared.before, shared.after) >= SURE_SIDE ? place : null;
}

/** Of pieces that an edit scattered, those that are still together and in order, as many as can be. */
export function heaviestGroup(pieces: readonly Kept[], reach: number): Kept[] {
  let best: { pieces: Kept[]; weight: number } = { pieces: [], weight: 0 };
  let group: typeof best = { pieces: [], weight: 0 };
  for (const piece of pieces) {
    const last = group.pieces.at(-1);
    const isNext = last && piece.at >= last.end && piece.at - last.end <= reach;
    if (!isNext) group = { pieces: [], weight: 0 };
    group.pieces.push(piece);
    group.weight += piece.to - piece.from;
    if (group.weight > best.weight) best = group;
  }
  return best.pieces;
}
