import { type TextRange, trimRange } from "./text-range";

/** What a text is cut into for somebody who picks a passage by keys. */
export type Unit = "word" | "sentence";

/**
 * The words or sentences of `text`, in order, none overlapping, none with white space at its ends.
 *
 * Cut by the rules of Unicode for the language (UAX 29, and dictionaries for Chinese, Japanese,
 * Thai and others that put no spaces), which every browser brings along as `Intl.Segmenter`.
 * Punctuation alone is no word; an emoji or another sign is. A leaf (U+FFFC) is one where nothing
 * else stands there, as an image does: inside a line it is a line break or a note's number.
 */
export function segmentText(text: string, unit: Unit, language: string): TextRange[] {
  if (/^\uFFFC+$/.test(text)) return [{ start: 0, end: text.length }];
  const segments: TextRange[] = [];
  for (const [start, end] of cut(text, unit, language)) {
    const range = trimRange(text, start, end);
    if (range && isPickable(text.slice(range.start, range.end))) segments.push(range);
  }
  return segments;
}

function isPickable(words: string): boolean {
  return /[\p{L}\p{N}\p{S}]/u.test(words.replaceAll("\uFFFC", ""));
}

function cut(text: string, unit: Unit, language: string): Iterable<[number, number]> {
  const segmenter = makeSegmenter(unit, language);
  return segmenter ? cutBy(segmenter, text) : cutPlainly(text, unit);
}

function* cutBy(segmenter: Intl.Segmenter, text: string): Generator<[number, number]> {
  for (const { index, segment } of segmenter.segment(text)) yield [index, index + segment.length];
}

/** A language that the browser cannot even parse counts as none. */
function makeSegmenter(granularity: Unit, language: string): Intl.Segmenter | null {
  if (typeof Intl === "undefined" || !("Segmenter" in Intl)) return null;
  try {
    return new Intl.Segmenter(language || undefined, { granularity });
  } catch {
    return new Intl.Segmenter(undefined, { granularity });
  }
}

/**
 * Letters of scripts that put no spaces between words, for a class of a regular expression: without a
 * dictionary, each for itself.
 */
export const UNSPACED =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";

const PLAIN = {
  word: new RegExp(
    `[${UNSPACED}]\\p{M}*|(?:(?![${UNSPACED}])[\\p{L}\\p{N}]\\p{M}*(?:['’]\\b)?)+|\\p{S}[\\p{M}\\u200D\\p{S}]*`,
    "gu",
  ),
  sentence:
    /[^.!?。！？]+(?:[.!?。！？]+["'”’»)\]」』]*(?:\s+|$|(?<=[。！？][”’」』]*))?|$)|[.!?。！？]+/gu,
};

/** For the old browser that has no segmenter: by spaces, punctuation and the script. */
function* cutPlainly(text: string, unit: Unit): Generator<[number, number]> {
  for (const { index, 0: words } of text.matchAll(PLAIN[unit])) yield [index, index + words.length];
}
