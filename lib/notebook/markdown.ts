import type { Entry } from "./present";

/** The sentences of a notebook as Markdown. */
export interface MarkdownWords {
  title: string;
  kindOf(entry: Entry): string;
  /** What the link to the passage is called. */
  show: string;
  /** `by Ada`, or an empty string where it goes without saying. */
  byline(entry: Entry): string;
  day(iso: string): string;
}

export function markdownBeginning({ title }: MarkdownWords): string {
  return `# ${escapeLine(title)}\n`;
}

/**
 * An entry under the heading of its reading, which comes where the reading before was another:
 * the passage as a quotation, the words below it, and the way back.
 */
export function markdownEntry(
  entry: Entry,
  previous: Entry | null,
  { origin, words }: { origin: string; words: MarkdownWords },
): string {
  const { where, quote, text, href, at } = entry;
  const isNew = previous?.where.id !== where.id;
  const by = where.readingAuthor === "" ? "" : ` · ${escapeLine(where.readingAuthor)}`;
  const heading = [
    `\n## ${escapeLine(where.title)}\n\n`,
    `${escapeLine(where.courseTitle)}${by} · <${origin}/read/${where.id}>\n`,
  ].join("");
  const facts = [words.kindOf(entry), words.byline(entry), words.day(at)].filter(Boolean);
  return [
    isNew ? heading : "",
    quote === "" ? "\n" : `\n${quotation(quote)}\n\n`,
    text === "" ? "" : `${escapeBlock(text)}\n\n`,
    `*${facts.map(escapeLine).join(" · ")}* · [${escapeLine(words.show)}](${origin}${href})\n`,
    "\n---\n",
  ].join("");
}

function quotation(quote: string): string {
  return escapeBlock(quote)
    .split("\n")
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");
}

/** Lines stay lines, and each says what its writer typed rather than what Markdown makes of it. */
function escapeBlock(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => escapeLine(line).trimEnd())
    .join("\n\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** What would begin a heading, a list, emphasis, a link, code, a table or HTML stands as it is. */
function escapeLine(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trimStart()
    .replace(/[\\`*_[\]<>|~$&]/g, "\\$&")
    .replace(/^([#+\-=])/, "\\$1")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}
