/** A stretch of a text, from the beginning of a paragraph to the end of one. */
export interface Part {
  start: number;
  end: number;
}

/**
 * Divides a text into parts of whole paragraphs (the lines of the flat text) and about one length,
 * `most` of them at most: what a table can hold, and one can tell apart. A paragraph longer than a
 * part is a part of its own. Together they are the whole text, in its order.
 */
export function partsOf(text: string, most: number): Part[] {
  const least = Math.ceil(text.length / most);
  const parts: Part[] = [];
  let start = 0;
  while (start < text.length) {
    const line = parts.length === most - 1 ? -1 : text.indexOf("\n", start + least - 1);
    const end = line === -1 ? text.length : line + 1;
    parts.push({ start, end });
    start = end;
  }
  return parts;
}

/** The first words of a part, `atMost` units long; words are kept whole where there are any. */
export function beginningOf(text: string, { start, end }: Part, atMost: number): string {
  const words = text
    .slice(start, Math.min(end, start + 4 * atMost))
    .replaceAll("\uFFFC", " ")
    .replace(/\s+/g, " ")
    .trim();
  if (words.length <= atMost) return words;
  const cut = words.slice(0, atMost);
  const space = cut.lastIndexOf(" ");
  return `${(space > 0 ? cut.slice(0, space) : cut).trimEnd()} …`;
}
