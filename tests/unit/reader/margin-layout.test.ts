import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { layOut, type MarginCard } from "@/components/reader/margin-layout";

const GAP = 8;

const cards = fc
  .array(fc.tuple(fc.integer({ min: -500, max: 2_000 }), fc.integer({ min: 0, max: 300 })), {
    maxLength: 12,
  })
  .map((each) =>
    each
      .sort(([a], [b]) => a - b)
      .map(([level, height], index): MarginCard => ({ id: `c${index}`, level, height })),
  );

const focused = fc
  .tuple(cards, fc.nat(11))
  .map(([all, at]) => ({ all, id: all[at % (all.length || 1)]?.id ?? null }));

const card = (id: string, level: number, height = 100): MarginCard => ({ id, level, height });

describe("cards in the margin", () => {
  test("stand level with their passages where there is room", () => {
    expect([...layOut([card("a", 0), card("b", 300), card("c", 408)], null)]).toEqual([
      ["a", 0],
      ["b", 300],
      ["c", 408],
    ]);
  });

  test("are pushed down just as far as they have to be", () => {
    expect([
      ...layOut([card("a", 0), card("b", 50), card("c", 60), card("d", 900)], null).values(),
    ]).toEqual([0, 108, 216, 900]);
  });

  test("make way for the focused one, upwards and downwards", () => {
    expect([...layOut([card("a", 0), card("b", 50), card("c", 60)], "b")]).toEqual(
      expect.arrayContaining([
        ["a", -58],
        ["b", 50],
        ["c", 158],
      ]),
    );
  });

  test("never overlap, and keep their order", () => {
    fc.assert(
      fc.property(focused, ({ all, id }) => {
        for (const focus of [null, id]) {
          const tops = layOut(all, focus);
          expect([...tops.keys()].sort()).toEqual(all.map((each) => each.id).sort());
          for (const [index, { id: below }] of all.entries()) {
            const above = all[index - 1];
            if (above)
              expect(tops.get(below)! - tops.get(above.id)!).toBeGreaterThanOrEqual(
                above.height + GAP,
              );
          }
        }
      }),
    );
  });

  test("stand exactly level when they are focused", () => {
    fc.assert(
      fc.property(focused, ({ all, id }) => {
        if (id) expect(layOut(all, id).get(id)).toBe(all.find((each) => each.id === id)?.level);
      }),
    );
  });

  test("only ever move down without a focus, and for no reason but the card above", () => {
    fc.assert(
      fc.property(cards, (all) => {
        const tops = layOut(all, null);
        for (const [index, { id, level }] of all.entries()) {
          const above = all[index - 1];
          const floor = above ? tops.get(above.id)! + above.height + GAP : Number.NEGATIVE_INFINITY;
          expect(tops.get(id)).toBe(Math.max(level, floor));
        }
      }),
    );
  });

  test("do not move for a new card far below", () => {
    fc.assert(
      fc.property(cards, (all) => {
        const tops = layOut(all, null);
        const bottom = Math.max(0, ...all.map(({ id, height }) => tops.get(id)! + height + GAP));
        const more = layOut([...all, card("new", bottom + 1)], null);
        for (const { id } of all) expect(more.get(id)).toBe(tops.get(id));
      }),
    );
  });

  test("do not move for a focus on a card that has room", () => {
    fc.assert(
      fc.property(focused, ({ all, id }) => {
        const free = layOut(all, null);
        const isLevel = all.find((each) => each.id === id)?.level === free.get(id ?? "");
        if (!isLevel) return;
        for (const each of all) expect(layOut(all, id).get(each.id)).toBe(free.get(each.id));
      }),
    );
  });

  test("do not move for a card below them that grows, shrinks or goes", () => {
    fc.assert(
      fc.property(focused, fc.nat(600), ({ all, id }, height) => {
        const at = all.findIndex((each) => each.id === id);
        if (at < 0) return;
        const free = layOut(all, null);
        const grown = layOut(all.with(at, { ...all[at]!, height }), null);
        const gone = layOut(all.toSpliced(at, 1), null);
        for (const above of all.slice(0, at)) {
          expect(grown.get(above.id)).toBe(free.get(above.id));
          expect(gone.get(above.id)).toBe(free.get(above.id));
        }
      }),
    );
  });

  test("do not move for one above them that grows, as soon as there is room between", () => {
    fc.assert(
      fc.property(focused, fc.nat(600), ({ all, id }, height) => {
        const at = all.findIndex((each) => each.id === id);
        if (at < 0) return;
        const [free, grown] = [
          layOut(all, null),
          layOut(all.with(at, { ...all[at]!, height }), null),
        ];
        const next = all.findIndex(
          (each, place) =>
            place > at && free.get(each.id) === each.level && grown.get(each.id) === each.level,
        );
        if (next < 0) return;
        for (const below of all.slice(next)) expect(grown.get(below.id)).toBe(free.get(below.id));
      }),
    );
  });

  test("above a focused one that opens stay where they are", () => {
    fc.assert(
      fc.property(focused, fc.nat(600), ({ all, id }, height) => {
        const at = all.findIndex((each) => each.id === id);
        if (at < 0) return;
        const closed = layOut(all, id);
        const open = layOut(all.with(at, { ...all[at]!, height }), id);
        for (const above of all.slice(0, at + 1))
          expect(open.get(above.id)).toBe(closed.get(above.id));
      }),
    );
  });

  test("are laid out as without focus when the focused one is not among them", () => {
    const all = [card("a", 0), card("b", 50)];
    expect(layOut(all, "elsewhere")).toEqual(layOut(all, null));
    expect(layOut([], "a").size).toBe(0);
  });

  test("are left as they were given", () => {
    const all = Object.freeze([card("a", 0), card("b", 50)]) as MarginCard[];
    layOut(all, "b");
    expect(all.map(({ id }) => id)).toEqual(["a", "b"]);
  });
});
