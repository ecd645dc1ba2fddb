import type { MarksView } from "@/lib/annotations/marks";
import type { AnchorState, AnnotationKind, Audience } from "@/prisma/generated/enums";
import type { ReaderMark } from "./mark-list";

const STATE: Record<string, AnchorState> = {
  E: "EXACT",
  M: "MOVED",
  C: "CHANGED",
  D: "DETACHED",
};
const KIND: Record<string, AnnotationKind> = { H: "HIGHLIGHT", C: "COMMENT", Q: "QUESTION" };
const AUDIENCE: Record<string, Audience> = {
  O: "ONLY_ME",
  I: "INSTRUCTORS",
  G: "GROUP",
  C: "COURSE",
};

/** The server's columns as a list of marks, in the same order. */
export function unpackMarks(view: MarksView): ReaderMark[] {
  return view.starts.map((start, at) => ({
    id: uuidAt(view.ids, at),
    start,
    end: start + view.lengths[at]!,
    state: STATE[view.states[at]!]!,
    kind: KIND[view.kinds[at]!]!,
    audience: AUDIENCE[view.audiences[at]!]!,
    author: view.authors[view.authorIndexes[at]!]!,
    commentCount: view.commentCounts[at]!,
    isAnswered: view.answered[at] === "1",
    createdAt: view.createdAts[at]! * 1_000,
    activeAt: view.activeAts[at]! * 1_000,
  }));
}

function uuidAt(digits: string, at: number): string {
  const from = at * 32;
  const part = (start: number, end: number) => digits.slice(from + start, from + end);
  return `${part(0, 8)}-${part(8, 12)}-${part(12, 16)}-${part(16, 20)}-${part(20, 32)}`;
}
