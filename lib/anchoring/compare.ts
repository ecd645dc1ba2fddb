import { alignTexts, keysOf, splitBlocks } from "./align-texts";
import { inCommonOrder } from "./match-blocks";
import { matchWords } from "./match-words";
import type { TextRange } from "./text-range";
import { splitWords, type Word } from "./words";

/** A stretch of a compared block; `isOnly`: it is on this side only. */
export interface ComparedPiece {
  text: string;
  isOnly: boolean;
}

/**
 * A block beside what it was or became. `moved`: it stands elsewhere in the order on the other side,
 * and comes once on each. One side is null where the block is not, or not here.
 */
export interface ComparedBlock {
  kind: "same" | "changed" | "added" | "removed" | "moved";
  before: ComparedPiece[] | null;
  after: ComparedPiece[] | null;
}

/**
 * Share of the shorter of two blocks that must be in the other for it to be shown as the same block,
 * changed. With less, a reader sees more in two blocks side by side than in one full of marks.
 */
const LEAST_SHARED = 0.4;

/**
 * Two texts block by block, in the order of the later one, for a person to look at.
 *
 * Unlike anchors this may guess: of equal blocks of which one went, the first counts as kept. Blank
 * blocks are left out. As bounded in time as the alignment that it stands on.
 */
export function compareTexts(before: string, after: string): ComparedBlock[] {
  const [a, b] = [splitBlocks(before), splitBlocks(after)];
  const partners = pairBlocks({ before, after, a, b });
  const pairs = [...partners].map(([from, to]) => ({ a: from, b: to }));
  const inOrder = inCommonOrder(pairs.sort((one, other) => one.a - other.a));
  const compared: ComparedBlock[] = [];
  let last = { a: -1, b: -1 };
  const cameFrom = new Map([...partners].map(([from, to]) => [to, from]));
  const whole = (text: string, range: TextRange, isOnly: boolean): ComparedPiece[] => [
    { text: text.slice(range.start, range.end), isOnly },
  ];
  for (const next of [...inOrder, { a: a.length, b: b.length }]) {
    for (let at = last.a + 1; at < next.a; at++) {
      const kind = partners.has(at) ? "moved" : "removed";
      if (!isBlank(before, a[at]!))
        compared.push({ kind, before: whole(before, a[at]!, kind === "removed"), after: null });
    }
    for (let at = last.b + 1; at < next.b; at++) {
      if (isBlank(after, b[at]!)) continue;
      const from = cameFrom.get(at);
      if (from === undefined)
        compared.push({ kind: "added", before: null, after: whole(after, b[at]!, true) });
      else {
        const sides = compareBlock({ before, after }, a[from]!, b[at]!);
        compared.push({ kind: "moved", before: null, after: sides.after });
      }
    }
    const [old, now] = [a[next.a], b[next.b]];
    if (old && now && !isBlank(after, now)) {
      const sides = compareBlock({ before, after }, old, now);
      const isSame = [...sides.before, ...sides.after].every(({ isOnly }) => !isOnly);
      compared.push({ kind: isSame ? "same" : "changed", ...sides });
    }
    last = next;
  }
  return compared;
}

interface Blocks {
  before: string;
  after: string;
  a: readonly TextRange[];
  b: readonly TextRange[];
}

function isBlank(text: string, { start, end }: TextRange): boolean {
  return text.slice(start, end).trim() === "";
}

/** The later block of each earlier one that is still there, by their places. */
function pairBlocks({ before, after, a, b }: Blocks): Map<number, number> {
  const { kept } = alignTexts(before, after);
  const shared = new Map<string, { from: number; to: number; size: number }>();
  let from = 0;
  for (const piece of kept) {
    while (a[from]!.end < piece.from) from++;
    for (let block = from; block < a.length && a[block]!.start < piece.to; block++) {
      const [start, end] = [
        Math.max(a[block]!.start, piece.from),
        Math.min(a[block]!.end, piece.to),
      ];
      if (start >= end || isBlank(before, { start, end })) continue;
      const to = blockAt(b, Math.min(piece.at + start - piece.from, piece.end - 1));
      const known = shared.get(`${block} ${to}`);
      if (known) known.size += end - start;
      else shared.set(`${block} ${to}`, { from: block, to, size: end - start });
    }
  }
  const pairs = new Map<number, number>();
  const isTaken = new Set<number>();
  const lengthOf = ({ start, end }: TextRange) => end - start;
  for (const pair of [...shared.values()].sort((x, y) => y.size - x.size || x.from - y.from)) {
    const shorter = Math.min(lengthOf(a[pair.from]!), lengthOf(b[pair.to]!));
    if (pairs.has(pair.from) || isTaken.has(pair.to) || pair.size < shorter * LEAST_SHARED)
      continue;
    pairs.set(pair.from, pair.to);
    isTaken.add(pair.to);
  }
  return pairEqual({ before, after, a, b }, pairs, isTaken);
}

/** Pairs what is left over and reads the same: blocks of which the alignment could not decide one. */
function pairEqual(
  { before, after, a, b }: Blocks,
  pairs: Map<number, number>,
  taken: Set<number>,
) {
  const free = new Map<string, number[]>();
  for (const [to, key] of keysOf(after, b).entries()) {
    if (taken.has(to) || key === "") continue;
    const others = free.get(key);
    if (others) others.push(to);
    else free.set(key, [to]);
  }
  for (const [from, key] of keysOf(before, a).entries()) {
    if (pairs.has(from)) continue;
    const to = free.get(key)?.shift();
    if (to !== undefined) pairs.set(from, to);
  }
  return pairs;
}

/** The block at an offset; the break after a block counts to it. */
function blockAt(blocks: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.end < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compareBlock(
  { before, after }: Pick<Blocks, "before" | "after">,
  a: TextRange,
  b: TextRange,
) {
  const old = splitWords(before, a.start, a.end);
  const now = splitWords(after, b.start, b.end);
  const pairs = matchWords(old, now).filter(
    (pair) => textOf(before, old[pair.a]!) === textOf(after, now[pair.b]!),
  );
  return {
    before: piecesOf(before, old, new Set(pairs.map((pair) => pair.a))),
    after: piecesOf(after, now, new Set(pairs.map((pair) => pair.b))),
  };
}

function textOf(text: string, { from, to }: Word): string {
  return text.slice(from, to);
}

/** The words of a block in as few pieces as it takes; white space between two changed words is theirs. */
function piecesOf(
  text: string,
  words: readonly Word[],
  kept: ReadonlySet<number>,
): ComparedPiece[] {
  const pieces: ComparedPiece[] = [];
  for (const [index, word] of words.entries()) {
    const isGap = word.key === " " && index > 0 && index + 1 < words.length;
    const isBetween = isGap && !kept.has(index - 1) && !kept.has(index + 1);
    const isOnly = isBetween || !kept.has(index);
    const last = pieces.at(-1);
    if (last?.isOnly === isOnly) last.text += textOf(text, word);
    else pieces.push({ text: textOf(text, word), isOnly });
  }
  return pieces;
}
