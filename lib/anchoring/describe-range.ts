import { splitsPair, wholeCharacters } from "./text-range";

/**
 * UTF-16 units of context kept on each side of a quote, as the Hypothesis client and the W3C Web
 * Annotation examples do: enough to tell nearly all repeated phrases apart, little enough to store.
 */
export const CONTEXT_LENGTH = 32;

/** Where a passage lies and what it says: the TextPosition and TextQuote selectors of the W3C model. */
export interface Selectors {
  start: number;
  end: number;
  quote: string;
  prefix: string;
  suffix: string;
}

/** What describes a text as a whole: no words of it, and the place before all of them. */
export const WHOLE_TEXT: Selectors = { start: 0, end: 0, quote: "", prefix: "", suffix: "" };

/**
 * Describes `[start, end)` of `text` so that it can be found again after the text has changed.
 *
 * No part of the answer begins or ends inside a surrogate pair: half a character cannot be stored
 * as UTF-8, so a range that cuts one is widened and a context that would is shortened.
 *
 * @throws RangeError when the range is empty or not within the text
 */
export function describeRange(text: string, start: number, end: number): Selectors {
  if (!isRangeOf(text, start, end)) {
    throw new RangeError(`[${start}, ${end}) is no range of a text of ${text.length} units`);
  }
  const range = wholeCharacters(text, start, end);
  const before = Math.max(0, range.start - CONTEXT_LENGTH);
  const after = Math.min(text.length, range.end + CONTEXT_LENGTH);
  return {
    ...range,
    quote: text.slice(range.start, range.end),
    prefix: text.slice(splitsPair(text, before) ? before + 1 : before, range.start),
    suffix: text.slice(range.end, splitsPair(text, after) ? after - 1 : after),
  };
}

function isRangeOf(text: string, start: number, end: number): boolean {
  const isWhole = Number.isInteger(start) && Number.isInteger(end);
  return isWhole && start >= 0 && start < end && end <= text.length;
}
