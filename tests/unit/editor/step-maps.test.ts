import type { Node } from "@tiptap/pm/model";
import { Transform } from "@tiptap/pm/transform";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { readingSchema } from "@/lib/editor/reading-schema";
import { followSteps, MOST_STEP_MAPS, stepMapsInput } from "@/lib/editor/step-maps";
import { indexText } from "@/lib/editor/text-index";
import { anyDocument } from "./any-document";

const paragraph = (text: string) => ({
  type: "paragraph",
  content: text ? [{ type: "text", text }] : [],
});
const documentOf = (...texts: string[]): Node =>
  readingSchema.nodeFromJSON({ type: "doc", content: texts.map(paragraph) });

/** The step maps as an editor sends them. */
function mapsOf(transform: Transform): number[][] {
  return transform.mapping.maps.map((map) => {
    const ranges: number[] = [];
    map.forEach((from, to, newFrom, newTo) => {
      ranges.push(from, to - from, newTo - newFrom);
    });
    return ranges;
  });
}

/** Follows with the ranges turned back into what `StepMap` keeps: all count in the earlier document. */
function follow(transform: Transform) {
  const maps = stepMapsInput.parse(mapsOf(transform));
  return followSteps(maps, indexText(transform.before), indexText(transform.doc));
}

/** Any edits: words put in, ranges deleted, blocks split and joined. */
const edits = fc.array(fc.tuple(fc.nat(3), fc.nat(999), fc.nat(999)), { maxLength: 12 });

function play(document: Node, steps: [number, number, number][]): Transform {
  const transform = new Transform(document);
  for (const [kind, a, b] of steps) {
    const size = transform.doc.content.size;
    const [from, to] = [a % (size + 1), b % (size + 1)].sort((x, y) => x - y) as [number, number];
    try {
      if (kind === 0) transform.insert(from, readingSchema.text("new"));
      else if (kind === 1) transform.delete(from, to);
      else if (kind === 2) transform.split(from);
      else transform.join(from);
    } catch {
      // Not every edit fits every place.
    }
  }
  return transform;
}

describe("offsets followed through steps", () => {
  test("go along with the text on their side", () => {
    const transform = new Transform(documentOf("one two", "three"));
    transform.insert(5, readingSchema.text("and a half "));
    const to = follow(transform);
    expect([to(4, -1), to(4, 1)]).toEqual([4, 15]);
    expect(to(9, 1)).toBe(20);
  });

  test("are gone where the text on their side is", () => {
    const transform = new Transform(documentOf("one two three"));
    transform.delete(5, 9);
    const to = follow(transform);
    expect([to(4, -1), to(4, 1), to(6, 1), to(6, -1), to(8, -1), to(8, 1)]).toEqual([
      4,
      null,
      null,
      null,
      null,
      4,
    ]);
  });

  test("outlive the joining and splitting of their paragraphs", () => {
    const transform = new Transform(documentOf("one", "", "two three"));
    transform.split(11).join(5);
    const to = follow(transform);
    const { text } = indexText(transform.doc);
    expect(text).toBe("one\ntwo\n three");
    expect([to(5, 1), to(8, -1), to(8, 1), to(14, -1)]).toEqual([4, 7, 8, 14]);
  });

  test("lead from each unit to the same unit, in order, after any edits of any document", () => {
    fc.assert(
      fc.property(anyDocument, edits, (document, steps) => {
        const transform = play(document, steps);
        const to = follow(transform);
        const [before, after] = [indexText(document).text, indexText(transform.doc).text];
        let last = -1;
        for (let offset = 0; offset < before.length; offset++) {
          const now = to(offset, 1);
          if (now === null) continue;
          expect(now).toBeGreaterThan(last);
          expect(after[now]).toBe(before[offset]);
          expect(to(offset + 1, -1)).toBe(now + 1);
          last = now;
        }
      }),
    );
  });

  test("lose nothing that no step touched", () => {
    fc.assert(
      fc.property(anyDocument, edits, (document, steps) => {
        const transform = play(document, steps);
        const to = follow(transform);
        const index = indexText(document);
        for (const block of index.blocks) {
          for (let offset = block.from; offset < block.to; offset++) {
            const position = index.toPosition(offset);
            const isKept = !transform.mapping.mapResult(position, 1).deletedAfter;
            expect(to(offset, 1) !== null).toBe(isKept);
          }
        }
      }),
    );
  });

  test("are not followed at all when the steps belong to other documents", () => {
    const [before, after] = [documentOf("one two"), documentOf("one new two")];
    const to = followSteps([[1, 0, 4]], indexText(before), indexText(after));
    expect(to(0, 1)).toBeNull();
    expect(to(3, -1)).toBeNull();
  });
});

describe("step maps from a browser", () => {
  test.each([
    ["no list", {}],
    ["a list of no lists", [3]],
    ["ranges that are cut short", [[1, 2]]],
    ["a negative position", [[-1, 0, 1]]],
    ["a fraction", [[0.5, 0, 1]]],
    ["too many", Array.from({ length: MOST_STEP_MAPS + 1 }, () => [0, 0, 1])],
  ])("are refused when they are %s", (_, maps) => {
    expect(stepMapsInput.safeParse(maps).success).toBe(false);
  });

  test("may be nonsense without harm", () => {
    const index = indexText(documentOf("one two"));
    const ranges = fc.array(fc.array(fc.nat(40), { minLength: 3, maxLength: 9 }));
    fc.assert(
      fc.property(ranges, (maps) => {
        const whole = maps.map((each) => each.slice(0, each.length - (each.length % 3)));
        const to = followSteps(whole, index, index);
        for (let offset = 0; offset < 7; offset++) {
          const now = to(offset, 1);
          if (now !== null) expect(index.text[now]).toBe(index.text[offset]);
        }
      }),
    );
  });
});
