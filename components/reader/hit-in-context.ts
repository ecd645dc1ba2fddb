import { type TextRange, wholeCharacters } from "@/lib/anchoring";

/** About two lines of a list, the hit in the first. */
const BEFORE = 32;
const AFTER = 64;

/** A hit with the words around it, from its own block only; where in them it is. */
export function hitInContext(text: string, { start, end }: TextRange) {
  const block = { from: text.lastIndexOf("\n", start - 1) + 1, to: endOfBlock(text, end) };
  const cut = wholeCharacters(
    text,
    Math.max(block.from, nextWord(text, start - BEFORE, start)),
    Math.min(block.to, end + AFTER),
  );
  const lead = `${cut.start > block.from ? "…" : ""}${oneLine(text.slice(cut.start, start))}`;
  const hit = oneLine(text.slice(start, end));
  const rest = `${oneLine(text.slice(end, cut.end))}${cut.end < block.to ? "…" : ""}`;
  return {
    text: `${lead}${hit}${rest}`,
    hits: [{ start: lead.length, end: lead.length + hit.length }],
  };
}

/** Where a word begins between two places; the first of them where none does. */
function nextWord(text: string, from: number, to: number): number {
  const space = text.indexOf(" ", Math.max(0, from));
  return space >= 0 && space < to - 1 ? space + 1 : from;
}

function endOfBlock(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}

/** Line breaks, images and the numbers of notes (U+FFFC) part words as a space does. */
function oneLine(text: string): string {
  return text.replace(/[\s\uFFFC]+/g, " ");
}
