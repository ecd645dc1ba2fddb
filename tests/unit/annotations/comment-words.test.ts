import { expect, test } from "vitest";

import { quoteOfComment, wordsOfComment } from "@/lib/annotations/comment-words";

const paragraph = (...content: unknown[]) => ({ type: "paragraph", content });
const text = (words: string) => ({ type: "text", text: words });

test("blocks, breaks and lists are apart, marks are not", () => {
  const item = { type: "listItem", content: [paragraph(text("two"))] };
  const body = {
    type: "doc",
    content: [
      paragraph(text("o"), { ...text("ne"), marks: [{ type: "bold" }] }),
      { type: "bulletList", content: [item] },
      paragraph(text("three"), { type: "hardBreak" }, text("four")),
    ],
  };
  expect(wordsOfComment(body)).toBe("one two three four");
});

test("what stands for a name counts by it", () => {
  const named = { type: "mention", attrs: { id: "x", label: "Ben" } };
  expect(wordsOfComment(paragraph(text("Ask "), named, text(".")))).toBe("Ask Ben.");
});

test("nothing has no words", () => {
  for (const body of [null, undefined, 7, "text", {}, []]) expect(wordsOfComment(body)).toBe("");
});

test("long words are cut at a word's end, and never through a character", () => {
  expect(quoteOfComment(paragraph(text("one two three")), 9)).toBe("one two …");
  expect(quoteOfComment(paragraph(text("😀".repeat(5))), 3)).toBe("😀 …");
});
