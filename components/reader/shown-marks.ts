import type { MarkList, ReaderMark } from "./mark-list";

/** The marks that the reader wants to see now, in the order of the text. */
export function shownMarks({ marks }: { marks: MarkList }): readonly ReaderMark[] {
  return marks.ordered;
}
