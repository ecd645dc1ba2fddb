import { describeRange, type StoredAnchor } from "@/lib/anchoring";

/** The anchor of a passage of `text`, which must hold it; the `nth` when there are several. */
export function anchorOf(text: string, quote: string, nth = 1): StoredAnchor {
  let start = -1;
  for (let count = 0; count < nth; count++) start = text.indexOf(quote, start + 1);
  return anchorAt(text, start, start + quote.length, quote);
}

export function anchorAt(text: string, start: number, end: number, id: string): StoredAnchor {
  return { id, state: "EXACT", ...describeRange(text, start, end) };
}
