import { UNSPACED } from "./segments";

/** A word, a run of white space or a sign: `[from, to)` of a text, and what it is compared by. */
export interface Word {
  from: number;
  to: number;
  key: string;
}

/**
 * The longest run of an unspaced script that is cut into words at once. Punctuation ends nearly all
 * earlier; the time of `Intl.Segmenter` grows with the square of what it is given.
 */
const RUN = 256;

/** A run of an unspaced script; else a word, white space, or any character with its marks and joiners. */
const WORD = new RegExp(
  `([${UNSPACED}][${UNSPACED}\\p{M}]{0,${RUN - 1}})|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+|\\s+|[^](?:\\p{M}|\\u200D[^])*`,
  "gu",
);

/**
 * The words of `[from, to)`, in order and without gaps. Only scripts without spaces are handed to
 * `Intl.Segmenter`, which knows their words from dictionaries and is many times slower.
 */
export function splitWords(text: string, from = 0, to = text.length): Word[] {
  const words: Word[] = [];
  let segmenter: Intl.Segmenter | undefined;
  const part = text.slice(from, to);
  const add = (start: number, word: string) => {
    words.push({ from: from + start, to: from + start + word.length, key: foldText(word) });
  };
  for (const { 0: word, 1: unspaced, index } of part.matchAll(WORD)) {
    if (!unspaced) add(index, word);
    else {
      segmenter ??= new Intl.Segmenter("und", { granularity: "word" });
      for (const each of segmenter.segment(word)) add(index + each.index, each.segment);
    }
  }
  return words;
}

/**
 * What a reader sees as the same is the same after this: composed and decomposed letters (Unicode
 * NFC), curly and straight quotation marks, and every width of white space, line ends included.
 *
 * It only helps to find a passage. Whether a found one is *moved* or *changed* is decided by the
 * words as they are, so that a passage called *moved* holds its quote literally.
 */
export function foldText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u2018\u2019\u201B\u02BC]/g, "'")
    .replace(/[\u201C\u201D\u201F]/g, '"')
    .replace(/\s+/g, " ");
}
