import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { COMMENT_LIMIT, parseCommentBody, withoutTail } from "@/lib/editor/comment-schema";

const words = (text: string, ...marks: unknown[]) =>
  marks.length > 0 ? { type: "text", text, marks } : { type: "text", text };
const paragraph = (...content: unknown[]) => ({ type: "paragraph", content });
const item = (text: string) => ({ type: "listItem", content: [paragraph(words(text))] });
const doc = (...content: unknown[]) => ({ type: "doc", content });
const link = (href: unknown) => ({ type: "link", attrs: { href } });

/** A comment nested `depth` quotes deep, made without recursion. */
function nested(depth: number, innermost: unknown = paragraph(words("deep"))) {
  let node = innermost;
  for (let level = 0; level < depth; level++) node = { type: "blockquote", content: [node] };
  return doc(node);
}

describe("what the composer can write", () => {
  test.each([
    ["a paragraph", doc(paragraph(words("Why?"))), "Why?"],
    ["two paragraphs", doc(paragraph(words("One")), paragraph(words("two"))), "One\ntwo"],
    [
      "an empty line between",
      doc(paragraph(words("a")), { type: "paragraph" }, paragraph(words("b"))),
      "a\n\nb",
    ],
    ["a line break", doc(paragraph(words("a"), { type: "hardBreak" }, words("b"))), "a\nb"],
    ["bold", doc(paragraph(words("yes", { type: "bold" }))), "yes"],
    ["bold italic", doc(paragraph(words("yes", { type: "bold" }, { type: "italic" }))), "yes"],
    ["code", doc(paragraph(words("x = 1", { type: "code" }))), "x = 1"],
    ["a link", doc(paragraph(words("there", link("https://example.org/?a=b#c")))), "there"],
    ["an address of mail", doc(paragraph(words("Ada", link("mailto:ada@example.org")))), "Ada"],
    ["a quote", doc({ type: "blockquote", content: [paragraph(words("said"))] }), "said"],
    ["a list", doc({ type: "bulletList", content: [item("one"), item("two")] }), "one\ntwo"],
    [
      "a numbered list",
      doc({ type: "orderedList", attrs: { start: 3 }, content: [item("three")] }),
      "three",
    ],
    ["a block of code", doc({ type: "codeBlock", content: [words("a\n  b")] }), "a\n  b"],
  ])("is accepted: %s", (_, value, text) => {
    expect(parseCommentBody(value)).toMatchObject({ problem: null, body: value, text });
  });

  test("keeps every character of every script", () => {
    const text = "e\u0301 👩‍🏫 שלום 中文 “…” \u00A0 <b>";
    const value = doc(paragraph(words(text)));
    expect(parseCommentBody(value)).toMatchObject({ problem: null, text, body: value });
  });

  test("comes back the same when it is parsed again", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 });
    const mark = fc.subarray([{ type: "bold" }, { type: "italic" }]);
    const line = fc.array(fc.tuple(text, mark), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
        const value = doc(
          ...lines.map((line) => paragraph(...line.map(([each, marks]) => words(each, ...marks)))),
        );
        const once = parseCommentBody(value);
        if (once.problem !== null) return;
        expect(parseCommentBody(structuredClone(once.body))).toEqual(once);
      }),
    );
  });
});

describe("what nobody can write", () => {
  test.each([
    ["an unknown node", doc({ type: "iframe" })],
    ["a heading", doc({ type: "heading", attrs: { level: 1 }, content: [words("a")] })],
    ["an image", doc({ type: "image", attrs: { src: "https://example.org/a.png" } })],
    ["a table", doc({ type: "table", content: [] })],
    ["an unknown mark", doc(paragraph(words("a", { type: "underline" })))],
    ["a mark without a name", doc(paragraph(words("a", {})))],
    ["a mark that is null", doc(paragraph(words("a", null)))],
    ["marks that are no list", doc(paragraph({ type: "text", text: "a", marks: "bold" }))],
    ["text that is a number", doc(paragraph({ type: "text", text: 1 }))],
    ["text without words", doc(paragraph({ type: "text", text: "" }), paragraph(words("a")))],
    ["words outside a block", doc(words("a"))],
    ["a block inside a line", doc(paragraph(paragraph(words("a"))))],
    ["a list without points", doc({ type: "bulletList", content: [] })],
    ["a point outside a list", doc(item("a"))],
    ["code in bold", doc({ type: "codeBlock", content: [words("a", { type: "bold" })] })],
    ["bold twice", doc(paragraph(words("a", { type: "bold" }, { type: "bold" })))],
    ["bold code", doc(paragraph(words("a", { type: "code" }, { type: "bold" })))],
    [
      "a list that begins with a word",
      doc({ type: "orderedList", attrs: { start: "x" }, content: [item("a")] }),
    ],
    [
      "a list that begins with a half",
      doc({ type: "orderedList", attrs: { start: 1.5 }, content: [item("a")] }),
    ],
    [
      "a list that begins too late",
      doc({ type: "orderedList", attrs: { start: 1e12 }, content: [item("a")] }),
    ],
    ["a link without an address", doc(paragraph(words("a", { type: "link" })))],
    ["a NUL", doc(paragraph(words("a\0b")))],
    ["half a character", doc(paragraph(words("a\uD83D")))],
    ["the other half", doc(paragraph(words("\uDE00a")))],
    [
      "the two halves in two stretches of text",
      doc(paragraph(words("\uD83D", { type: "bold" }), words("\uDE00"))),
    ],
    ["no document", paragraph(words("a"))],
    ["a lone text", words("a")],
    ["an empty document", doc()],
    ["a document without content", { type: "doc" }],
    ["content that is no list", { type: "doc", content: { type: "paragraph" } }],
    ["content that is words", { type: "doc", content: "words" }],
    ["a hole in the content", doc(null)],
    ["nothing", null],
    ["undefined", undefined],
    ["a list", [paragraph(words("a"))]],
    ["words", "<p>a</p>"],
    ["a number", 7],
    ["an empty object", {}],
    ["an inherited name as a type", { type: "constructor" }],
    ["the prototype as a type", doc({ type: "__proto__", content: [words("a")] })],
  ])("is refused: %s", (_, value) => {
    expect(parseCommentBody(value)).toEqual({ problem: "invalid" });
  });

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>",
    "vbscript:x",
    "file:///etc/passwd",
    "//example.org",
    "/home",
    "example.org",
    "",
    "https://a/\0",
    "https://a/\uD800",
    `https://example.org/${"a".repeat(2_000)}`,
    null,
    7,
    {},
    ["https://example.org"],
  ])("is refused: a link to %j", (href) => {
    expect(parseCommentBody(doc(paragraph(words("a", link(href)))))).toEqual({
      problem: "invalid",
    });
  });
});

describe("what is left out", () => {
  test("attributes and keys that the schema does not know", () => {
    const value = {
      type: "doc",
      evil: 1,
      attrs: { onload: "x" },
      content: [
        {
          type: "paragraph",
          attrs: { style: "color: red", textAlign: "left" },
          html: "<b>",
          content: [
            {
              ...words("a", {
                type: "link",
                attrs: { href: "https://example.org/", target: "_blank", onclick: "x" },
                x: 1,
              }),
              extra: true,
            },
          ],
        },
      ],
    };
    const href = "https://example.org/";
    expect(parseCommentBody(value)).toMatchObject({ problem: null });
    const { body } = parseCommentBody(value) as { body: unknown };
    expect(JSON.parse(JSON.stringify(body))).toEqual(doc(paragraph(words("a", link(href)))));
  });

  test("the language of a block of code, which comments do not have", () => {
    const parsed = parseCommentBody(
      doc({ type: "codeBlock", attrs: { language: "js" }, content: [words("a")] }),
    );
    expect(JSON.stringify(parsed)).not.toContain("js");
  });
});

describe("bounds", () => {
  test("nothing but space is empty", () => {
    expect(parseCommentBody(doc(paragraph()))).toEqual({ problem: "empty" });
    expect(parseCommentBody(doc(paragraph(words(" \u00A0\n"))))).toEqual({ problem: "empty" });
    expect(parseCommentBody(doc(paragraph({ type: "hardBreak" })))).toEqual({ problem: "empty" });
  });

  test("the longest comment is accepted, one unit more is not", () => {
    const long = (length: number) => doc(paragraph(words("a".repeat(length))));
    expect(parseCommentBody(long(COMMENT_LIMIT)).problem).toBeNull();
    expect(parseCommentBody(long(COMMENT_LIMIT + 1))).toEqual({ problem: "tooLong" });
  });

  test("what many short blocks say together is bounded as well", () => {
    const blocks = Array.from({ length: COMMENT_LIMIT / 2 + 1 }, () => paragraph(words("a")));
    expect(parseCommentBody(doc(...blocks))).toEqual({ problem: "tooLong" });
    const empty = Array.from({ length: COMMENT_LIMIT + 2 }, () => ({ type: "paragraph" }));
    expect(parseCommentBody(doc(...empty, paragraph(words("a"))))).toEqual({ problem: "tooLong" });
  });

  test("nesting that people might write is accepted", () => {
    expect(parseCommentBody(nested(100))).toMatchObject({ problem: null, text: "deep" });
  });

  test.each([250, 100_000])(
    "nesting of %d levels is refused without exhausting the stack",
    (depth) => {
      expect(parseCommentBody(nested(depth))).toEqual({ problem: "tooDeep" });
    },
  );

  test("marks, attributes and unknown nodes cannot be nested past it either", () => {
    let deep: unknown = "end";
    for (let level = 0; level < 100_000; level++) deep = { content: [deep], marks: [deep] };
    expect(parseCommentBody(deep).problem).not.toBeNull();
    let marks: unknown = {};
    for (let level = 0; level < 100_000; level++) marks = { type: "bold", attrs: { marks } };
    expect(parseCommentBody(doc(paragraph(words("a", marks)))).problem).not.toBe("tooDeep");
  });

  test("a wide comment is no deep one", () => {
    const blocks = Array.from({ length: 5_000 }, () => paragraph(words("a")));
    expect(parseCommentBody(doc(...blocks)).problem).toBeNull();
  });
});

describe("the number of words", () => {
  test.each([
    ["one", 1],
    ["one two  three", 3],
    ["don't stop", 2],
    ["“Well,” she said.", 3],
    ["3.14 and 2", 3],
    ["…!?", 0],
    ["👍 👍", 0],
    ["国际交流", 2],
    ["我喜欢读书", 3],
    ["Это не слово", 3],
    ["שלום עולם", 2],
  ])("of %j is %d", (text, wordCount) => {
    expect(parseCommentBody(doc(paragraph(words(text))))).toMatchObject({ wordCount });
  });

  test("counts words of neighbouring blocks apart", () => {
    expect(parseCommentBody(doc(paragraph(words("one")), paragraph(words("two"))))).toMatchObject({
      wordCount: 2,
    });
  });
});

test("empty lines at the end are left out, those between stay", () => {
  const empty = { type: "paragraph" };
  const one = { type: "paragraph", content: [{ type: "text", text: "a" }] };
  const body = (...content: object[]) => ({ type: "doc" as const, content });
  expect(withoutTail(body(one, empty, one, empty, empty))).toEqual(body(one, empty, one));
  expect(withoutTail(body(empty, empty))).toEqual(body(empty));
});
