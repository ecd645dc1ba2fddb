import { describe, expect, test } from "vitest";

import { parseReading } from "@/lib/editor/reading-document";

const documentOf = (...content: object[]) => ({ type: "doc", content });
const figureWith = (alt: string) =>
  documentOf({
    type: "figure",
    content: [{ type: "image", attrs: { src: "https://example.org/a.png", alt } }],
  });
const words = (text: string, ...marks: object[]) =>
  documentOf({ type: "paragraph", content: [{ type: "text", text, marks }] });

describe("what claims to be a reading's document", () => {
  test.each([
    ["words", words("A gate.")],
    ["an emoji", words("A gate 🚪.")],
    ["an image with words", figureWith("A gate 🚪")],
  ])("is taken with %s", (_, document) => {
    expect(parseReading(document).problem).toBeNull();
  });

  test.each([
    ["a NUL in its words", words("A\0gate")],
    ["half a character in its words", words("A gate \uD83D")],
    ["a NUL in the words of an image", figureWith("A\0gate")],
    ["half a character in the words of an image", figureWith("\uDEAA")],
    [
      "a NUL in an attribute of a mark",
      words("porte", { type: "language", attrs: { lang: "\0" } }),
    ],
    [
      "the halves of a character in two stretches of text",
      documentOf({
        type: "paragraph",
        content: [
          { type: "text", text: "\uD83D", marks: [{ type: "bold" }] },
          { type: "text", text: "\uDEAA" },
        ],
      }),
    ],
    ["a node that no reading has", documentOf({ type: "script" })],
    ["another thing than a document", { type: "paragraph" }],
    ["nothing", null],
  ])("is refused with %s", (_, document) => {
    expect(parseReading(document).problem).toBe("invalid");
  });
});
