import type { ReaderMark } from "./mark-list";

/** How the threads on one place can be sorted. */
export const ORDERS = ["shortest", "newest"] as const;
export type Order = (typeof ORDERS)[number];

/**
 * Threads on one place for somebody to choose from: by the length of their passages, because the
 * shortest speaks of just these words, or by the moment when somebody last wrote.
 */
export function sortMarks(marks: readonly ReaderMark[], order: Order): ReaderMark[] {
  const byActivity = (a: ReaderMark, b: ReaderMark) => b.activeAt - a.activeAt;
  const byLength = (a: ReaderMark, b: ReaderMark) => a.end - a.start - (b.end - b.start);
  const [first, second] = order === "shortest" ? [byLength, byActivity] : [byActivity, byLength];
  return marks.toSorted((a, b) => first(a, b) || second(a, b) || (a.id < b.id ? -1 : 1));
}
