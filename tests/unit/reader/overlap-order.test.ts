import { expect, test } from "vitest";

import type { ReaderMark } from "@/components/reader/mark-list";
import { sortMarks } from "@/components/reader/overlap-order";

const mark = (id: string, length: number, activeAt: number): ReaderMark => ({
  ...{ id, start: 100, end: 100 + length, state: "EXACT", kind: "COMMENT", audience: "COURSE" },
  ...{
    author: { id: "ben", name: "Ben", isStaff: false },
    commentCount: 1,
    isAnswered: false,
    ...{ isPicked: false, voteCount: 0, group: null, tags: [] },
  },
  ...{ createdAt: 0, activeAt },
});

const marks = [mark("a", 50, 3), mark("b", 5, 1), mark("c", 5, 2), mark("d", 50, 3)];

test.each([
  ["shortest", "cbad"],
  ["newest", "adcb"],
] as const)("threads on one place are sorted, %s first", (order, ids) => {
  expect(
    sortMarks(marks, order)
      .map(({ id }) => id)
      .join(""),
  ).toBe(ids);
  expect(marks.map(({ id }) => id).join("")).toBe("abcd");
});
