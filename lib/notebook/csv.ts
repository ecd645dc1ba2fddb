import "server-only";

import { stringify } from "csv-stringify/sync";

import type { Entry } from "./present";

const COLUMNS = [
  "type",
  "kind",
  "audience",
  "course",
  "reading",
  "author",
  "quote",
  "text",
  "created",
  "url",
] as const;

/** The mark by which spreadsheets know UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";

export function csvBeginning(): string {
  return BYTE_ORDER_MARK + lines([[...COLUMNS]]);
}

/**
 * An entry as a line by RFC 4180. A cell that a spreadsheet would take for a formula begins with
 * an apostrophe: what somebody wrote in a comment must not be run on somebody's machine.
 */
export function csvEntry(entry: Entry, origin: string): string {
  const { source, annotation, where, author, quote, text, at, href } = entry;
  return lines([
    [
      source,
      annotation?.kind.toLowerCase() ?? "",
      annotation?.audience.toLowerCase() ?? "",
      where.courseTitle,
      where.title,
      author?.name ?? "",
      quote,
      text,
      at,
      origin + href,
    ],
  ]);
}

function lines(rows: string[][]): string {
  return stringify(rows, { escape_formulas: true, record_delimiter: "windows" });
}
