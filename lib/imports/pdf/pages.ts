import "server-only";

import type { Line } from "./lines";

/** One page of a PDF. */
export interface Page {
  /** What it is called: the file's own numbering, or its place. */
  label: string;
  /** In points. */
  height: number;
  lines: Line[];
}

/** How far into a page a running head or a page number reaches. */
const EDGE = 0.12;
/** A line that returns on so many pages, and on this share of them, belongs to the page and not to the text. */
const REPEATED_AT_LEAST = 2;
const REPEATED_SHARE = 0.25;

/** Takes running heads and page numbers away; a page that is numbered in print is called by that. */
export function dropRunningHeads(pages: Page[]): Page[] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(edgesOf(page).map(keyOf)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(REPEATED_AT_LEAST, Math.ceil(REPEATED_SHARE * pages.length));
  const isRepeated = (line: Line) => (counts.get(keyOf(line)) ?? 0) >= least;
  return pages.map((page) => {
    const heads = edgesOf(page).filter((line) => isPageNumber(line) || isRepeated(line));
    const printed = heads.find(isPageNumber)?.text.replace(/[^\p{L}\p{N}]/gu, "");
    const lines = page.lines.filter((line) => !heads.includes(line));
    return { ...page, label: printed || page.label, lines };
  });
}

/** The lines at the top and at the bottom that could be such, two at most on each side. */
function edgesOf({ lines, height }: Page): Line[] {
  const byHeight = [...lines].sort((a, b) => b.base - a.base);
  const top = byHeight.slice(0, 2).filter(({ base }) => base > height * (1 - EDGE));
  const bottom = byHeight.slice(-2).filter(({ base }) => base < height * EDGE);
  return [...new Set([...top, ...bottom])];
}

/** The same head on other pages: with another number. */
function keyOf({ text, base }: Line): string {
  const words = text.toLowerCase().replace(/\d+/g, "#").replace(/\s+/g, " ").trim();
  return `${Math.round(base / 8)} ${words}`;
}

function isPageNumber({ text }: Line): boolean {
  return /^[\s–—|.[(-]*(\d{1,4}|[ivxlc]{1,7})[\s–—|.\])-]*$/i.test(text);
}
