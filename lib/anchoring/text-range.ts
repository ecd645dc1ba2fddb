/** `[start, end)` of a flat text, in UTF-16 units. */
export interface TextRange {
  start: number;
  end: number;
}

/**
 * The range without the white space at its ends, or null where nothing else is in it.
 *
 * People drag a little too far; the paragraph's end or a space is never what they meant to quote.
 */
export function trimRange(text: string, start: number, end: number): TextRange | null {
  let from = Math.max(0, start);
  let to = Math.min(text.length, end);
  while (from < to && isWhiteSpace(text[from]!)) from++;
  while (to > from && isWhiteSpace(text[to - 1]!)) to--;
  return from < to ? wholeCharacters(text, from, to) : null;
}

/** The range widened so that neither end lies inside a surrogate pair. */
export function wholeCharacters(text: string, start: number, end: number): TextRange {
  return {
    start: splitsPair(text, start) ? start - 1 : start,
    end: splitsPair(text, end) ? end + 1 : end,
  };
}

/** Whether cutting `text` at `offset` would leave half a character on each side. */
export function splitsPair(text: string, offset: number): boolean {
  return isHighSurrogate(text.charCodeAt(offset - 1)) && isLowSurrogate(text.charCodeAt(offset));
}

/** White space as JavaScript has it, and the two zero-width marks that only permit or forbid breaks. */
function isWhiteSpace(unit: string): boolean {
  return /[\s\u200B\u2060]/u.test(unit);
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
