import type { Kept } from "./alignment";
import { heaviestGroup } from "./carry";
import type { QuoteHint } from "./find-quotes";
import { matchWords } from "./match-words";
import { type TextRange, trimRange } from "./text-range";
import { splitWords } from "./words";

/** How far from the expected place a changed quote is looked for: about a printed page to each side. */
const REACH = 2_000;

/** Pieces of a quote that must stand together. Of two, one may be chance. */
const LEAST_PIECES = 3;

/** Share of a quote's length by which insertions and removals may have shifted its pieces. */
const SLACK = 1 / 4;

/**
 * The one place near the expected one where most pieces of a changed quote stand, from its first word
 * that is still there to its last; null when there is none, or another that has half as many.
 *
 * Seeds and then the words around them, as programs do that search genomes (BLAST, Altschul 1990),
 * because the time does not depend on how often a text repeats itself.
 */
export function findNearly(
  text: string,
  quote: string,
  { hints, expected }: { hints: readonly QuoteHint[]; expected: number },
): TextRange | null {
  const slack = slackOf(quote);
  const near = hints.filter(({ start }) => Math.abs(start - expected) <= REACH);
  const [best, second] = groupHints(near, slack);
  if (!best || best.pieces < LEAST_PIECES) return null;
  if (second && second.pieces * 2 >= best.pieces) return null;
  return wordsAround(text, quote, best);
}

/** The words of a quote that stand together where it would begin in `[from, to]`. */
export function wordsAround(
  text: string,
  quote: string,
  begin: { from: number; to: number },
): TextRange | null {
  const slack = slackOf(quote);
  const from = Math.max(0, begin.from - slack);
  const to = Math.min(text.length, begin.to + quote.length + slack);
  const old = splitWords(quote);
  const now = splitWords(text, from, to);
  const kept = matchWords(old, now).map(({ a, b }): Kept => {
    const [word, place] = [old[a]!, now[b]!];
    const range = { from: word.from, to: word.to, at: place.from, end: place.to };
    return { ...range, isLiteral: true, certainty: "likely" };
  });
  const words = heaviestGroup(kept, slack);
  return words[0] ? trimRange(text, words[0].at, words.at(-1)!.end) : null;
}

function slackOf(quote: string): number {
  return Math.ceil(quote.length * SLACK);
}

/** Hints that agree on about one place. */
interface Group {
  from: number;
  to: number;
  /** How many different pieces of the quote. */
  pieces: number;
}

/** Hints by the places they agree on, those with the most pieces first. */
function groupHints(hints: readonly QuoteHint[], slack: number): Group[] {
  const groups: (Group & { offsets: Set<number> })[] = [];
  for (const { start, offset } of hints.toSorted((a, b) => a.start - b.start)) {
    const last = groups.at(-1);
    if (last && start - last.from <= slack) {
      last.to = start;
      last.offsets.add(offset);
      last.pieces = last.offsets.size;
    } else groups.push({ from: start, to: start, pieces: 1, offsets: new Set([offset]) });
  }
  return groups.sort((a, b) => b.pieces - a.pieces);
}
