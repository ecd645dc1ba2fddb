/** Part of a text: UTF-16 units. */
export interface Hit {
  start: number;
  end: number;
}

/** Words around a hit, and where in them the hits are. */
export interface Snippet {
  text: string;
  hits: Hit[];
}

/** About three lines of a card. */
const LENGTH = 200;
/** How much stands before the first hit, so that one sees what it belongs to. */
const LEAD = 50;
const HITS_AT_MOST = 20;

/**
 * The part of a text around the first hit, with the hits in it as ranges rather than as markup:
 * what somebody wrote stays text. Hits are the places of `terms`, whatever their case and accents,
 * and the whole words of `words`, which the database knows to be other forms of them.
 */
export function snippetOf(
  text: string,
  terms: readonly string[],
  words: ReadonlySet<string> = new Set(),
): Snippet {
  const line = text.replace(/\s+/g, " ").trim();
  const hits = apart([...hitsOf(line, terms), ...wordsIn(line).filter(isOneOf(line, words))]);
  const start = cut(line, (hits[0]?.start ?? 0) - LEAD);
  const end = start + LENGTH >= line.length ? line.length : cut(line, start + LENGTH);
  const [before, after] = [start > 0 ? "…" : "", end < line.length ? "…" : ""];
  const shift = before.length - start;
  return {
    text: `${before}${line.slice(start, end).trimEnd()}${after}`,
    hits: hits
      .filter((hit) => hit.start >= start && hit.end <= end)
      .slice(0, HITS_AT_MOST)
      .map((hit) => ({ start: hit.start + shift, end: hit.end + shift })),
  };
}

/** The words of a text, each once. */
export function distinctWords(text: string): string[] {
  return [...new Set(text.match(WORD) ?? [])];
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

function wordsIn(line: string): Hit[] {
  return [...line.matchAll(WORD)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
}

function isOneOf(line: string, words: ReadonlySet<string>) {
  return ({ start, end }: Hit) => words.has(line.slice(start, end));
}

function hitsOf(line: string, terms: readonly string[]): Hit[] {
  const { text, places } = fold(line);
  return terms.flatMap((term) => {
    const words = fold(term.replace(/\s+/g, " ")).text;
    const hits: Hit[] = [];
    if (words === "") return hits;
    for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) {
      hits.push({ start: places[at] ?? 0, end: places[at + words.length] ?? line.length });
    }
    return hits;
  });
}

/** Without case and accents, and where in the original each unit came from. */
function fold(original: string): { text: string; places: number[] } {
  let text = "";
  const places: number[] = [];
  let at = 0;
  for (const character of original) {
    const plain = character.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    for (let unit = 0; unit < plain.length; unit += 1) places.push(at);
    text += plain;
    at += character.length;
  }
  places.push(at);
  return { text, places };
}

/** In order, and none in another: of those that overlap the first, and the longer. */
function apart(hits: Hit[]): Hit[] {
  const shown: Hit[] = [];
  for (const hit of hits.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (hit.start >= (shown.at(-1)?.end ?? 0)) shown.push(hit);
  }
  return shown;
}

/** Soon after `offset` between two words, where there are any, and never inside a character. */
function cut(line: string, offset: number): number {
  if (offset <= 0) return 0;
  const space = line.indexOf(" ", offset);
  if (space !== -1 && space <= offset + LEAD / 2) return space + 1;
  const isInside = /[\ud800-\udbff]/.test(line[offset - 1] ?? "");
  return isInside ? offset + 1 : offset;
}
