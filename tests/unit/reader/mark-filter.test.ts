import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  EVERYTHING,
  isNarrow,
  KINDS,
  type MarkFilter,
  matches,
  readFilter,
  SHOWS,
  SORTS,
  sortMarks,
  TOPS,
  writeFilter,
} from "@/components/reader/mark-filter";
import { mark } from "./marks";

const ADA = "019a0000-0000-7000-8000-00000000000a";
const viewer = { id: "ada", unreadIds: new Set(["q"]), savedIds: new Set(["q"]) };

const anyFilter = fc
  .record({
    show: fc.constantFrom(...SHOWS),
    by: fc.option(fc.uuid()),
    kind: fc.option(fc.constantFrom(...KINDS)),
    tag: fc.option(fc.constantFrom("irony", "method-2", "größe", "日本")),
    group: fc.option(fc.uuid()),
    sort: fc.constantFrom(...SORTS),
    top: fc.option(fc.constantFrom(...TOPS)),
  })
  .map((filter): MarkFilter => (filter.sort === "position" ? { ...filter, top: null } : filter));

function read(search: string): MarkFilter {
  return readFilter(Object.fromEntries(new URLSearchParams(search)));
}

describe("an address", () => {
  test("says what is shown, and in which order", () => {
    expect(
      read(`show=unanswered&by=${ADA}&kind=question&tag=%23Irony&group=${ADA}&sort=votes&top=25`),
    ).toEqual({
      show: "unanswered",
      by: ADA,
      kind: "question",
      tag: "irony",
      group: ADA,
      sort: "votes",
      top: 25,
    });
  });

  test("without a filter shows everything", () => {
    expect(read("")).toEqual(EVERYTHING);
    expect(isNarrow(EVERYTHING)).toBe(false);
  });

  test.each([
    "show=everything&by=ada&kind=poem&tag=a%20b&group=1&sort=colour&top=7",
    "show=&by=&kind=&tag=&group=&sort=&top=",
    `tag=${"a".repeat(200)}`,
    "show=ALL&sort=activity%00&top=1e1&top=ten",
    "colour=red&revision=2",
  ])("that says %j, which nobody understands, shows everything", (search) => {
    expect(read(search)).toEqual(EVERYTHING);
  });

  test("that names a thing twice is no reason to fail", () => {
    expect(readFilter({ show: ["mine", "all"], top: ["10"], sort: "activity" })).toEqual({
      ...EVERYTHING,
      sort: "activity",
    });
  });

  test("limits nothing in the order of the text", () => {
    expect(read("top=10")).toEqual(EVERYTHING);
  });

  test("keeps what else it has, and loses what is as usual", () => {
    const search = "?revision=2&show=mine&top=10";
    expect(writeFilter(EVERYTHING, search)).toBe("revision=2");
    expect(writeFilter({ ...EVERYTHING, kind: "question" }, search)).toBe(
      "revision=2&kind=question",
    );
  });

  test("brings every filter back as it was written", () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        expect(read(writeFilter(filter, "?revision=1&show=staff"))).toEqual(filter);
      }),
    );
  });
});

describe("a mark is shown", () => {
  const question = mark("q", 1, 2, { kind: "QUESTION" });
  test.each<[Partial<MarkFilter>, ReturnType<typeof mark>, boolean]>([
    [{}, question, true],
    [{ show: "unread" }, question, true],
    [{ show: "unread" }, mark("r", 1, 2), false],
    [{ show: "mine" }, question, false],
    [{ show: "mine" }, { ...question, author: { ...question.author, id: "ada" } }, true],
    [{ show: "questions" }, question, true],
    [{ show: "questions" }, { ...question, kind: "COMMENT" }, false],
    [{ show: "unanswered" }, question, true],
    [{ show: "unanswered" }, { ...question, isAnswered: true }, false],
    [{ show: "unanswered" }, { ...question, kind: "COMMENT" }, false],
    [{ show: "staff" }, question, false],
    [{ show: "staff" }, { ...question, author: { ...question.author, isStaff: true } }, true],
    [{ show: "saved" }, question, true],
    [{ show: "saved" }, mark("r", 1, 2), false],
    [{ show: "answered" }, question, false],
    [{ show: "answered" }, { ...question, isAnswered: true }, true],
    [{ show: "answered" }, { ...question, kind: "COMMENT", isAnswered: true }, false],
    [{ show: "picked" }, question, false],
    [{ show: "picked" }, { ...question, isPicked: true }, true],
    [{ tag: "irony" }, question, false],
    [{ tag: "irony" }, { ...question, tags: ["fox", "irony"] }, true],
    [{ group: "monday" }, question, false],
    [{ group: "monday" }, { ...question, group: { id: "monday", name: "Monday" } }, true],
    [{ group: "monday" }, { ...question, group: { id: "tuesday", name: "Monday" } }, false],
    [{ by: "ben" }, question, true],
    [{ by: "cleo" }, question, false],
    [{ kind: "question" }, question, true],
    [{ kind: "highlight" }, question, false],
    [{ show: "questions", by: "ben", kind: "comment" }, question, false],
  ])("by %j", (filter, each, isShown) => {
    expect(matches(each, { ...EVERYTHING, ...filter }, viewer)).toBe(isShown);
  });
});

describe("marks are sorted", () => {
  const anyMarks = fc
    .array(fc.record({ start: fc.nat(9), activeAt: fc.nat(5), voteCount: fc.nat(5) }), {
      maxLength: 30,
    })
    .map((places) =>
      places.map(({ start, ...rest }, at) => mark(String(at), start, start + 1, rest)),
    );

  test("by the newest activity, and as in the text where that is the same", () => {
    const marks = [
      mark("a", 5, 6, { activeAt: 1 }),
      mark("b", 3, 4, { activeAt: 2 }),
      mark("c", 1, 2, { activeAt: 1 }),
    ];
    const sorted = sortMarks(marks, { sort: "activity", top: null });
    expect(sorted.map(({ id }) => id)).toEqual(["b", "c", "a"]);
  });

  test("by their votes, and as in the text where these are the same", () => {
    const marks = [
      mark("a", 5, 6, { voteCount: 1 }),
      mark("b", 3, 4, { voteCount: 12 }),
      mark("c", 1, 2, { voteCount: 1 }),
    ];
    const sorted = sortMarks(marks, { sort: "votes", top: null });
    expect(sorted.map(({ id }) => id)).toEqual(["b", "c", "a"]);
  });

  test("and the first so many of them are the first of all", () => {
    fc.assert(
      fc.property(anyMarks, fc.constantFrom(...SORTS), (marks, sort) => {
        const all = sortMarks(marks, { sort, top: null });
        expect(sortMarks(marks, { sort, top: 10 })).toEqual(all.slice(0, 10));
      }),
    );
  });
});
