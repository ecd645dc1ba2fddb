import "server-only";

import { Fragment, type Node } from "@tiptap/pm/model";

import { renderHtml } from "@/lib/editor/reading-html";
import { readingSchema } from "@/lib/editor/reading-schema";
import { indexText } from "@/lib/editor/text-index";

/** One of the blocks that a text is made of: a paragraph, a heading, a whole list, table or figure. */
export interface ReadingPiece {
  html: string;
  /** `[from, to)` of the flat text; empty where the piece holds none. */
  from: number;
  to: number;
}

/** A stored document, block by block, so that something can be put between them. */
export function renderPieces(document: unknown): ReadingPiece[] {
  const doc = readingSchema.nodeFromJSON(document);
  const { blocks } = indexText(doc);
  const pieces: ReadingPiece[] = [];
  let block = 0;
  let at = 0;
  doc.forEach((child, offset) => {
    const from = blocks[block]?.from ?? at;
    while (block < blocks.length && blocks[block]!.position < offset + child.nodeSize) {
      at = blocks[block++]!.to;
    }
    pieces.push({ html: renderAlone(doc, child), from, to: Math.max(from, at) });
  });
  return pieces;
}

function renderAlone(doc: Node, child: Node): string {
  return renderHtml(doc.copy(Fragment.from(child)));
}
