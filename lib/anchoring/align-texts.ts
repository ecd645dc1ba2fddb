import { Alignment, type Kept } from "./alignment";
import { CONTEXT_LENGTH } from "./describe-range";
import { type BlockMatches, matchBlocks, NONE } from "./match-blocks";
import { matchWords } from "./match-words";
import type { TextRange } from "./text-range";
import { foldText, splitWords, type Word } from "./words";

/**
 * Finds what two flat texts have in common when nobody saw the edit: equal blocks first, also moved
 * ones, then equal words within the blocks between them.
 */
export function alignTexts(before: string, after: string): Alignment {
  const texts = { before, after };
  const a = splitBlocks(before);
  const b = splitBlocks(after);
  const matches = matchBlocks(keysOf(before, a), keysOf(after, b));
  const kept: Kept[] = [];
  const inOrder: Pair[] = [];
  for (const [index, partner] of matches.partners.entries()) {
    if (partner === NONE) continue;
    const isMoved = matches.moved.has(index);
    if (!isMoved) inOrder.push([index, partner]);
    for (const each of keepBlock(texts, a[index]!, b[partner]!, isMoved)) kept.push(each);
    const joint = keepJoint(a, b, matches, index);
    if (joint) kept.push(joint);
  }
  const isEdited = editedBlocks(matches);
  let last: Pair = [NONE, NONE];
  for (const next of [...inOrder, [a.length, b.length] as const]) {
    if (next[0] - last[0] > 1 || next[1] - last[1] > 1) {
      const words = wordsBetween(before, a, [last[0], next[0]], isEdited.before);
      const others = wordsBetween(after, b, [last[1], next[1]], isEdited.after);
      for (const each of keepPairs(texts, words, others)) kept.push(each);
    }
    last = next;
  }
  const reserved = [...matches.undecided.after].map((index) => b[index]!);
  return new Alignment(
    kept,
    after.length,
    reserved.map(({ start, end }) => ({ at: start, end })),
  );
}

/** An earlier block and a later one. */
type Pair = readonly [number, number];

interface Texts {
  before: string;
  after: string;
}

/** The blocks of a flat text: what stands between its line breaks. */
export function splitBlocks(text: string): TextRange[] {
  const blocks: TextRange[] = [];
  let start = 0;
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", start)) {
    blocks.push({ start, end });
    start = end + 1;
  }
  blocks.push({ start, end: text.length });
  return blocks;
}

export function keysOf(text: string, blocks: readonly TextRange[]): string[] {
  return blocks.map(({ start, end }) => foldText(text.slice(start, end)));
}

function keepBlock({ before, after }: Texts, a: TextRange, b: TextRange, isMoved: boolean): Kept[] {
  const isLiteral = before.slice(a.start, a.end) === after.slice(b.start, b.end);
  // A short block that turns up elsewhere is as likely another one that says the same.
  const certainty = isMoved && a.end - a.start < CONTEXT_LENGTH ? "likely" : "certain";
  const block = {
    from: a.start,
    to: a.end,
    at: b.start,
    end: b.end,
    isLiteral,
    certainty,
  } as const;
  if (isLiteral) return a.start < a.end ? [block] : [];
  const words = [splitWords(before, a.start, a.end), splitWords(after, b.start, b.end)] as const;
  return keepPairs({ before, after }, ...words).map((each) => ({ ...each, certainty }));
}

/** The line break after a block, when the next block followed it in both texts. */
function keepJoint(
  a: readonly TextRange[],
  b: readonly TextRange[],
  { partners }: BlockMatches,
  index: number,
): Kept | null {
  const partner = partners[index]!;
  if (index + 1 >= a.length || partners[index + 1] !== partner + 1) return null;
  const [from, at] = [a[index]!.end, b[partner]!.end];
  return { from, to: from + 1, at, end: at + 1, isLiteral: true, certainty: "certain" };
}

/** Tells the blocks of each text that can have words in common with edited blocks of the other. */
function editedBlocks({ partners, moved, undecided }: BlockMatches) {
  const pasted = new Set([...moved].map((index) => partners[index]!));
  return {
    before: (index: number) => !moved.has(index) && !undecided.before.has(index),
    after: (index: number) => !pasted.has(index) && !undecided.after.has(index),
  };
}

/** The words of the blocks between two, with the line breaks around them. */
function wordsBetween(
  text: string,
  blocks: readonly TextRange[],
  [last, next]: Pair,
  isWanted: (index: number) => boolean,
): Word[] {
  const words: Word[] = [];
  const addBreak = (from: number) => {
    if (from >= 0 && from < text.length) words.push({ from, to: from + 1, key: " " });
  };
  for (let index = last + 1; index < next; index++) {
    if (!isWanted(index)) continue;
    const { start, end } = blocks[index]!;
    addBreak(start - 1);
    for (const word of splitWords(text, start, end)) words.push(word);
  }
  if (last >= 0 || next > last + 1) addBreak(blocks[next - 1]!.end);
  return words;
}

function keepPairs({ before, after }: Texts, a: readonly Word[], b: readonly Word[]): Kept[] {
  return matchWords(a, b).map((pair): Kept => {
    const [old, now] = [a[pair.a]!, b[pair.b]!];
    const isLiteral = before.slice(old.from, old.to) === after.slice(now.from, now.to);
    const range = { from: old.from, to: old.to, at: now.from, end: now.to };
    return { ...range, isLiteral, certainty: pair.isOpen ? "open" : "likely" };
  });
}
