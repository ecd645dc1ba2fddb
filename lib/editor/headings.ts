import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

import { indexText, LEAF } from "./text-index";

/** A heading of a text: what an outline is made of. */
export interface TextHeading {
  /** 1 to 6, as in HTML. */
  level: number;
  /** Its words, without line breaks and the numbers of footnotes; never empty. */
  words: string;
  /** Where it begins in the flat text. */
  offset: number;
}

/** More of them help nobody to find the way; keeps what is sent bounded. */
const HEADINGS_AT_MOST = 1_000;

/** The headings of a document in their order, those without words left out. */
export function listHeadings(doc: Node): TextHeading[] {
  return [...headingsIn(doc)]
    .map(({ node, offset }) => ({ level: node.attrs.level, words: wordsOf(node), offset }))
    .filter(({ words }) => words !== "")
    .slice(0, HEADINGS_AT_MOST);
}

/** The `id` by which links lead to the heading that begins at an offset of the flat text. */
export function headingId(offset: number): string {
  return `h-${offset}`;
}

/** The ids of a document's headings by their nodes, for its HTML. */
export function headingIds(doc: Node): ReadonlyMap<Node, string> {
  return new Map([...headingsIn(doc)].map(({ node, offset }) => [node, headingId(offset)]));
}

/**
 * Gives headings their ids, as the server's HTML has them. They are no part of the document: they
 * follow from where a heading stands, and another revision gives it another one.
 */
export const HeadingIds = Extension.create({
  name: "headingIds",

  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        state: {
          init: (_, { doc }) => DecorationSet.create(doc, [...headingsIn(doc)].map(decorate)),
          // The text is only read.
          apply: (_, decorations) => decorations,
        },
        props: {
          decorations(state) {
            return this.getState(state);
          },
        },
      }),
    ];
  },
});

interface PlacedHeading {
  node: Node;
  position: number;
  offset: number;
}

function* headingsIn(doc: Node): Iterable<PlacedHeading> {
  for (const { position, from, isLeaf } of indexText(doc).blocks) {
    const node = isLeaf ? null : doc.nodeAt(position - 1);
    if (node?.type.name === "heading") yield { node, position: position - 1, offset: from };
  }
}

function decorate({ node, position, offset }: PlacedHeading): Decoration {
  return Decoration.node(position, position + node.nodeSize, { id: headingId(offset) });
}

function wordsOf(heading: Node): string {
  const words = heading.textBetween(0, heading.content.size, undefined, LEAF);
  return words.replaceAll(LEAF, " ").replace(/\s+/g, " ").trim();
}
