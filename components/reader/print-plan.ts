import { isOnWhole, type ReaderMark } from "./mark-list";
import { type LocalThread, shownComments } from "./merge";

/** More notes than anybody prints, and as many as a page can hold without halting. */
export const NOTES_AT_MOST = 1_000;

/** One note below the printed text. */
export interface PrintedNote {
  number: number;
  thread: LocalThread;
  /** Comments that were not loaded. */
  missing: number;
}

export interface PrintPlan {
  notes: PrintedNote[];
  /** How many notes there are in all. */
  count: number;
  /** What is left out: not loaded, or beyond what is printed. */
  leftOut: { unloaded: number; beyond: number };
}

/** Which notes are printed and under which numbers: those that are loaded, in the order of the text. */
export function planPrint(
  marks: readonly Pick<ReaderMark, "id">[],
  threads: ReadonlyMap<string, LocalThread>,
): PrintPlan {
  const asked = marks.slice(0, NOTES_AT_MOST);
  const loaded = asked.flatMap(({ id }) => threads.get(id) ?? []);
  const notes = loaded.map((thread, index) => ({
    number: index + 1,
    thread,
    missing: thread.nextCursor === null ? 0 : missingIn(thread),
  }));
  return {
    notes,
    count: marks.length,
    leftOut: { unloaded: asked.length - loaded.length, beyond: marks.length - asked.length },
  };
}

/** Where a number in the text leads. */
export function printedNoteId(number: number): string {
  return `printed-note-${number}`;
}

/** Where numbers stand in the text, the last place first: what stands at one place is one sign. */
export function numbersInText(notes: readonly PrintedNote[]): { end: number; numbers: number[] }[] {
  const places = new Map<number, number[]>();
  for (const { number, thread } of notes) {
    // A detached note, or one on the whole reading, has no place in the text, only in the list.
    if (thread.anchor.state === "DETACHED" || isOnWhole(thread.anchor)) continue;
    const { end } = thread.anchor;
    places.set(end, [...(places.get(end) ?? []), number]);
  }
  return [...places].map(([end, numbers]) => ({ end, numbers })).sort((a, b) => b.end - a.end);
}

function missingIn(thread: LocalThread): number {
  const known = shownComments(thread).filter(({ isDeleted }) => !isDeleted).length;
  return Math.max(1, thread.commentCount - known);
}
