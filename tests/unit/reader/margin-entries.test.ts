import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { findCrowds } from "@/components/reader/margin-crowds";
import { arrange, type MarginEntry, NEW_ID, withNew } from "@/components/reader/margin-entries";

const threads = Array.from({ length: 10 }, (_, at) => ({ id: `t${at}`, start: at * 10 }));
const crowds = [{ band: 0, from: 2, to: 5 }];
const all = { from: 0, to: 10 };
const NONE: ReadonlySet<never> = new Set();

const arranged = (rest: Partial<Parameters<typeof arrange>[0]> = {}) =>
  arrange({ threads, near: all, crowds, openBands: NONE, keptAt: NONE, ...rest });

const idsOf = (entries: MarginEntry[]) => entries.map(({ id }) => id);

describe("what stands in the margin", () => {
  test("is every thread near the view, and a crowd in the place of its first one", () => {
    expect(idsOf(arranged({ near: { from: 0, to: 7 } }))).toEqual([
      ...["t0", "t1", "crowd-0", "t5", "t6"],
    ]);
    expect(arranged()[2]).toEqual({
      ...{ type: "crowd", id: "crowd-0", start: 20, band: 0, isOpen: false },
      threadIds: ["t2", "t3", "t4"],
    });
  });

  test("tells of every thread which it is of all of them", () => {
    expect(arranged().map((entry) => (entry.type === "thread" ? entry.position : 0))).toEqual([
      ...[1, 2, 0, 6, 7, 8, 9, 10],
    ]);
  });

  test("is never without the kept ones, in a crowd or far from the view", () => {
    const kept = arranged({ near: { from: 0, to: 5 }, keptAt: new Set([9, 3]) });
    expect(idsOf(kept)).toEqual(["t0", "t1", "crowd-0", "t3", "t9"]);
    expect(kept[2]).toMatchObject({ threadIds: ["t2", "t4"] });
    const above = arranged({ near: { from: 5, to: 6 }, keptAt: new Set([0]) });
    expect(idsOf(above)).toEqual(["t0", "t5"]);
  });

  test("has no crowd of nobody", () => {
    expect(idsOf(arranged({ keptAt: new Set([2, 3, 4]) }))).not.toContain("crowd-0");
  });

  test("is all of an open crowd, behind the button that folds it", () => {
    const open = arranged({ openBands: new Set([0]) });
    expect(idsOf(open).slice(1, 7)).toEqual(["t1", "crowd-0", "t2", "t3", "t4", "t5"]);
    expect(open[2]).toMatchObject({ isOpen: true, threadIds: ["t2", "t3", "t4"] });
  });

  test("is the new comment behind what begins where it does", () => {
    expect(idsOf(withNew(arranged(), 10))).toEqual([
      ...["t0", "t1", NEW_ID, "crowd-0", "t5", "t6", "t7", "t8", "t9"],
    ]);
    expect(idsOf(withNew([], 10))).toEqual([NEW_ID]);
    expect(idsOf(withNew(arranged(), 990)).at(-1)).toBe(NEW_ID);
  });

  test("shows each thread near the view, or counts it in exactly one crowd", () => {
    const scenes = fc.record({
      bands: fc.array(fc.nat(8), { maxLength: 120 }).map((list) => list.toSorted((a, b) => a - b)),
      nearBand: fc.nat(8),
      open: fc.uniqueArray(fc.nat(8)),
      kept: fc.uniqueArray(fc.nat(119), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(scenes, ({ bands, nearBand, open, kept }) => {
        const marks = bands.map((band, at) => ({ id: `t${at}`, start: band * 100 }));
        const near = {
          from: bands.filter((band) => band < nearBand).length,
          to: bands.filter((band) => band <= nearBand + 1).length,
        };
        const keptAt = new Set(kept.filter((at) => at < marks.length));
        const keptIds = new Set([...keptAt].map((at) => `t${at}`));
        const entries = arrange({
          threads: marks,
          near,
          crowds: findCrowds(bands.map((band) => ({ band, height: 124 }))),
          openBands: new Set(open),
          keptAt,
        });
        const shown = entries.flatMap(({ type, id }) => (type === "thread" ? [id] : []));
        const counted = entries.flatMap((entry) =>
          entry.type === "crowd" && !entry.isOpen ? entry.threadIds : [],
        );
        const wanted = marks
          .filter(({ id }, at) => (at >= near.from && at < near.to) || keptIds.has(id))
          .map(({ id }) => id);
        expect([...shown, ...counted].toSorted()).toEqual(wanted.toSorted());
        expect(counted.some((id) => keptIds.has(id))).toBe(false);
        const places = shown.map((id) => Number(id.slice(1)));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        const starts = entries.map(({ start }) => start);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      }),
    );
  });
});
