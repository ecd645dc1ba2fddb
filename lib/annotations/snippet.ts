import { findFolded, fold, type TextRange, wholeCharacters } from "@/lib/anchoring";

/** Words around a hit, and where in them the hits are: UTF-16 units of `text`. */
export interface Snippet {
  text: string;
  hits: TextRange[];
}

/** About three lines of a card. */
const LENGTH = 160;
/** How much stands before the first hit, so that one sees what it belongs to. */
const LEAD = 40;
const HITS_AT_MOST = 20;

/**
 * The part of a text around the first of these words, with all hits in it marked. Ranges rather
 * than markup: what somebody wrote stays text. Where the words are not found by our own folding,
 * it is the beginning, with nothing marked.
 */
export function snippetAround(text: string, words: readonly string[]): Snippet {
  const line = text.replace(/\s+/g, " ").trim();
  const folded = fold(line);
  const found = words
    .flatMap((word) => findFolded(folded, word, HITS_AT_MOST))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const from = cutBefore(line, (found[0]?.start ?? 0) - LEAD);
  const { start, end } = wholeCharacters(line, from, cutAfter(line, from + LENGTH));
  const [before, after] = [start > 0 ? "…" : "", end < line.length ? "…" : ""];
  const shift = before.length - start;
  return {
    text: `${before}${line.slice(start, end)}${after}`,
    hits: apart(found.filter((hit) => hit.start >= start && hit.end <= end)).map((hit) => ({
      start: hit.start + shift,
      end: hit.end + shift,
    })),
  };
}

/** The words that somebody looks for, each once. */
export function wordsOf(query: string): string[] {
  return [...new Set(query.split(/\s+/).filter(Boolean))];
}

/** Between two words where there are any, soon after `offset`. */
function cutBefore(line: string, offset: number): number {
  if (offset <= 0) return 0;
  const space = line.indexOf(" ", offset);
  return space === -1 || space > offset + LEAD / 2 ? offset : space + 1;
}

function cutAfter(line: string, offset: number): number {
  if (offset >= line.length) return line.length;
  const space = line.indexOf(" ", offset);
  return space === -1 || space > offset + LEAD / 2 ? offset : space;
}

/** Hits of several words may lie in each other: the first, and the longer, stands. */
function apart(hits: readonly TextRange[]): TextRange[] {
  const shown: TextRange[] = [];
  for (const hit of hits) if (hit.start >= (shown.at(-1)?.end ?? 0)) shown.push(hit);
  return shown;
}
