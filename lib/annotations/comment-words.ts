/**
 * The words of a comment's document on one line, as a quotation of it shows them. What is no text
 * but stands for some, such as the name of somebody mentioned, counts by its label.
 */
export function wordsOfComment(body: unknown): string {
  return piecesOf(body).join("").replace(/\s+/g, " ").trim();
}

/** The words, cut at a word's end after about `limit` characters. */
export function quoteOfComment(body: unknown, limit: number): string {
  const words = wordsOfComment(body);
  if (words.length <= limit) return words;
  const cut = words.slice(0, limit);
  const end = cut.lastIndexOf(" ");
  // Never through the middle of a character of two units.
  const whole = (end > limit / 2 ? cut.slice(0, end) : cut).replace(/[\uD800-\uDBFF]$/, "");
  return `${whole} …`;
}

function piecesOf(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  const { text, attrs, content } = node as Record<string, unknown>;
  if (typeof text === "string") return [text];
  if (!Array.isArray(content)) return [labelOf(attrs)];
  // The next block begins apart from this one.
  return [...content.flatMap(piecesOf), " "];
}

function labelOf(attrs: unknown): string {
  if (typeof attrs !== "object" || attrs === null) return " ";
  const { label, latex, alt } = attrs as Record<string, unknown>;
  const named = [label, latex, alt].find((each) => typeof each === "string");
  return typeof named === "string" ? named : " ";
}
