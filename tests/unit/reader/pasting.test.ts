// @vitest-environment jsdom
import { Editor } from "@tiptap/core";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, test } from "vitest";

import { CommentText } from "@/components/reader/comment-text";
import { imagesIn } from "@/components/reader/use-comment-images";
import { commentExtensions } from "@/lib/editor/comment-schema";

let editor: Editor;

afterEach(() => editor.destroy());

function paste(html: string) {
  editor = new Editor({ extensions: commentExtensions, injectCSS: false });
  // The event itself jsdom does not have.
  editor.view.pasteHTML(html, new Event("paste") as ClipboardEvent);
  return editor.getJSON();
}

describe("what is pasted", () => {
  test("loses everything that a comment cannot hold, and keeps its words", () => {
    const body = paste(
      `<meta charset="utf-8"><style>p{color:red}</style><h1 style="color:red" onclick="x()">Title</h1>
      <p class="MsoNormal"><font face="Arial">Some <b>bold</b></font> words</p>
      <script>alert(1)</script><img src="https://a.example/x.png"><iframe src="https://a.example"></iframe>`,
    );
    expect(editor.getText()).toMatch(/^Title\s+Some bold words\s*$/);
    expect(JSON.stringify(body)).not.toMatch(
      /style|onclick|class|Mso|script|image|iframe|a\.example/,
    );
    expect(JSON.stringify(body)).toContain('"bold"');
  });

  test.each(["javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "/in"])(
    "has no link to %s",
    (href) => {
      expect(JSON.stringify(paste(`<p><a href="${href}">here</a></p>`))).not.toContain("link");
      expect(editor.getText()).toBe("here");
    },
  );

  test.each(["https://a.example/x", "http://a.example/", "mailto:ada@a.example"])(
    "has a link to %s that vouches for nothing and opens nothing",
    (href) => {
      const body = paste(`<p><a href="${href}" target="_blank" rel="opener">here</a></p>`);
      const written = editor.view.dom.querySelector("a");
      expect(written?.getAttribute("rel")).toBe("ugc nofollow noopener");
      expect(written?.hasAttribute("target")).toBe(false);
      const read = renderToStaticMarkup(createElement(CommentText, { body: { ...body } }));
      expect(read).toContain(`<a href="${href}" rel="ugc nofollow noopener">here</a>`);
    },
  );
});

test("an image is taken where there are no words beside it", () => {
  editor = new Editor({ extensions: commentExtensions, injectCSS: false });
  const picture = new File(["x"], "x.png", { type: "image/png" });
  const page = new File(["x"], "x.html", { type: "text/html" });
  const transfer = (words: string) =>
    ({ files: [picture, page], getData: () => words }) as unknown as DataTransfer;
  expect(imagesIn(transfer(""))).toEqual([picture]);
  expect(imagesIn(transfer("From a word processor"))).toEqual([]);
  expect(imagesIn(null)).toEqual([]);
});
