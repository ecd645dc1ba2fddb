import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { compareMarks, MarkList, type ReaderMark } from "@/components/reader/mark-list";
import { mark } from "./marks";

const anyMark = fc
  .record({ id: fc.nat(60), start: fc.nat(20), length: fc.integer({ min: 1, max: 9 }) })
  .map(({ id, start, length }) => mark(String(id), start, start + length));

const idsOf = (marks: readonly ReaderMark[]) => marks.map(({ id }) => id);

describe("the marks of a reading", () => {
  test("come in the order of the text, the longer first, then by id", () => {
    const marks = [mark("d", 5, 6), mark("c", 1, 2), mark("b", 1, 9), mark("a", 1, 2)];
    expect(idsOf(MarkList.of(marks).ordered)).toEqual(["b", "a", "c", "d"]);
  });

  test("begin with what is on the whole reading", () => {
    const detached = { ...mark("b", 0, 0), state: "DETACHED" as const };
    const marks = [mark("d", 0, 4), detached, mark("c", 0, 0)];
    expect(idsOf(MarkList.of(marks).ordered)).toEqual(["c", "d", "b"]);
  });

  test("stay in order through any changes, few or many at once", () => {
    const step = fc.record({
      put: fc.uniqueArray(anyMark, { selector: ({ id }) => id, maxLength: 100 }),
      remove: fc.array(fc.nat(60).map(String), { maxLength: 5 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        let list = MarkList.of([]);
        const known = new Map<string, ReaderMark>();
        for (const { put, remove } of steps) {
          list = list.with({ put, remove });
          for (const id of remove) known.delete(id);
          for (const each of put) known.set(each.id, each);
        }
        expect(list.size).toBe(known.size);
        expect(list.ordered).toEqual([...known.values()].sort(compareMarks));
      }),
    );
  });

  test("say what the last step changed, and count the steps", () => {
    const list = MarkList.of([mark("a", 1, 2)]);
    const next = list.with({ put: [mark("b", 3, 4)], remove: ["a"] });
    expect(next.version).toBe(list.version + 1);
    expect(next.change).toMatchObject({ put: [{ id: "b" }], remove: ["a"] });
    expect(next).not.toBe(list);
  });

  test("are found by where they begin", () => {
    const list = MarkList.of([mark("a", 1, 9), mark("b", 3, 4), mark("c", 7, 8), mark("d", 9, 12)]);
    expect(idsOf(list.beginningIn(3, 9))).toEqual(["b", "c"]);
    expect(idsOf(list.beginningIn(10, 20))).toEqual([]);
  });
});
