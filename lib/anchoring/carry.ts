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

/**
 * Where `[start, end)` is now when part of it was kept: with what was written in its place, and, where
 * that is too much, what is left of it alone.
 */
export function carryPart(
  texts: Texts,
  alignment: Alignment,
  { start, end }: TextRange,
): { replaced: TextRange | null; alone: TextRange | null } {
  const pieces = heaviestGroup(alignment.piecesOf(start, end), end - start);
  const kept = pieces.reduce((sum, piece) => sum + piece.to - piece.from, 0);
  const isSure = pieces.some(({ certainty }) => certainty === "certain") || kept >= SURE_STRETCH;
  const first = pieces[0];
  const last = pieces.at(-1);
  const toPlace = (range: TextRange | null): TextRange | null => {
    const place =
      range && range.start < range.end && trimRange(texts.after, range.start, range.end);
    if (!place) return null;
    const shared = sharedContext([texts.before, start, end], [texts.after, place.start, place.end]);
    return isSure || Math.max(shared.before, shared.after) >= SURE_SIDE ? place : null;
  };
  return {
    replaced: toPlace(withReplaced(alignment, { start, end }, pieces)),
    alone: toPlace(first && last ? { start: first.at, end: last.end } : null),
  };
}

/**
 * Where `[start, end)` is now when at least half of it was kept in order, in pieces of two words or
 * more, although as much as it was long may have been written between them. The longest of them must
 * stand in both texts but once.
 */
export function carryHalf(
  { before, after }: Texts,
  alignment: Alignment,
  { start, end }: TextRange,
): TextRange | null {
  const size = end - start;
  const solid = alignment
    .piecesOf(start, end)
    .filter(({ from, to, certainty }) => to - from >= SURE_SIDE && certainty !== "open");
  const pieces = heaviestGroup(solid, size);
  const kept = pieces.reduce((sum, piece) => sum + piece.to - piece.from, 0);
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last || kept < SURE_STRETCH || kept * 2 < size) return null;
  const longest = pieces.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a));
  const words = before.slice(longest.from, longest.to);
  if (!isSingle(before, words) || !isSingle(after, words)) return null;
  const place = trimRange(after, first.at, last.end);
  return place && place.end - place.start <= 2 * size ? place : null;
}

/** Whether words stand in a text just once. */
export function isSingle(text: string, words: string): boolean {
  const at = text.indexOf(words);
  return at !== -1 && text.indexOf(words, at + 1) === -1;
}

/** What is left of a passage, and what stands between that and the passage's neighbours. */
function withReplaced(
  alignment: Alignment,
  { start, end }: TextRange,
  pieces: readonly Kept[],
): TextRange | null {
  const left = alignment.stretchAt(start - 1);
  const right = alignment.stretchAt(end);
  const edges = {
    left: left && left.to === start ? left.end : null,
    right: right && right.from === end ? right.at : null,
  };
  const reach = end - start;
  const isReached = (from: number | null, to: number | null) =>
    from !== null && to !== null && from <= to && to - from <= reach;
  const first = pieces[0];
  const last = pieces.at(-1);
  if (!first || !last) {
    if (!isReached(edges.left, edges.right)) return null;
    return { start: edges.left!, end: edges.right! };
  }
  const isBegun = first.from > start && isReached(edges.left, first.at);
  const isEnded = last.to < end && isReached(last.end, edges.right);
  return { start: isBegun ? edges.left! : first.at, end: isEnded ? edges.right! : last.end };
}

/** As far as a piece is linked back to earlier ones: a passage that was scattered further is gone. */
const LINKS = 64;

/**
 * Of pieces that an edit scattered, those that are still together and in order, as many as can be;
 * what was moved away from between them does not part them.
 */
export function heaviestGroup(pieces: readonly Kept[], reach: number): Kept[] {
  const links = new Int32Array(pieces.length).fill(-1);
  const weights = pieces.map(({ from, to }) => to - from);
  let best = -1;
  for (const [index, piece] of pieces.entries()) {
    let heaviest = 0;
    for (let back = index - 1; back >= Math.max(0, index - LINKS); back--) {
      const gap = piece.at - pieces[back]!.end;
      if (gap < 0 || gap > reach || weights[back]! <= heaviest) continue;
      heaviest = weights[back]!;
      links[index] = back;
    }
    weights[index]! += heaviest;
    if (best === -1 || weights[index]! > weights[best]!) best = index;
  }
  const group: Kept[] = [];
  for (let at = best; at !== -1; at = links[at]!) group.push(pieces[at]!);
  return group.reverse();
}
