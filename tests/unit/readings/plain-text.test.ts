import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { readText, renderDocument } from "@/lib/readings/document";

const read = (text: string) => readText({ format: "plain", text });

describe("plain text", () => {
  test.each([
    ["an empty line ends a paragraph", "a\n\nb", "<p>a</p><p>b</p>"],
    ["so does one with spaces in it", "a\n \t\nb", "<p>a</p><p>b</p>"],
    ["every other line break stays", "a\nb\nc", "<p>a<br>b<br>c</p>"],
    ["several empty lines are one", "\n\na\n\n\n\nb\n\n", "<p>a</p><p>b</p>"],
    ["line ends of other systems", "a\r\nb\r\n\r\nc\rd", "<p>a<br>b</p><p>c<br>d</p>"],
    ["space around a line goes", "  a  \n  b  ", "<p>a<br>b</p>"],
    ["space inside a line stays", "a   b", "<p>a   b</p>"],
    ["Markdown is words", "# a *b* > c", "<p># a *b* &gt; c</p>"],
    ["HTML is words", "<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>"],
    ["front matter is words", "---\ntitle: a\n---", "<p>---<br>title: a<br>---</p>"],
    ["NUL and a mark of byte order go", "\uFEFFa\0b", "<p>ab</p>"],
  ])("%s", (_, text, html) => {
    expect(read(text)).toMatchObject({ html, losses: [], about: {} });
  });

  test.each(["", " \n\t\n ", "\uFEFF", "\0"])("without words is refused: %j", (text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ key: "readingEmpty" }));
  });

  test("keeps every word of any text, and is the same when stored and read back", () => {
    const word = fc.string({ unit: "grapheme", maxLength: 4 });
    const separator = fc.constantFrom(" ", "\n", "\n\n", "\r\n");
    fc.assert(
      fc.property(fc.array(fc.tuple(word, separator)), (parts) => {
        const text = `a${parts.flat().join("")}`;
        const { text: flat, document, html } = read(text);
        const words = (of: string) => of.replace(/[\s\uFFFC\uFEFF]+/g, "");
        expect(words(flat)).toBe(words(text));
        expect(renderDocument(JSON.parse(JSON.stringify(document))).html).toBe(html);
      }),
    );
  });
});
