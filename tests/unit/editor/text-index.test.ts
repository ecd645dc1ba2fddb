import type { Node } from "@tiptap/pm/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { readingSchema } from "@/lib/editor/reading-schema";
import { indexText, LEAF } from "@/lib/editor/text-index";
import { anyDocument } from "./any-document";

const documentOf = (content: unknown[]): Node =>
  readingSchema.nodeFromJSON({ type: "doc", content });

const paragraph = (...content: unknown[]) => ({ type: "paragraph", content });
const words = (text: string) => ({ type: "text", text });

describe("generated documents", () => {
  test("hold every type of node and mark that the schema has", { timeout: 60_000 }, () => {
    const found = new Set<string>();
    for (const document of fc.sample(anyDocument, { numRuns: 200, seed: 1 })) {
      document.descendants((node) => {
        found.add(node.type.name);
        for (const mark of node.marks) found.add(mark.type.name);
      });
    }
    const known = [...Object.keys(readingSchema.nodes), ...Object.keys(readingSchema.marks)];
    expect([...found, "doc"].sort()).toEqual(known.sort());
  });
});

describe("the text index", () => {
  test("leads from every offset to a position and back to it", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { text, toPosition, toOffset } = indexText(document);
        const offsets = Array.from({ length: text.length + 1 }, (_, offset) => offset);
        expect(offsets.map((offset) => toOffset(toPosition(offset)))).toEqual(offsets);
      }),
    );
  });

  test("names the block in which an offset lies", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { text, blocks, blockAt } = indexText(document);
        for (let offset = 0; offset <= text.length; offset++) {
          const { from, to } = blocks[blockAt(offset)]!;
          expect([from <= offset, offset <= to]).toEqual([true, true]);
        }
        expect([blockAt(-5), blockAt(text.length + 5)]).toEqual([0, blocks.length - 1]);
      }),
    );
  });

  test("never turns the order of places round", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { text, toPosition, toOffset } = indexText(document);
        const positions = Array.from({ length: text.length + 1 }, (_, offset) =>
          toPosition(offset),
        );
        expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
        const all = Array.from({ length: document.content.size + 1 }, (_, at) => toOffset(at));
        expect(all).toEqual(all.toSorted((a, b) => a - b));
      }),
    );
  });

  test("says of every passage what the document says between its positions", () => {
    const passage = fc.tuple(anyDocument, fc.nat(9_999), fc.nat(9_999));
    fc.assert(
      fc.property(passage, ([document, a, b]) => {
        const { text, blocks, toPosition } = indexText(document);
        const block = blocks[a % blocks.length]!;
        const start = block.from + (a % (block.to - block.from + 1));
        const end = start + (b % (block.to - start + 1));
        const said = document.textBetween(toPosition(start), toPosition(end), "", LEAF);
        expect(text.slice(start, end)).toBe(said);
      }),
    );
  });

  test("has a block for every text block and for the leaves between, one unit apart", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { text, blocks } = indexText(document);
        const expected: { words: string; position: number }[] = [];
        document.descendants((node, position) => {
          const last = expected.at(-1);
          if (node.isTextblock) {
            const words = node.textBetween(0, node.content.size, "", LEAF);
            expected.push({ words, position: position + 1 });
          } else if (node.isLeaf && document.resolve(position).nodeBefore?.isLeaf && last) {
            last.words += LEAF;
          } else if (node.isLeaf) expected.push({ words: LEAF, position });
          return !node.isTextblock;
        });
        const said = blocks.map(({ from, to, position }) => ({
          words: text.slice(from, to),
          position,
        }));
        expect(said).toEqual(expected);
        expect(text).toBe(expected.map(({ words }) => words).join("\n"));
        expect(
          blocks.filter(
            ({ from, to, isLeaf }) => isLeaf && !/^\uFFFC+$/.test(text.slice(from, to)),
          ),
        ).toEqual([]);
      }),
    );
  });

  test("is the same for a document that was stored and read back", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const stored = readingSchema.nodeFromJSON(JSON.parse(JSON.stringify(document.toJSON())));
        expect(indexText(stored).text).toBe(indexText(document).text);
      }),
      { numRuns: 30 },
    );
  });

  test("counts a line break and the number of a note as one unit each", () => {
    const reference = { type: "footnoteReference", attrs: { note: 1, occurrence: 1 } };
    const document = documentOf([
      paragraph(words("a"), { type: "hardBreak" }, words("😀"), reference, words("b")),
    ]);
    expect(indexText(document).text).toBe(`a${LEAF}😀${LEAF}b`);
  });

  test("counts an image and a rule as blocks of one unit", () => {
    const image = { type: "image", attrs: { src: "https://example.org/a.png", alt: "A gate" } };
    const figcaption = { type: "figcaption", content: [words("The gate")] };
    const document = documentOf([
      { type: "figure", content: [image, figcaption] },
      { type: "horizontalRule" },
      paragraph(words("b")),
    ]);
    const { text, blocks } = indexText(document);
    expect(text).toBe(`${LEAF}\nThe gate\n${LEAF}\nb`);
    expect(blocks.map(({ isLeaf }) => isLeaf)).toEqual([true, false, true, false]);
  });

  test("tells two rules that adjoin apart, though one position lies between them", () => {
    const rule = { type: "horizontalRule" };
    const { text, blocks, toPosition } = indexText(documentOf([rule, rule, paragraph(words("a"))]));
    expect(text).toBe(`${LEAF}${LEAF}\na`);
    expect(blocks).toMatchObject([{ from: 0, to: 2, position: 0, isLeaf: true }, { from: 3 }]);
    expect([0, 1, 2, 3].map(toPosition)).toEqual([0, 1, 2, 3]);
  });

  test("gives an empty block a place of its own", () => {
    const { text, toPosition, toOffset } = indexText(
      documentOf([paragraph(words("a")), paragraph(), paragraph(words("b"))]),
    );
    expect(text).toBe("a\n\nb");
    expect([0, 1, 2, 3, 4].map(toPosition)).toEqual([1, 2, 4, 6, 7]);
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map(toOffset)).toEqual([0, 0, 1, 2, 2, 3, 3, 4, 4]);
  });

  test("takes offsets and positions outside the text as its ends", () => {
    const { toPosition, toOffset } = indexText(documentOf([paragraph(words("abc"))]));
    expect([-5, 99].map(toPosition)).toEqual([1, 4]);
    expect([-5, 99].map(toOffset)).toEqual([0, 3]);
  });

  test("of a document without words is empty", () => {
    const nothing = indexText(readingSchema.nodes.doc!.create());
    expect(nothing.text).toBe("");
    expect([nothing.toPosition(3), nothing.toOffset(3)]).toEqual([0, 0]);
  });
});
