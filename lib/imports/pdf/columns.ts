import "server-only";

import type { Piece } from "./lines";

/** A part of a page that is read before the next. */
export interface Column {
  pieces: Piece[][];
  left: number;
  right: number;
}

/** Fewer lines than this on one side make no column. */
const LINES_AT_LEAST = 4;
const COLUMNS_AT_MOST = 4;

/**
 * Puts the stretches of a page into the order in which they are read: where a gap runs down the
 * page, what is left of it comes first. What crosses the gap, such as a title, ends the columns
 * above it. After the recursive cutting of pages at white space (Nagy and Seth, 1984).
 */
export function orderColumns(groups: Piece[][], depth = 0): Column[] {
  if (groups.length === 0) return [];
  const left = Math.min(...groups.map(leftOf));
  const right = groups.reduce((most, group) => Math.max(most, rightOf(group)), left);
  const gap = depth < COLUMNS_AT_MOST ? findGap(groups, left, right) : null;
  if (gap === null) return [{ pieces: groups, left, right }];
  const columns: Column[] = [];
  let band: Piece[][] = [];
  const flush = () => {
    const before = band.filter((group) => rightOf(group) <= gap + 1);
    const after = band.filter((group) => rightOf(group) > gap + 1);
    columns.push(...orderColumns(before, depth + 1), ...orderColumns(after, depth + 1));
    band = [];
  };
  const byHeight = [...groups].sort((a, b) => b[0]!.base - a[0]!.base);
  for (const group of byHeight) {
    if (!crosses(group, gap)) {
      band.push(group);
      continue;
    }
    flush();
    const last = columns.at(-1);
    if (last && last.left === left && last.right === right) last.pieces.push(group);
    else columns.push({ pieces: [group], left, right });
  }
  flush();
  return columns;
}

/** Where a gap runs down that few stretches cross and that has enough on both of its sides. */
function findGap(groups: Piece[][], left: number, right: number): number | null {
  let best: { at: number; crossing: number; width: number } | null = null;
  let run = 0;
  for (let at = left + 0.2 * (right - left); at < left + 0.8 * (right - left); at += 2) {
    const crossing = groups.filter((group) => crosses(group, at)).length;
    const before = groups.filter((group) => rightOf(group) <= at).length;
    const after = groups.length - crossing - before;
    const isGap =
      before >= LINES_AT_LEAST && after >= LINES_AT_LEAST && crossing <= 0.3 * groups.length;
    if (!isGap) continue;
    run = best && best.crossing === crossing && at - best.at <= best.width + 4 ? run + 2 : 2;
    if (!best || crossing < best.crossing || (crossing === best.crossing && run > best.width)) {
      best = {
        at: best && run > 2 && crossing === best.crossing ? at - run / 2 : at,
        crossing,
        width: run,
      };
    }
  }
  return best?.at ?? null;
}

function crosses(group: Piece[], at: number): boolean {
  return leftOf(group) < at && rightOf(group) > at;
}

function leftOf(group: Piece[]): number {
  return group[0]!.left;
}

function rightOf(group: Piece[]): number {
  return group.at(-1)!.right;
}
