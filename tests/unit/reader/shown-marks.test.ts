import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";

import { EVERYTHING, type MarkFilter, matches, sortMarks } from "@/components/reader/mark-filter";
import { MarkList, type ReaderMark } from "@/components/reader/mark-list";
import { followShown, inOrder } from "@/components/reader/shown-marks";
import { mark } from "./marks";

const ADA = "ada";
const viewer = { id: ADA, unreadIds: new Set<string>(), savedIds: new Set<string>() };
const ada = { id: "ada", name: "Ada", isStaff: false };
const MINE: MarkFilter = { ...EVERYTHING, show: "mine" };
const usual = {
  filter: EVERYTHING,
  areHidden: false,
  keptIds: [],
  freshIds: new Set<string>(),
  own: { savedIds: new Set<string>() },
};

const idsOf = (marks: MarkList) => marks.ordered.map(({ id }) => id);

describe("what is shown", () => {
  test("is the list itself where nothing is left out", () => {
    const marks = MarkList.of([mark("a", 1, 2)]);
    const { shown, painted, shownCount } = followShown(ADA)({ ...usual, marks });
    expect([shown, painted, shownCount]).toEqual([marks, marks, 1]);
    expect(shown).toBe(marks);
  });

  test("is what matches, with what comes and without what goes or changes", () => {
    const follow = followShown(ADA);
    let marks = MarkList.of([mark("a", 1, 2, { author: ada }), mark("b", 3, 4)]);
    expect(idsOf(follow({ ...usual, marks, filter: MINE }).shown)).toEqual(["a"]);
    marks = marks.with({ put: [mark("c", 0, 9, { author: ada })] });
    expect(idsOf(follow({ ...usual, marks, filter: MINE }).shown)).toEqual(["c", "a"]);
    marks = marks.with({ put: [mark("c", 0, 9)] });
    expect(idsOf(follow({ ...usual, marks, filter: MINE }).shown)).toEqual(["a"]);
    marks = marks.with({ remove: ["a"] });
    expect(follow({ ...usual, marks, filter: MINE })).toMatchObject({ shownCount: 0 });
  });

  test("keeps the thread in which one reads, and counts it not", () => {
    const follow = followShown(ADA);
    const marks = MarkList.of([mark("a", 1, 2), mark("b", 3, 4)]);
    const seen = { ...usual, marks, filter: MINE };
    const kept = follow({ ...seen, keptIds: ["b"] });
    expect(idsOf(kept.shown)).toEqual(["b"]);
    expect(kept.shownCount).toBe(0);
    expect(idsOf(follow({ ...seen, keptIds: ["a"] }).shown)).toEqual(["a"]);
    expect(idsOf(follow(seen).shown)).toEqual([]);
  });

  test("keeps what is not saved, and what was saved since, until another filter is chosen", () => {
    const follow = followShown(ADA);
    const staff: MarkFilter = { ...EVERYTHING, show: "staff" };
    let marks = MarkList.of([mark("a", 1, 2)]);
    follow({ ...usual, marks, filter: staff });
    const pending = { state: "sending" } as const;
    marks = marks.with({ put: [mark("b", 3, 4, { author: ada, pending })] });
    expect(idsOf(follow({ ...usual, marks, filter: staff }).shown)).toEqual(["b"]);
    marks = marks.with({ put: [mark("b", 3, 4, { author: ada })] });
    expect(idsOf(follow({ ...usual, marks, filter: staff }).shown)).toEqual(["b"]);
    expect(idsOf(follow({ ...usual, marks, filter: { ...staff } }).shown)).toEqual([]);
  });

  test("is what was unread since the filter was chosen, also when it was looked at", () => {
    const follow = followShown(ADA);
    const unread: MarkFilter = { ...EVERYTHING, show: "unread" };
    let marks = MarkList.of([mark("a", 1, 2), mark("b", 3, 4)]);
    const idsWith = (filter: MarkFilter, ...freshIds: string[]) =>
      idsOf(follow({ ...usual, marks, filter, freshIds: new Set(freshIds) }).shown);
    expect(idsWith(unread)).toEqual([]);
    expect(idsWith(unread, "a", "c")).toEqual(["a"]);
    expect(idsWith(unread, "b")).toEqual(["a", "b"]);
    marks = marks.with({ put: [mark("a", 1, 2), mark("c", 5, 6)] });
    expect(idsWith(unread)).toEqual(["a", "b", "c"]);
    expect(idsWith({ ...unread }, "b")).toEqual(["b"]);
  });

  test("is what the reader keeps, as they keep it and let it go", () => {
    const follow = followShown(ADA);
    const saved: MarkFilter = { ...EVERYTHING, show: "saved" };
    const marks = MarkList.of([mark("a", 1, 2), mark("b", 3, 4)]);
    const idsWith = (...savedIds: string[]) =>
      idsOf(follow({ ...usual, marks, filter: saved, own: { savedIds: new Set(savedIds) } }).shown);
    expect(idsWith("b")).toEqual(["b"]);
    expect(idsWith("a", "b", "gone")).toEqual(["a", "b"]);
    expect(idsWith("a")).toEqual(["a"]);
    expect(idsWith()).toEqual([]);
  });

  test("is the newest ten, whichever these are by now", () => {
    const follow = followShown(ADA);
    const filter: MarkFilter = { ...EVERYTHING, sort: "activity", top: 10 };
    let marks = MarkList.of(
      Array.from({ length: 30 }, (_, at) => mark(`m${at}`, at, at + 1, { activeAt: at })),
    );
    expect(idsOf(follow({ ...usual, marks, filter }).shown)).toContain("m20");
    marks = marks.with({ put: [mark("m3", 3, 4, { activeAt: 99 })] });
    const { shown, shownCount } = follow({ ...usual, marks, filter });
    expect(idsOf(shown)).not.toContain("m20");
    expect(inOrder(shown, filter)[0]?.id).toBe("m3");
    expect(shownCount).toBe(10);
  });

  test("is all of the new list where a step was missed", () => {
    const follow = followShown(ADA);
    let marks = MarkList.of([mark("a", 1, 2, { author: ada })]);
    follow({ ...usual, marks, filter: MINE });
    marks = marks.with({ put: [mark("b", 3, 4, { author: ada })] });
    marks = marks.with({ put: [mark("c", 5, 6, { author: ada })] });
    expect(idsOf(follow({ ...usual, marks, filter: MINE }).shown)).toEqual(["a", "b", "c"]);
  });
});

describe("hidden highlights", () => {
  test("stay in the margin, and leave the text but for the one in which one reads", () => {
    const follow = followShown(ADA);
    const marks = MarkList.of([mark("a", 1, 2), mark("b", 3, 4)]);
    const hidden = follow({ ...usual, marks, areHidden: true, keptIds: ["b"] });
    expect(hidden.shown).toBe(marks);
    expect(idsOf(hidden.painted)).toEqual(["b"]);
    expect(follow({ ...usual, marks }).painted).toBe(marks);
  });
});

test("however it came about, what is shown is what a look at all marks would give", () => {
  const anyMark = fc
    .record({ id: fc.nat(30), start: fc.nat(20), activeAt: fc.nat(9), isMine: fc.boolean() })
    .map(({ id, start, activeAt, isMine }) =>
      mark(String(id), start, start + 1, { activeAt, ...(isMine ? { author: ada } : {}) }),
    );
  const filters: MarkFilter[] = [
    EVERYTHING,
    MINE,
    { ...EVERYTHING, sort: "activity", top: 10 },
    { ...MINE, sort: "activity", top: 10 },
  ];
  const step = fc.record({
    put: fc.uniqueArray(anyMark, { selector: ({ id }) => id, maxLength: 80 }),
    remove: fc.array(fc.nat(30).map(String), { maxLength: 5 }),
    filter: fc.constantFrom(...filters),
    areHidden: fc.boolean(),
    keptIds: fc.array(fc.nat(30).map(String), { maxLength: 2 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
      const follow = followShown(ADA);
      let marks = MarkList.of([]);
      for (const { put, remove, filter, areHidden, keptIds } of steps) {
        marks = marks.with({ put, remove });
        const { shown, painted, shownCount } = follow({
          ...usual,
          marks,
          filter,
          areHidden,
          keptIds,
        });
        const meant = sortMarks(
          marks.ordered.filter((each) => matches(each, filter, viewer)),
          filter,
        );
        const isKept = (each: ReaderMark) => keptIds.includes(each.id);
        const wanted = marks.ordered.filter((each) => meant.includes(each) || isKept(each));
        expect(shown.ordered).toEqual(wanted);
        expect(shownCount).toBe(meant.length);
        expect(painted.ordered).toEqual(areHidden ? wanted.filter(isKept) : wanted);
      }
    }),
  );
});

test("going from one thread to another looks at these two only, of however many", () => {
  const follow = followShown(ADA);
  const marks = MarkList.of(Array.from({ length: 1_000 }, (_, at) => mark(`m${at}`, at, at + 1)));
  const seen = { ...usual, marks, filter: MINE };
  follow({ ...seen, keptIds: ["m1"] });
  const get = vi.spyOn(MarkList.prototype, "get");
  const made = vi.spyOn(MarkList, "of");
  const { shown } = follow({ ...seen, keptIds: ["m2"] });
  expect(get.mock.calls.length).toBeLessThan(10);
  expect(made).not.toHaveBeenCalled();
  expect(idsOf(shown)).toEqual(["m2"]);
  const again = follow({ ...seen, keptIds: ["m2"] });
  expect(again.shown).toBe(shown);
  vi.restoreAllMocks();
});
