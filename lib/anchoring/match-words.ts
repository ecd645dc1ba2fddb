import { diffArrays } from "diff";

import type { Word } from "./words";

/** The word at index `a` of the earlier words is the one at `b` of the later. */
export interface WordPair {
  a: number;
  b: number;
  /** The edit could as well have kept another word that reads the same. */
  isOpen: boolean;
}

/**
 * The most words that may come and go in one edited stretch. The time of Myers's algorithm (1986)
 * grows with the square of it: 800 are about 10 ms and some three pages rewritten. Beyond that the
 * passages are looked for by their quotes.
 */
export const MOST_EDITS = 800;

/**
 * The words that two stretches have in common, in their order, by the shortest edit (jsdiff), or
 * only those at both ends when the edit is longer than {@link MOST_EDITS}.
 */
export function matchWords(before: readonly Word[], after: readonly Word[]): WordPair[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head]!.key === after[head]!.key) head++;
  let tail = 0;
  const areSame = () => before.at(-1 - tail)!.key === after.at(-1 - tail)!.key;
  while (tail < shorter - head && areSame()) tail++;

  const pairs: WordPair[] = [];
  const add = (a: number, b: number) => pairs.push({ a, b, isOpen: false });
  for (let at = 0; at < head; at++) add(at, at);
  let a = head;
  let b = head;
  for (const { added, removed, count } of shortestEdit(
    before.slice(head, before.length - tail),
    after.slice(head, after.length - tail),
  )) {
    if (added) b += count;
    else if (removed) a += count;
    else for (let at = 0; at < count; at++) add(a++, b++);
  }
  for (let at = tail; at > 0; at--) add(before.length - at, after.length - at);
  openSlides(before, after, pairs);
  return pairs;
}

function shortestEdit(before: readonly Word[], after: readonly Word[]) {
  if (before.length === 0 || after.length === 0) return [];
  const keys = (words: readonly Word[]) => words.map(({ key }) => key);
  return diffArrays(keys(before), keys(after), { maxEditLength: MOST_EDITS }) ?? [];
}

/**
 * Marks the words over which an insertion or a removal can slide: of *la la la* one is gone in
 * *la la*, and which one is not to be told.
 */
function openSlides(before: readonly Word[], after: readonly Word[], pairs: WordPair[]): void {
  const ends = { a: before.length, b: after.length };
  for (let next = 0; next <= pairs.length; next++) {
    const left = pairs[next - 1] ?? { a: -1, b: -1 };
    const right = pairs[next] ?? ends;
    const removed = right.a - left.a - 1;
    const added = right.b - left.b - 1;
    if ((removed === 0) === (added === 0)) continue;
    const words = removed > 0 ? before : after;
    const side = removed > 0 ? "a" : "b";
    const size = removed + added;
    slide(pairs, next - 1, -1, (pair) => words[pair[side]]!.key === words[pair[side] + size]!.key);
    slide(pairs, next, 1, (pair) => words[pair[side]]!.key === words[pair[side] - size]!.key);
  }
}

/** Opens pairs from `at` on, in one direction, as long as they adjoin and `fits` holds. */
function slide(
  pairs: WordPair[],
  at: number,
  step: -1 | 1,
  fits: (pair: WordPair) => boolean,
): void {
  for (let index = at; pairs[index] && fits(pairs[index]!); index += step) {
    pairs[index]!.isOpen = true;
    const here = pairs[index]!;
    const next = pairs[index + step];
    if (next?.a !== here.a + step || next.b !== here.b + step) return;
  }
}
