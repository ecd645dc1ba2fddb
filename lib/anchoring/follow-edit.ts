import { splitBlocks } from "./align-texts";
import { Alignment, type Kept } from "./alignment";

/**
 * Follows an offset through the edit itself: side -1 keeps to the text before it, 1 to the text
 * after it; null where it was deleted with its surroundings.
 */
export type FollowOffset = (offset: number, side: -1 | 1) => number | null;

/**
 * What the editor says was kept, as far as it is true: a unit counts only when both its sides are
 * followed to one unit that is the same. Whole blocks are looked at before single units.
 */
export function alignFollowed(before: string, after: string, follow: FollowOffset): Alignment {
  const kept: Kept[] = [];
  let end = 0;
  const keep = (from: number, to: number): boolean => {
    const at = follow(from, 1);
    if (at === null || at < end || follow(to, -1) !== at + to - from) return false;
    if (before.slice(from, to) !== after.slice(at, at + to - from)) return false;
    end = at + to - from;
    kept.push({ from, to, at, end, isLiteral: true, certainty: "certain" });
    return true;
  };
  for (const block of splitBlocks(before)) {
    if (block.start > 0) keep(block.start - 1, block.start);
    if (block.start === block.end || keep(block.start, block.end)) continue;
    for (let at = block.start; at < block.end; at++) keep(at, at + 1);
  }
  return new Alignment(kept, after.length);
}
