// @vitest-environment jsdom
import { DOMSerializer, type Node } from "@tiptap/pm/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { readDocument } from "@/components/reader/text-surface";
import { renderHtml } from "@/lib/editor/reading-html";
import { readingSchema } from "@/lib/editor/reading-schema";
import { anyDocument } from "./any-document";

/** An element with this HTML in it, as a page of the server has it. */
function mount(html: string): HTMLElement {
  const element = document.createElement("div");
  element.innerHTML = html;
  return element;
}

/** An element as ProseMirror's own serializer fills it. */
function serialize(doc: Node): HTMLElement {
  const element = document.createElement("div");
  const serializer = DOMSerializer.fromSchema(readingSchema);
  serializer.serializeFragment(doc.content, { document }, element);
  return element;
}

const documentOf = (content: unknown[]): Node =>
  readingSchema.nodeFromJSON({ type: "doc", content });

describe("the HTML of a reading", () => {
  test("is what ProseMirror itself makes of the document, so that taking over changes nothing", {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(anyDocument, (doc) => {
        const element = mount(renderHtml(doc));
        // ProseMirror sets a style, and so the browser writes it, with a semicolon at its end.
        for (const cell of element.querySelectorAll("[style]")) {
          cell.setAttribute("style", `${cell.getAttribute("style")};`);
        }
        expect(element.innerHTML).toBe(serialize(doc).innerHTML);
      }),
      { numRuns: 40 },
    );
  });

  test("leads back to the same document", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyDocument, (doc) => {
        expect(readDocument(mount(renderHtml(doc)))).toEqual(doc.toJSON());
      }),
      { numRuns: 40 },
    );
  });

  test("holds words as words, whatever they look like", () => {
    const text = '<script>alert("1")</script> & &lt; \u00A0';
    const doc = documentOf([{ type: "paragraph", content: [{ type: "text", text }] }]);
    expect(renderHtml(doc)).toBe(
      "<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &amp;lt; &nbsp;</p>",
    );
    expect(mount(renderHtml(doc)).textContent).toBe(text);
  });

  test("keeps what is in an attribute in it", () => {
    const alt = '" onerror="alert(1)" x="<b>';
    const src = "https://example.org/a.png?a=1&b=2";
    const doc = documentOf([{ type: "figure", content: [{ type: "image", attrs: { src, alt } }] }]);
    const image = mount(renderHtml(doc)).querySelector("img");
    expect(image?.getAttribute("alt")).toBe(alt);
    expect(image?.getAttribute("src")).toBe(src);
    expect(image?.hasAttribute("onerror")).toBe(false);
  });

  test("leads from the number of a note to the note, and back", () => {
    const reference = (occurrence: number) => ({
      type: "footnoteReference",
      attrs: { note: 1, occurrence },
    });
    const note = { type: "paragraph", content: [{ type: "text", text: "See there." }] };
    const element = mount(
      renderHtml(
        documentOf([
          { type: "paragraph", content: [reference(1), reference(2)] },
          {
            type: "footnotes",
            content: [{ type: "footnote", attrs: { note: 1 }, content: [note] }],
          },
        ]),
      ),
    );
    const links = [...element.querySelectorAll("a[role=doc-noteref]")];
    expect(links.map(({ id }) => id)).toEqual(["fnref-1", "fnref-1-2"]);
    for (const link of links) {
      expect(element.querySelector(link.getAttribute("href")!)?.textContent).toContain(
        "See there.",
      );
    }
    const back = element.querySelector("a[role=doc-backlink]");
    expect(element.querySelector(back?.getAttribute("href") ?? "none")).toBe(links[0]);
  });

  test("leads back to words that look like a number or a switch", () => {
    for (const alt of ["1984", "true", "null", ""]) {
      const src = "https://example.org/a.png";
      const doc = documentOf([
        { type: "figure", content: [{ type: "image", attrs: { src, alt } }] },
      ]);
      expect(readDocument(mount(renderHtml(doc)))).toEqual(doc.toJSON());
    }
  });

  test("opens no other page and tells it nothing", () => {
    const text = { type: "text", text: "there", marks: [link("https://example.org/")] };
    const html = renderHtml(documentOf([{ type: "paragraph", content: [text] }]));
    expect(html).toBe('<p><a rel="noopener" href="https://example.org/">there</a></p>');
  });
});

describe("the schema of readings", () => {
  test.each(["javascript:alert(1)", "data:text/html,x", "/home", "https://", "https://a/\u0001"])(
    "has no link to %j",
    (href) => {
      const text = { type: "text", text: "there", marks: [link(href)] };
      const paragraph = { type: "paragraph", content: [text] };
      expect(() => documentOf([paragraph])).toThrow(RangeError);
    },
  );

  test.each(["http://example.org/a.png", "data:image/png;base64,AA", "javascript:1", "a.png", ""])(
    "has no image from %j",
    (src) => {
      const image = { type: "image", attrs: { src, alt: "" } };
      expect(() => documentOf([{ type: "figure", content: [image] }]).check()).toThrow(RangeError);
    },
  );

  test("has footnotes at the end only", () => {
    const note = { type: "footnote", content: [{ type: "paragraph" }] };
    const notes = { type: "footnotes", content: [note] };
    expect(() => documentOf([notes, { type: "paragraph" }]).check()).toThrow(RangeError);
    expect(() => documentOf([{ type: "paragraph" }, notes]).check()).not.toThrow();
  });
});

function link(href: string) {
  return { type: "link", attrs: { href } };
}
