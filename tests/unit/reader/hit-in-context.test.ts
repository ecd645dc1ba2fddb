import { expect, test } from "vitest";

import { hitInContext } from "@/components/reader/hit-in-context";

function shown(text: string, words: string): string {
  const start = text.indexOf(words);
  const context = hitInContext(text, { start, end: start + words.length });
  const [hit] = context.hits;
  return `${context.text.slice(0, hit?.start)}[${context.text.slice(hit?.start, hit?.end)}]${context.text.slice(hit?.end)}`;
}

test("a hit is shown with the words around it, cut between words where they are many", () => {
  const many = "word ".repeat(40);
  expect(shown("A brown fox.", "brown")).toBe("A [brown] fox.");
  expect(shown(`${many}fox ${many}`, "fox")).toMatch(/^…(word ){6}\[fox\].{64}…$/);
});

test("only its own block is shown, images as spaces", () => {
  expect(shown("Before\nA\uFFFCbrown fox\nAfter", "brown")).toBe("A [brown] fox");
});

test("a hit over two blocks is shown with the rest of both", () => {
  expect(shown("The old\nnew text\nAfter", "old\nnew")).toBe("The [old new] text");
});

test("no character is cut in half", () => {
  const context = hitInContext(`${"🦊".repeat(40)}fox`, { start: 80, end: 83 });
  expect(context.text).toBe(`…${"🦊".repeat(16)}fox`);
  const odd = hitInContext(`a${"🦊".repeat(40)}bfox`, { start: 82, end: 85 });
  expect(odd.text).toBe(`…${"🦊".repeat(16)}bfox`);
});
