import { diffArrays } from "diff";

import { MOST_EDITS } from "./match-words";
import { foldText, splitWords } from "./words";

/**
 * Up to this many units, passages are compared by character: of a single word that got another
 * spelling nothing would be left by words. Longer ones are compared by word, which is quicker.
 */
const SHORT = 64;

/**
 * How much of `quote` is in `words`, from 0 to 1: one less the share of what has to be replaced
 * (Levenshtein's distance, along the shortest edit of Myers). Decomposed letters, curly quotation
 * marks and the width of white space make no difference.
 */
export function similarity(quote: string, words: string): number {
  const [a, b] = [foldText(quote), foldText(words)];
  if (a === b) return 1;
  const longest = Math.max(a.length, b.length);
  if (Math.min(a.length, b.length) * 2 < longest) return Math.min(a.length, b.length) / longest / 2;
  const parts = longest <= SHORT ? [...a] : splitWords(a).map(({ key }) => key);
  const others = longest <= SHORT ? [...b] : splitWords(b).map(({ key }) => key);
  const edit = diffArrays(parts, others, { maxEditLength: MOST_EDITS });
  if (!edit) return 0;
  let distance = 0;
  let removed = 0;
  let added = 0;
  for (const change of edit) {
    const size = change.value.join("").length;
    if (change.removed) removed += size;
    else if (change.added) added += size;
    else {
      distance += Math.max(removed, added);
      removed = added = 0;
    }
  }
  return 1 - (distance + Math.max(removed, added)) / longest;
}
