import { describe, expect, test } from "vitest";

import { openCursor, sealCursor } from "@/lib/events/cursor";

const here = crypto.randomUUID();
const elsewhere = crypto.randomUUID();

describe("a sealed cursor", () => {
  test.each([0n, 1n, 4_711n, 2n ** 63n - 1n])("opens again as %s", (number) => {
    expect(openCursor(here, sealCursor(here, number))).toBe(number);
  });

  test("fits where browsers keep it, and in an address", () => {
    expect(sealCursor(here, 2n ** 63n - 1n)).toMatch(/^[\w-]{22}$/);
  });

  test("does not tell the number, nor that two numbers are neighbours", () => {
    const [one, two] = [sealCursor(here, 1n), sealCursor(here, 2n)];
    const same = [...one].filter((letter, index) => letter === two[index]);
    expect(same.length).toBeLessThan(one.length / 2);
  });

  test("of another assignment reads as nothing", () => {
    expect(openCursor(elsewhere, sealCursor(here, 1n))).toBeNull();
  });

  test.each(["", "1", "nonsense", "AAAAAAAAAAAAAAAAAAAAAA", "x".repeat(64), "§$%&/()=?"])(
    "that we did not make, such as %j, reads as nothing",
    (cursor) => {
      expect(openCursor(here, cursor)).toBeNull();
    },
  );

  test("with one letter changed reads as nothing", () => {
    const cursor = sealCursor(here, 1n);
    for (let index = 0; index < cursor.length - 1; index++) {
      const letter = cursor[index] === "A" ? "B" : "A";
      const changed = cursor.slice(0, index) + letter + cursor.slice(index + 1);
      expect(openCursor(here, changed), changed).toBeNull();
    }
  });
});
