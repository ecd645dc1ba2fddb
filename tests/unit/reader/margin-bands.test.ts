import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { bandsOf } from "@/components/reader/margin-bands";

const texts = fc.array(fc.nat(5_000), { minLength: 1, maxLength: 30 }).map((lengths) => {
  let at = 0;
  return lengths.map((length) => {
    const block = { from: at, to: at + length };
    at += length + 1;
    return block;
  });
});

describe("bands of a text", () => {
  test("begin where the first of their letters is", () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(200), (blocks, seed, band) => {
        const bands = bandsOf(blocks);
        const offset = seed % (blocks.at(-1)!.to + 1);
        expect(bands.at(offset) >= band).toBe(offset >= bands.beginOf(band));
      }),
    );
  });

  test("follow one another in the order of the text", () => {
    fc.assert(
      fc.property(texts, (blocks) => {
        const bands = bandsOf(blocks);
        const found = blocks.flatMap(({ from, to }) => [bands.at(from), bands.at(to)]);
        expect(found).toEqual(found.toSorted((a, b) => a - b));
      }),
    );
  });

  test("part a long paragraph, and hold many short ones", () => {
    const long = bandsOf([{ from: 0, to: 6_000 }]);
    expect([0, 1_199, 1_200, 6_000].map(long.at)).toEqual([0, 0, 1, 5]);
    const short = bandsOf(
      Array.from({ length: 40 }, (_, at) => ({ from: at * 6, to: at * 6 + 5 })),
    );
    expect(short.at(239)).toBe(2);
    expect(short.beginOf(3)).toBe(Number.POSITIVE_INFINITY);
  });
});
