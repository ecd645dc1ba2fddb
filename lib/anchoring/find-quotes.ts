import { CONTEXT_LENGTH } from "./describe-range";

export interface Quote {
  quote: string;
  prefix: string;
  suffix: string;
}

/** Where a quote stands literally, and how many units around it are as they were, on both sides. */
export interface QuotePlace {
  start: number;
  context: number;
}

/**
 * Length of the pieces by which quotes are found. Eight units occur a few hundred times in a
 * megabyte of English at most, in a random place hardly ever, and fit a hash of 32 bits.
 */
const GRAM = 8;

/** Pieces of a quote of which the rarest is followed up. */
const GRAMS_TRIED = 16;

/**
 * Places of its rarest piece beyond which a quote is not looked for. It would have to be told apart
 * from hundreds of others, and one word a million times would take the square of a million.
 */
const MOST_PLACES = 256;

/** The places of many quotes in one text. */
export interface FoundQuotes {
  /** Where the quote of this index stands literally. */
  placesOf(index: number): QuotePlace[];
  /** Where pieces of it stand: each as the place at which the whole quote would begin. */
  hintsOf(index: number): QuoteHint[];
}

/** A piece of a quote, `offset` from its beginning, stands where the quote would begin at `start`. */
export interface QuoteHint {
  start: number;
  offset: number;
}

/**
 * Looks for many quotes in a text at once: one pass over the text with a rolling hash (Karp and Rabin
 * 1987), then a look at the places of each quote's rarest piece. A quote shorter than a piece is
 * found only together with enough context on one side, without which it would not count anyway.
 */
export function findQuotes(text: string, quotes: readonly Quote[]): FoundQuotes {
  const grams = quotes.map(gramsOf);
  const places = findGrams(text, grams.flat());
  const hintsBy = (each: readonly Gram[]): QuoteHint[] =>
    each.flatMap(({ hash, offset }) =>
      (places.get(hash) ?? []).map((at) => ({ start: at - offset, offset })),
    );
  return {
    placesOf(index) {
      const quote = quotes[index]!;
      const starts = hintsBy(rarest(grams[index]!, quote, places)).map(({ start }) => start);
      return [...new Set(starts)]
        .filter((start) => start >= 0 && text.startsWith(quote.quote, start))
        .map((start) => ({ start, context: contextAt(text, start, quote) }));
    },
    hintsOf: (index) => hintsBy(grams[index]!.filter(({ hash }) => isRare(places.get(hash)))),
  };
}

/** What the end of a text counts for when it is the context of a passage: two words or so. */
const TEXT_END = 8;

/**
 * How many units around `[start, end)` of a text are as they are around another passage, `before` and
 * `after` it. Where both texts end there, that counts for a few units more.
 */
export function sharedContext(
  [text, start, end]: readonly [string, number, number],
  [other, otherStart, otherEnd]: readonly [string, number, number],
): { before: number; after: number } {
  let before = 0;
  let after = 0;
  while (
    before < CONTEXT_LENGTH &&
    isSame(text, start - before - 1, other, otherStart - before - 1)
  )
    before++;
  while (after < CONTEXT_LENGTH && isSame(text, end + after, other, otherEnd + after)) after++;
  if (start === before && otherStart === before) before += TEXT_END;
  if (end + after === text.length && otherEnd + after === other.length) after += TEXT_END;
  return { before, after };
}

function isSame(text: string, at: number, other: string, otherAt: number): boolean {
  return at >= 0 && at < text.length && text[at] === other[otherAt];
}

function contextAt(text: string, start: number, { quote, prefix, suffix }: Quote): number {
  const described = prefix + quote + suffix;
  const { before, after } = sharedContext(
    [described, prefix.length, prefix.length + quote.length],
    [text, start, start + quote.length],
  );
  return before + after;
}

/** A piece of a quote with its context; `offset` is from the beginning of the quote. */
interface Gram {
  hash: number;
  offset: number;
}

function gramsOf({ quote, prefix, suffix }: Quote): Gram[] {
  if (quote.length < GRAM) {
    // Beginning with the quote, and ending with it.
    const ahead = (quote + suffix).slice(0, GRAM);
    const behind = (prefix + quote).slice(-GRAM);
    return [
      { words: ahead, offset: 0 },
      { words: behind, offset: quote.length - GRAM },
    ].flatMap(({ words, offset }) =>
      words.length === GRAM ? [{ hash: hashOf(words, 0), offset }] : [],
    );
  }
  const last = quote.length - GRAM;
  const count = Math.min(GRAMS_TRIED, last + 1);
  return Array.from({ length: count }, (_, index) => {
    const offset = count === 1 ? 0 : Math.floor((index * last) / (count - 1));
    return { hash: hashOf(quote, offset), offset };
  });
}

/** Of a long quote the piece with the fewest places; of a short one both; none that are too common. */
function rarest(grams: readonly Gram[], { quote }: Quote, places: Map<number, number[]>): Gram[] {
  const countOf = ({ hash }: Gram) => places.get(hash)?.length ?? 0;
  const usable = grams.filter(({ hash }) => isRare(places.get(hash)));
  if (quote.length < GRAM) return usable.length === grams.length ? usable : [];
  const first = usable[0];
  return first ? [usable.reduce((a, b) => (countOf(b) < countOf(a) ? b : a), first)] : [];
}

function isRare(places: readonly number[] | undefined): boolean {
  return (places?.length ?? 0) <= MOST_PLACES;
}

/** An odd factor with well-mixed bits (Knuth's 2^32 / golden ratio). */
const FACTOR = 0x9e3779b1;

/** The factor of the unit that leaves the window. */
const LEAVING = Array.from({ length: GRAM }).reduce((power: number) => Math.imul(power, FACTOR), 1);

function hashOf(text: string, at: number): number {
  let hash = 0;
  for (let index = 0; index < GRAM; index++) {
    hash = (Math.imul(hash, FACTOR) + text.charCodeAt(at + index)) | 0;
  }
  return hash;
}

/** The places of each wanted piece, one more than {@link MOST_PLACES} at most. */
function findGrams(text: string, wanted: readonly Gram[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (const { hash } of wanted) places.set(hash, []);
  if (text.length < GRAM || places.size === 0) return places;
  let hash = hashOf(text, 0);
  for (let at = 0; ; at++) {
    const known = places.get(hash);
    if (known && known.length <= MOST_PLACES) known.push(at);
    if (at + GRAM >= text.length) return places;
    hash = (Math.imul(hash, FACTOR) + text.charCodeAt(at + GRAM)) | 0;
    hash = (hash - Math.imul(LEAVING, text.charCodeAt(at))) | 0;
  }
}
