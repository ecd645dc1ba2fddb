import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { expect, test } from "vitest";

import { type MarkdownWords, markdownBeginning, markdownEntry } from "@/lib/notebook/markdown";
import type { Entry } from "@/lib/notebook/present";
import { entryOf } from "./entries";

const words: MarkdownWords = {
  title: "Notebook",
  show: "Show the passage",
  kindOf: () => "Comment",
  byline: () => "",
  day: (iso) => iso.slice(0, 10),
};

interface Node {
  type: string;
  value?: string;
  url?: string;
  children?: Node[];
}

function write(entries: Entry[]): string {
  const written = entries.map((entry, index) =>
    markdownEntry(entry, entries[index - 1] ?? null, {
      origin: "https://postil.example.edu",
      words,
    }),
  );
  return markdownBeginning(words) + written.join("");
}

/** What Markdown makes of a file: the kinds of its blocks with the words in them. */
function blocks(entries: Entry[]): [string, string][] {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(write(entries)) as Node;
  return (tree.children ?? []).map((node) => [node.type, textOf(node)]);
}

function textOf({ value, children = [] }: Node): string {
  return value ?? children.map(textOf).join("");
}

test("a passage is a quotation under its reading, with the words and the way back below it", () => {
  expect(blocks([entryOf()])).toEqual([
    ["heading", "Notebook"],
    ["heading", "The Fox and the Dog"],
    [
      "paragraph",
      "Natural History · Aesop · https://postil.example.edu/read/0193a7f0-0000-7000-8000-0000000000aa",
    ],
    ["blockquote", "brown fox"],
    ["paragraph", "Why brown?"],
    ["paragraph", "Comment · 2026-11-25 · Show the passage"],
    ["thematicBreak", ""],
  ]);
  expect(write([entryOf()])).toContain(`(https://postil.example.edu${entryOf().href})`);
});

test("entries of one reading stand under one heading", () => {
  const headings = blocks([entryOf(), entryOf()]).filter(([type]) => type === "heading");
  expect(headings).toHaveLength(2);
});

test.each([
  "# no heading",
  "1. no list",
  "- no list",
  "+ no list",
  "> no quotation",
  "*no emphasis* and _none_ and `no code`",
  "[no link](javascript:alert(1)) <script>alert(1)</script>",
  "| no | table |",
  "&amp; is no entity",
  "a \\* b",
  "~~no~~ https",
  "===",
])("%j stands as it was written", (text) => {
  for (const entry of [entryOf({ text, quote: "" }), entryOf({ text: "", quote: text })]) {
    const found = blocks([entry]);
    expect(found.map(([type]) => type)).not.toContain("html");
    expect(found.slice(3, 4).map(([, shown]) => shown)).toEqual([text]);
  }
});

test("paragraphs of a comment and of a passage stay apart", () => {
  const text = "One.\nTwo.";
  const shown = blocks([entryOf({ text, quote: text })]);
  expect(shown.filter(([type]) => type === "paragraph").slice(1, 3)).toEqual([
    ["paragraph", "One."],
    ["paragraph", "Two."],
  ]);
  expect(write([entryOf({ text, quote: text })])).toContain("> One.\n>\n> Two.");
});
