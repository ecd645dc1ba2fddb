import type { ReaderMark } from "./store";

/** Marks in the order of the text: by their beginning, the longer first. */
export function inTextOrder(marks: Iterable<ReaderMark>): ReaderMark[] {
  return [...marks].sort((a, b) => a.start - b.start || b.end - a.end || a.id.localeCompare(b.id));
}
