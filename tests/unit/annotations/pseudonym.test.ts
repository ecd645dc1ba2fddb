import { expect, test } from "vitest";

import { drawName } from "@/lib/annotations/pseudonym";

test("a pseudonym is two words, and one of thousands", () => {
  const names = Array.from({ length: 2_000 }, () => drawName(new Set()));
  for (const name of names) expect(name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
  expect(new Set(names).size).toBeGreaterThan(1_400);
});

test("a pseudonym is none that is taken, even where a great many are", () => {
  const taken = new Set<string>();
  for (let drawn = 0; drawn < 6_000; drawn++) {
    const name = drawName(taken);
    expect(taken.has(name)).toBe(false);
    taken.add(name);
  }
});
