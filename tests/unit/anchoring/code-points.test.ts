import fc from "fast-check";
import { expect, test } from "vitest";

import { codePointsBefore } from "@/lib/anchoring/code-points";

test("counts characters of two units once", () => {
  const count = codePointsBefore("a😀b𠮷c");
  expect([0, 1, 3, 4, 6, 7].map(count)).toEqual([0, 1, 2, 3, 4, 5]);
});

test("agrees with counting each time, for any text and any place between characters", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" })), (parts) => {
      const count = codePointsBefore(parts.join(""));
      let before = "";
      for (const part of parts) {
        expect(count(before.length)).toBe([...before].length);
        before += part;
      }
    }),
  );
});
