import type { ReaderMark } from "@/components/reader/mark-list";

/** A mark of Ben's on a passage. */
export function mark(
  id: string,
  start: number,
  end: number,
  rest: Partial<ReaderMark> = {},
): ReaderMark {
  return {
    ...{ id, start, end },
    state: "EXACT",
    kind: "COMMENT",
    audience: "COURSE",
    author: { id: "ben", name: "Ben", isStaff: false },
    commentCount: 1,
    isAnswered: false,
    ...{ isPicked: false, voteCount: 0, group: null, tags: [] },
    ...{ createdAt: 0, activeAt: 0 },
    ...rest,
  };
}
