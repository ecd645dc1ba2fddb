import "server-only";

import type { Element, ElementContent } from "hast";

import { make } from "../tree";
import type { Line } from "./lines";
import type { Page } from "./pages";

/** What the pages of a text come to: its blocks, and its notes as the entries of a list. */
export interface Blocks {
  blocks: Element[];
  notes: Element[];
}

/** How much larger than the text a heading is, and how much smaller a note. */
const HEADING_SIZE = 1.13;
const NOTE_SIZE = 0.93;
const HEADING_LENGTH = 200;
const LEVELS = 4;

/** Makes headings, paragraphs, lists and notes of lines. Expects pages without running heads. */
export function composeBlocks(pages: Page[]): Blocks {
  const lines = pages.flatMap((page) => page.lines);
  const size = bodySize(lines);
  const levels = headingSizes(lines, size);
  const spacing = usualSpacing(lines);
  const blocks: Block[] = [];
  const notes: Element[] = [];
  for (const [index, page] of pages.entries()) {
    const { text, notes: found } = splitNotes(page.lines, size);
    notes.push(...found.map((note) => noteElement(note, index)));
    const mark = make("span", [], { dataPage: page.label });
    let isMarked = false;
    let last: Line | undefined;
    for (const [at, line] of text.entries()) {
      const isRow = isAligned(line, text[at - 1]) || isAligned(line, text[at + 1]);
      const level = levelOf(line, levels);
      const kind = isRow ? "tr" : level ? `h${level}` : isBullet(line) ? "li" : "p";
      const before = blocks.at(-1);
      const goesOn = before && continues(before, line, { kind, last, spacing });
      const block = goesOn ? before : { kind, lines: [], content: [] };
      if (!goesOn) blocks.push(block);
      if (isRow) appendRow(block, line, isMarked ? null : mark);
      else append(block, line, { mark: isMarked ? null : mark, page: index });
      isMarked = true;
      last = line;
    }
  }
  return { blocks: toElements(blocks), notes };
}

interface Block {
  kind: string;
  lines: Line[];
  content: ElementContent[];
}

function bodySize(lines: Line[]): number {
  const lengths = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    lengths.set(rounded, (lengths.get(rounded) ?? 0) + text.length);
  }
  return [...lengths].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0];
}

/** The sizes of headings, the largest first. */
function headingSizes(lines: Line[], body: number): number[] {
  const sizes = lines
    .filter(({ size, text }) => size >= HEADING_SIZE * body && text.length < HEADING_LENGTH)
    .map(({ size }) => Math.round(size));
  return [...new Set(sizes)].sort((a, b) => b - a);
}

function levelOf({ size, text }: Line, levels: number[]): number {
  if (text.length >= HEADING_LENGTH || !/\p{L}|\p{N}/u.test(text)) return 0;
  return Math.min(LEVELS, levels.indexOf(Math.round(size)) + 1);
}

/** The distance between lines that is the most frequent. */
function usualSpacing(lines: Line[]): number {
  const counts = new Map<number, number>();
  for (const [index, line] of lines.entries()) {
    const gap = Math.round(((lines[index - 1]?.base ?? 0) - line.base) * 2) / 2;
    if (gap > 0) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  }
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [12, 0])[0];
}

interface Before {
  kind: string;
  /** The line before on the same page. */
  last: Line | undefined;
  spacing: number;
}

/** Whether a line goes on with the block before it. */
function continues(block: Block, line: Line, { kind, last, spacing }: Before): boolean {
  const before = block.lines.at(-1)!;
  if (isBullet(line) || kind === "tr" || block.kind === "tr") return false;
  const isHeading = /^h\d/.test(kind);
  if (isHeading || /^h\d/.test(block.kind)) {
    const gap = last ? last.base - line.base : Number.POSITIVE_INFINITY;
    return isHeading && block.kind === kind && gap > 0 && gap < 1.6 * line.size;
  }
  const ends = /[.!?:;。！？…]["'”’»)\]]*$/u.test(before.text.trim());
  const width = before.column.right - before.column.left;
  const isShort = before.right < before.column.right - 0.12 * width;
  const isIndented = line.left > line.column.left + 0.7 * line.size;
  const wasIndented = before.left > before.column.left + 0.7 * before.size;
  const isSameColumn = last !== undefined && last.base > line.base;
  if (isSameColumn) {
    if (last.base - line.base > 1.35 * spacing) return false;
    if (block.kind === "li") return line.left > block.lines[0]!.left + 2;
    if (isShort && /^\s*(\d{1,3}|\p{L})[.)]\s/u.test(line.text)) return false;
    if (isIndented && !wasIndented) return false;
    return !(isShort && ends);
  }
  // At the head of a page or column: a sentence that is not over goes on.
  return !ends || (!isShort && !isIndented && /^\p{Ll}/u.test(line.text.trim()));
}

function isBullet({ text }: Line): boolean {
  return /^\s*[•‣◦▪●∙–]\s/u.test(text);
}

/** Whether two lines are rows of one table: the same number of cells, one below the other. */
function isAligned({ cells }: Line, other: Line | undefined): boolean {
  if (cells.length < 2 || cells[0]!.words.trim().length < 2) return false;
  if (other?.cells.length !== cells.length) return false;
  return cells.every(({ left }, at) => Math.abs(left - other.cells[at]!.left) < 6);
}

function appendRow(block: Block, line: Line, mark: Element | null): void {
  const cells = line.cells.map(({ words }) => make("td", [{ type: "text", value: words }]));
  if (mark) cells[0]!.children.unshift(mark);
  block.content.push(...cells);
  block.lines.push(line);
}

interface Appended {
  /** The mark of the page that begins with this line. */
  mark: Element | null;
  page: number;
}

function append(block: Block, line: Line, { mark, page }: Appended): void {
  const { content } = block;
  const parts = line.parts.map((part) => ({ ...part }));
  const [first] = parts;
  if (first && block.kind === "li" && block.lines.length === 0) {
    first.words = first.words.replace(/^\s*\S\s*/u, "");
    if (first.words === "" && parts[1]) parts[1].words = parts[1].words.trimStart();
  }
  const end = content.at(-1);
  if (end?.type === "text" && first) {
    const hyphen = /\p{L}[-\u00AD\u2010]$/u.test(end.value.trimEnd());
    if (hyphen && /^\s*\p{Ll}/u.test(first.words)) {
      end.value = end.value.trimEnd().slice(0, -1);
      const [rest = ""] = /^\s*\S+/u.exec(first.words) ?? [];
      end.value += rest.trim();
      first.words = first.words.slice(rest.length);
    } else if (!isWithoutSpaces(end.value, first.words)) end.value += " ";
  } else if (content.length > 0) content.push({ type: "text", value: " " });
  if (mark && content.length > 0) push(content, " ");
  if (mark) content.push(mark);
  for (const { words, isRaised } of parts) {
    if (isRaised) content.push(reference(words.trim(), page));
    else push(content, words);
  }
  block.lines.push(line);
}

/** Chinese and Japanese write no spaces between words, at the end of a line neither. */
function isWithoutSpaces(before: string, after: string): boolean {
  const script = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。「」！？]/u;
  return script.test(before.trimEnd().at(-1) ?? "") && script.test(after.trimStart()[0] ?? "");
}

function push(content: ElementContent[], words: string): void {
  const end = content.at(-1);
  if (end?.type === "text") end.value += words;
  else if (words !== "") content.push({ type: "text", value: words });
}

/** As the gathering of footnotes expects them: a raised link to the note, which comes later. */
function reference(sign: string, page: number): Element {
  const href = `#pdf-note-${page}-${sign}`;
  return make("sup", [make("a", [{ type: "text", value: sign }], { href })]);
}

interface Note {
  sign: string;
  words: string;
}

/** What stands at the foot of a column and begins with a sign that the text above refers to. */
function splitNotes(lines: Line[], body: number): { text: Line[]; notes: Note[] } {
  const signs = new Set<string>();
  const notes: Note[] = [];
  const text: Line[] = [];
  let last: Line | undefined;
  for (const line of lines) {
    const isNewColumn = last !== undefined && line.base > last.base;
    const isSmall = line.size <= NOTE_SIZE * body;
    const sign = noteSign(line, isSmall);
    if (sign && signs.has(sign)) {
      notes.push({
        sign,
        words: line.text
          .trim()
          .slice(sign.length)
          .replace(/^[.)\s]+/, ""),
      });
      last = line;
    } else if (last && !isNewColumn) {
      const note = notes.at(-1)!;
      note.words = joinWords(note.words, line.text.trim());
      last = line;
    } else {
      last = undefined;
      text.push(line);
      for (const { isRaised, words } of line.parts) if (isRaised) signs.add(words.trim());
    }
  }
  return { text, notes };
}

/** The sign that a line begins with as a note does: raised, or in small print. */
function noteSign({ parts, text }: Line, isSmall: boolean): string | undefined {
  const [first] = parts;
  if (!isSmall && !first?.isRaised) return undefined;
  return /^\s*(\d{1,4}|[*†‡])/.exec(text)?.[1];
}

function joinWords(before: string, after: string): string {
  const isHyphened = /\p{L}-$/u.test(before) && /^\p{Ll}/u.test(after);
  return isHyphened ? before.slice(0, -1) + after : `${before} ${after}`;
}

function noteElement({ sign, words }: Note, page: number): Element {
  const content: ElementContent[] = [{ type: "text", value: words }];
  return make("li", [make("p", content)], { id: `pdf-note-${page}-${sign}` });
}

/** What entries and rows stand in. */
const WRAPPERS: Record<string, string> = { li: "ul", tr: "table" };

function toElements(blocks: Block[]): Element[] {
  const elements: Element[] = [];
  for (const { kind, content } of blocks) {
    const wrapper = WRAPPERS[kind];
    const last = elements.at(-1);
    const part = make(kind, kind === "li" ? [make("p", content)] : content);
    if (!wrapper) elements.push(part);
    else if (last?.tagName === wrapper) last.children.push(part);
    else elements.push(make(wrapper, [part]));
  }
  return elements;
}
