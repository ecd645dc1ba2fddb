import type { Crowd } from "./margin-crowds";

/** The card of a new comment that is being written. */
export const NEW_ID = "new";

/** What stands in the margin: a thread, a crowd of them, or the new comment. */
export type MarginEntry = ThreadEntry | CrowdEntry | { type: "new"; id: string; start: number };

export interface ThreadEntry {
  type: "thread";
  id: string;
  start: number;
  /** Which of all threads on passages it is, from 1. */
  position: number;
}

export interface CrowdEntry {
  type: "crowd";
  id: string;
  start: number;
  band: number;
  /** The threads that it stands for; of an open one, those that it would fold again. */
  threadIds: string[];
  isOpen: boolean;
}

interface Arrangement {
  /** All threads, in the order of the text. */
  threads: readonly { id: string; start: number }[];
  /** Which of them are near the view: `[from, to)`. */
  near: { from: number; to: number };
  crowds: readonly Crowd[];
  openBands: ReadonlySet<number>;
  /** Places in `threads` that are never hidden, neither in a crowd nor by being far from the view. */
  keptAt: ReadonlySet<number>;
}

/**
 * What stands in the margin, in the order of the text: every thread near the view has its card or
 * is counted in exactly one crowd, which stands where the first of its threads would.
 */
export function arrange({ threads, near, crowds, openBands, keptAt }: Arrangement): MarginEntry[] {
  const entries: MarginEntry[] = [];
  const isNear = (at: number) => at >= near.from && at < near.to;
  const show = (at: number) => {
    const { id, start } = threads[at]!;
    entries.push({ type: "thread", id, start, position: at + 1 });
  };
  const isKept = (at: number) => keptAt.has(at);
  const places = [...keptAt].filter((at) => !isNear(at)).sort((a, b) => a - b);

  for (const at of places) if (at < near.from) show(at);
  let crowdAt = crowds.findIndex(({ to }) => to > near.from);
  for (let at = near.from; at < near.to; at++) {
    const crowd = crowdAt >= 0 ? crowds[crowdAt] : undefined;
    if (!crowd || at < crowd.from) {
      show(at);
      continue;
    }
    const isOpen = openBands.has(crowd.band);
    const folded: number[] = [];
    for (let each = crowd.from; each < crowd.to; each++) if (!isKept(each)) folded.push(each);
    const threadIds = folded.map((each) => threads[each]!.id);
    const { start } = threads[crowd.from]!;
    const id = `crowd-${crowd.band}`;
    if (folded.length > 0)
      entries.push({ type: "crowd", id, start, band: crowd.band, threadIds, isOpen });
    for (let each = crowd.from; each < crowd.to; each++) if (isOpen || isKept(each)) show(each);
    at = crowd.to - 1;
    crowdAt += 1;
  }
  for (const at of places) if (at >= near.to) show(at);
  return entries;
}

/** Puts the new comment behind everything that begins where it does or before. */
export function withNew(entries: readonly MarginEntry[], start: number): MarginEntry[] {
  const at = entries.findIndex((entry) => entry.start > start);
  const place = at < 0 ? entries.length : at;
  return entries.toSpliced(place, 0, { type: "new", id: NEW_ID, start });
}
