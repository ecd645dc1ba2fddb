import "server-only";

import { orderColumns } from "./columns";

/** A stretch of a line as the file has it; places are in points from the left and the bottom. */
export interface Piece {
  words: string;
  left: number;
  right: number;
  base: number;
  size: number;
}

/** A line of a column. */
export interface Line {
  /** Its words; numbers that stand raised are references to notes. */
  parts: { words: string; isRaised: boolean }[];
  text: string;
  /** What stands apart on the line: several in the rows of a table. */
  cells: { words: string; left: number }[];
  left: number;
  right: number;
  base: number;
  size: number;
  /** The column's sides, which tell what is indented and what ends early. */
  column: { left: number; right: number };
}

interface TextContent {
  items: ({ str: string; transform: number[]; width: number; height: number } | { type: string })[];
}

/** The lines of a page in the order in which they are read, columns one after another. */
export function readLines(content: TextContent): Line[] {
  const pieces: Piece[] = [];
  for (const part of content.items) {
    if (!("str" in part) || part.str.trim() === "") continue;
    const [a = 0, b = 0, , , left = 0, base = 0] = part.transform;
    // Words that do not run from left to right along the page: notes on its edge, stamps.
    if (Math.abs(b) > Math.abs(a)) continue;
    const size = part.height || Math.abs(a);
    pieces.push({ words: part.str, left, right: left + part.width, base, size });
  }
  return orderColumns(joinPieces(pieces)).flatMap(({ pieces: column, left, right }) =>
    linesOf(column).map((line) => toLine(line, { left, right })),
  );
}

/** Joins what stands on one line with no more than a word's space between: what is left is split by columns. */
function joinPieces(pieces: Piece[]): Piece[][] {
  const rows = rowsOf(pieces);
  return rows.flatMap((row) => {
    const joined: Piece[][] = [];
    for (const piece of row) {
      const group = joined.at(-1);
      const last = group?.at(-1);
      if (last && piece.left - last.right < 1.1 * Math.max(last.size, piece.size))
        group!.push(piece);
      else joined.push([piece]);
    }
    return joined;
  });
}

/** Pieces by the line they stand on, from the top, each from the left. */
function rowsOf(pieces: Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.base - a.base || a.left - b.left)) {
    const row = rows.at(-1);
    const tallest = row?.reduce((most, each) => (each.size > most.size ? each : most));
    // What is raised above the line belongs to it still; it may come before the line itself.
    const reach = 0.45 * Math.max(piece.size, tallest?.size ?? 0);
    if (tallest && Math.abs(tallest.base - piece.base) < reach) row!.push(piece);
    else rows.push([piece]);
  }
  for (const row of rows) row.sort((a, b) => a.left - b.left);
  return rows;
}

function linesOf(groups: Piece[][]): Piece[][] {
  return rowsOf(groups.flat());
}

function toLine(pieces: Piece[], column: Line["column"]): Line {
  const size = sizeOf(pieces);
  const base = pieces.find((piece) => piece.size === size)?.base ?? pieces[0]!.base;
  const parts: Line["parts"] = [];
  const cells: Line["cells"] = [];
  let last: Piece | undefined;
  for (const piece of pieces) {
    if (!last || piece.left - last.right > 1.1 * size) cells.push({ words: "", left: piece.left });
    const isSmall = piece.size < 0.8 * size || piece.base > base + 0.2 * size;
    const isRaised = isSmall && /^\s*[\d*†‡]{1,4}\s*$/.test(piece.words);
    const isApart = last && piece.left - last.right > 0.15 * size && !/\s$/.test(last.words);
    const gap = isApart && !/^\s/.test(piece.words) && !isRaised ? " " : "";
    parts.push({ words: gap + piece.words, isRaised });
    cells.at(-1)!.words += gap + piece.words;
    last = piece;
  }
  return {
    parts,
    text: parts.map(({ words }) => words).join(""),
    cells,
    left: pieces[0]!.left,
    right: last!.right,
    base,
    size,
    column,
  };
}

/** The size that most of a line's characters have. */
function sizeOf(pieces: Piece[]): number {
  const lengths = new Map<number, number>();
  for (const { size, words } of pieces) {
    lengths.set(size, (lengths.get(size) ?? 0) + words.trim().length);
  }
  return [...lengths].reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}
