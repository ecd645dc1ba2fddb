// @vitest-environment jsdom
import { Editor } from "@tiptap/core";
import fc from "fast-check";
import { expect, test } from "vitest";

import { HeadingIds, headingId, headingIds, listHeadings } from "@/lib/editor/headings";
import { renderHtml } from "@/lib/editor/reading-html";
import { readingExtensions, readingSchema } from "@/lib/editor/reading-schema";
import { indexText } from "@/lib/editor/text-index";
import { readText, renderDocument } from "@/lib/readings/document";
import { anyDocument } from "./any-document";

const TEXT = `# The *first* part

Words.

### Deeper, with a note[^1]

> ## Quoted

##

[^1]: A note.
`;

const docOf = (text: string) =>
  readingSchema.nodeFromJSON(readText({ format: "markdown", text }).document);

test("headings are listed in their order, with their words and where they begin", () => {
  const doc = docOf(TEXT);
  const { text } = indexText(doc);
  expect(listHeadings(doc)).toEqual([
    { level: 2, words: "The first part", offset: 0 },
    { level: 4, words: "Deeper, with a note", offset: text.indexOf("Deeper") },
    { level: 3, words: "Quoted", offset: text.indexOf("Quoted") },
  ]);
});

test("a text without headings has none, and one with thousands not more than can be used", () => {
  expect(listHeadings(docOf("Words."))).toEqual([]);
  expect(listHeadings(docOf("# One\n\n".repeat(1_100)))).toHaveLength(1_000);
});

test("every listed heading is in the HTML under its id, and no id comes twice", () => {
  fc.assert(
    fc.property(anyDocument, (doc) => {
      const { html, headings } = renderDocument(doc.toJSON());
      const page = document.createElement("div");
      page.innerHTML = html;
      const ids = [...page.querySelectorAll("[id^=h-]")].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { level, offset } of headings) {
        expect(page.querySelector(`#${headingId(offset)}`)?.localName).toBe(`h${level}`);
      }
    }),
    { numRuns: 50 },
  );
});

test("without ids the HTML is as it was: nothing that is copied or stored has them", () => {
  const doc = docOf(TEXT);
  expect(renderHtml(doc)).not.toContain("h-0");
  expect(renderHtml(doc, headingIds(doc))).toContain('<h2 id="h-0">');
});

test("the editor gives headings the same ids", () => {
  const doc = docOf(TEXT);
  const element = document.createElement("div");
  const editor = new Editor({
    element: { mount: element },
    extensions: [...readingExtensions, HeadingIds],
    content: doc.toJSON(),
    editable: false,
    injectCSS: false,
  });
  const ids = [...element.querySelectorAll("h2, h3, h4")].map(({ id }) => id);
  expect(ids).toEqual([...headingIds(doc).values()]);
  editor.destroy();
});
