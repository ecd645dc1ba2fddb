import { isSingle, SURE_STRETCH } from "./carry";
import type { Quote, QuoteHint } from "./find-quotes";
import type { TextRange } from "./text-range";

/** Two words or so at each end of a stretch, without which it must be the only one. */
const END = SURE_STRETCH / 4;

/** The part of a quote that stands literally somewhere. */
export interface Stretch {
  /** Where the whole quote would begin. */
  begin: number;
  /** The part, as a range of the text in which it was found. */
  part: TextRange;
}

/**
 * Where most of a quote went that was cut apart: the longest stretch of it, its context included, that
 * is long enough to be sure and stands once in each of the two texts, even without its ends. Null when there is none.
 */
export function findStretch(
  { before, after }: { before: string; after: string },
  quote: Quote,
  hints: readonly QuoteHint[],
): Stretch | null {
  const described = quote.prefix + quote.quote + quote.suffix;
  const lead = quote.prefix.length;
  let best: Candidate | null = null;
  for (const { start, offset } of hints) {
    if (best && start === best.begin && isWithin(best, start + offset)) continue;
    const shift: number = start - lead;
    let from = lead + offset;
    let to = from;
    while (from > 0 && isSame(described[from - 1], after[shift + from - 1])) from--;
    while (to < described.length && isSame(described[to], after[shift + to])) to++;
    if (best && to - from <= best.end - best.start) continue;
    best = { begin: start, start: shift + from, end: shift + to };
  }
  if (!best || best.end - best.start < SURE_STRETCH) return null;
  // Without its ends: a sign more or less does not make other words of it.
  const core = after.slice(best.start + END, best.end - END);
  if (!isSingle(before, core) || !isSingle(after, core)) return null;
  const { begin } = best;
  const part = {
    start: Math.max(best.start, begin),
    end: Math.min(best.end, begin + quote.quote.length),
  };
  return part.start < part.end ? { begin, part } : null;
}

/** A stretch that reads as the quote does with its context, and where the whole quote would begin. */
interface Candidate extends TextRange {
  begin: number;
}

function isWithin({ start, end }: TextRange, at: number): boolean {
  return start <= at && at < end;
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a === b;
}
