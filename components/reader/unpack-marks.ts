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

const NO_TAGS: readonly string[] = [];

/** The server's columns as a list of marks, in the same order. */
export function unpackMarks(view: MarksView): ReaderMark[] {
  const tags = tagsByMark(view);
  let grouped = 0;
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
    isPicked: view.pinned[at] === "1" || view.picked[at] === "1",
    voteCount: view.voteCounts[at]!,
    group: view.audiences[at] === "G" ? (view.groups[view.groupIndexes[grouped++]!] ?? null) : null,
    tags: tags.get(at) ?? NO_TAGS,
    createdAt: view.createdAts[at]! * 1_000,
    activeAt: view.activeAts[at]! * 1_000,
  }));
}

function tagsByMark({ tags, tagPairs }: MarksView): Map<number, string[]> {
  const byMark = new Map<number, string[]>();
  for (let pair = 0; pair < tagPairs.length; pair += 2) {
    const at = tagPairs[pair]!;
    const known = byMark.get(at);
    const name = tags[tagPairs[pair + 1]!]!;
    if (known) known.push(name);
    else byMark.set(at, [name]);
  }
  return byMark;
}

function uuidAt(digits: string, at: number): string {
  const from = at * 32;
  const part = (start: number, end: number) => digits.slice(from + start, from + end);
  return `${part(0, 8)}-${part(8, 12)}-${part(12, 16)}-${part(16, 20)}-${part(20, 32)}`;
}
