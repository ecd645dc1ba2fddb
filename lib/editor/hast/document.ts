import { Fragment, type Node } from "@tiptap/pm/model";
import type { Root } from "hast";

import { readingSchema } from "../reading-schema";
import { readBlocks } from "./blocks";
import { numberFootnotes, readFootnotes } from "./footnotes";
import type { Loss, Reading } from "./reading";

/**
 * The document of the reading schema that an HTML tree comes to, and what was lost on the way.
 *
 * What has no counterpart is unwrapped, so that its words stay; what is no text at all (scripts,
 * players, forms) goes. White space is as HTML has it. Footnotes are those that GitHub's Markdown
 * makes. Headings are moved so that the highest is of level 2, below the title of the page.
 *
 * @returns no document when neither words nor images are left
 */
export function documentFromHast(root: Root): { document: Node | null; losses: Loss[] } {
  const reading: Reading = {
    losses: [],
    notes: numberFootnotes(root),
    references: new Map(),
    readBlocks: (children, marks) => readBlocks(reading, children, marks),
  };
  const blocks = readBlocks(reading, root.children, []);
  const notes = readFootnotes(reading, root);
  if (!blocks.some(hasContent)) return { document: null, losses: reading.losses };
  const content = Fragment.fromArray(notes ? [...blocks, notes] : blocks);
  const document = lowerHeadings(readingSchema.nodes.doc!.create(null, content));
  document.check();
  return { document, losses: reading.losses };
}

function hasContent(block: Node): boolean {
  let isFound = block.textContent.trim() !== "";
  block.descendants(({ type }) => {
    isFound ||= type === readingSchema.nodes.image;
  });
  return isFound;
}

function lowerHeadings(document: Node): Node {
  const heading = readingSchema.nodes.heading!;
  let highest = 6;
  document.descendants(({ type, attrs, isTextblock }) => {
    if (type === heading) highest = Math.min(highest, attrs.level);
    return !isTextblock;
  });
  const lower = (node: Node): Node => {
    if (node.type === heading) {
      const level = Math.min(6, node.attrs.level + 2 - highest);
      return heading.create({ level }, node.content);
    }
    if (node.isTextblock || node.isLeaf) return node;
    return node.copy(Fragment.fromArray(node.children.map(lower)));
  };
  return lower(document);
}
