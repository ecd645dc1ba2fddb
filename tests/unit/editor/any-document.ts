import { Fragment, type Mark, type Node } from "@tiptap/pm/model";
import fc from "fast-check";

import { readingSchema } from "@/lib/editor/reading-schema";

const { nodes, marks } = readingSchema;

const create = (name: string, attributes: Record<string, unknown> | null, content?: Node[]): Node =>
  // fromArray joins texts of the same marks, as every document has them.
  nodes[name]!.create(attributes, content && Fragment.fromArray(content));

/** Words as they come: several scripts and directions, pairs, marks that combine, signs of HTML, spaces. */
const character = fc.constantFrom(
  ...["a", "b", "Z", "9", " ", "  ", "\t", "\u00A0", ".", "“", "’", "&", "<", ">", '"', "&amp;"],
  ...["é", "e\u0301", "क्षि", "中", "文", "ש", "ل", "\u200F", "\u200D", "\u00AD", "\uFEFF"],
  ...["😀", "👩‍🏫", "🇳🇱", "𝔸", "\uFFFC"],
);

const words = fc.string({ unit: character, minLength: 1, maxLength: 9 });
const address = fc.constantFrom(
  "https://example.org/a?b=1&c=%22",
  "mailto:ada@example.org",
  "http://例え.jp/",
);

const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc
    .constantFrom("bold", "italic", "superscript", "subscript", "code")
    .map((name) => marks[name]!.create()),
  address.map((href) => marks.link!.create({ href })),
  fc.constantFrom("fr", "zh-Hans", "ar").map((lang) => marks.language!.create({ lang })),
);

const marked = fc
  .array(mark, { maxLength: 3 })
  .map((set) => set.reduce<readonly Mark[]>((all, each) => each.addToSet(all), []));

const inline: fc.Arbitrary<Node> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(words, marked).map(([text, set]) => readingSchema.text(text, set)),
  },
  { weight: 2, arbitrary: marked.map((set) => nodes.hardBreak!.create(null, null, set)) },
  {
    weight: 1,
    arbitrary: fc
      .record({ note: fc.integer({ min: 1, max: 40 }), occurrence: fc.integer({ min: 1, max: 3 }) })
      .map((attributes) => create("footnoteReference", attributes)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("1", "xiv", "12a").map((page) => create("pageBreak", { page })),
  },
);

const line = fc.array(inline, { maxLength: 4 });
const paragraph = line.map((content) => create("paragraph", null, content));

const code = fc
  .tuple(
    fc.constantFrom(null, "js", "c++"),
    fc.array(fc.oneof(words, fc.constant("\n"), fc.constant("  ")), { maxLength: 6 }),
  )
  .map(([language, parts]) => {
    const text = parts.join("");
    return create("codeBlock", { language }, text ? [readingSchema.text(text)] : []);
  });

const image = fc
  .record({
    src: fc.constant("https://example.org/a.png?b=1&c=2"),
    alt: fc.oneof(fc.constant(""), words),
  })
  .map((attributes) => create("image", attributes));

const figure = fc
  .tuple(image, fc.option(line, { nil: null }))
  .map(([picture, caption]) =>
    create("figure", null, caption ? [picture, create("figcaption", null, caption)] : [picture]),
  );

const heading = fc
  .tuple(fc.integer({ min: 1, max: 6 }), line)
  .map(([level, content]) => create("heading", { level }, content));

/** A block of any kind, with blocks inside it down to `depth`. */
function block(depth: number): fc.Arbitrary<Node> {
  const flat = [
    { weight: 6, arbitrary: paragraph },
    { weight: 2, arbitrary: heading },
    { weight: 2, arbitrary: code },
    { weight: 2, arbitrary: figure },
    { weight: 1, arbitrary: fc.constant(create("horizontalRule", null)) },
  ];
  if (depth === 0) return fc.oneof(...flat);
  const inside = blocks(depth - 1);
  const nested = [
    inside.map((content) => create("blockquote", null, content)),
    items(inside).map((content) => create("bulletList", null, content)),
    fc
      .tuple(fc.integer({ min: -2, max: 12 }), items(inside))
      .map(([start, content]) => create("orderedList", { start }, content)),
    rows(inside).map((content) => create("table", null, content)),
  ];
  return fc.oneof(...flat, ...nested.map((arbitrary) => ({ weight: 2, arbitrary })));
}

function blocks(depth: number): fc.Arbitrary<Node[]> {
  return fc.array(block(depth), { minLength: 1, maxLength: 2 });
}

function items(inside: fc.Arbitrary<Node[]>): fc.Arbitrary<Node[]> {
  const item = fc
    .tuple(paragraph, fc.oneof(fc.constant([]), inside))
    .map(([first, others]) => create("listItem", null, [first, ...others]));
  return fc.array(item, { minLength: 1, maxLength: 2 });
}

function rows(inside: fc.Arbitrary<Node[]>): fc.Arbitrary<Node[]> {
  const attributes = fc.record({
    colspan: fc.integer({ min: 1, max: 3 }),
    rowspan: fc.integer({ min: 1, max: 2 }),
    align: fc.constantFrom(null, "left", "right", "center"),
  });
  const cell = fc
    .tuple(fc.constantFrom("tableCell", "tableHeader"), attributes, inside)
    .map(([name, about, content]) => create(name, about, content));
  const row = fc.array(cell, { minLength: 1, maxLength: 2 });
  return fc.array(
    row.map((cells) => create("tableRow", null, cells)),
    { minLength: 1, maxLength: 2 },
  );
}

const footnotes = fc.array(blocks(0), { minLength: 1, maxLength: 2 }).map((notes) => {
  const each = notes.map((content, index) => create("footnote", { note: index + 1 }, content));
  return create("footnotes", null, each);
});

/** Any document that a reading can be, of every type of node and mark that the schema has. */
export const anyDocument: fc.Arbitrary<Node> = fc
  .tuple(
    fc.array(block(2), { minLength: 1, maxLength: 3 }),
    fc.option(footnotes, { nil: null, freq: 3 }),
  )
  .map(([content, notes]) => {
    const document = create("doc", null, notes ? [...content, notes] : content);
    document.check();
    return document;
  });
