import type { Node } from "@tiptap/pm/model";
import type { Element, Root } from "hast";

import { readingSchema } from "../reading-schema";
import { type HastNode, isElement, property, type Reading } from "./reading";

const { nodes } = readingSchema;

/** The section in which GitHub's Markdown collects the notes. */
export function isFootnotes(element: Element): boolean {
  return element.tagName === "section" && element.properties.dataFootnotes !== undefined;
}

/** The number of each note, by the id of its element: their order is that of the references. */
export function numberFootnotes(root: Root): Map<string, number> {
  return new Map(notesOf(root).map((note, index) => [property(note, "id"), index + 1]));
}

/** The notes of a text, or null when there are none. */
export function readFootnotes(reading: Reading, root: Root): Node | null {
  const notes = notesOf(root).map((note, index) => {
    const blocks = reading.readBlocks(note.children.map(withoutWayBack), []);
    const content = blocks.length > 0 ? blocks : [nodes.paragraph!.create()];
    return nodes.footnote!.create({ note: index + 1 }, content);
  });
  return notes.length > 0 ? nodes.footnotes!.create(null, notes) : null;
}

/** The reference that an element is; null when it is something else. */
export function readReference(reading: Reading, element: Element): Node | null {
  const [link] = element.children;
  if (!link || !isElement(link) || link.properties.dataFootnoteRef === undefined) return null;
  const note = reading.notes.get(property(link, "href").slice(1));
  if (note === undefined) return null;
  const occurrence = (reading.references.get(note) ?? 0) + 1;
  reading.references.set(note, occurrence);
  return nodes.footnoteReference!.create({ note, occurrence });
}

function notesOf(root: Root): Element[] {
  const section = root.children.find(
    (child): child is Element => isElement(child) && isFootnotes(child),
  );
  const list = section?.children.find(
    (child): child is Element => isElement(child) && child.tagName === "ol",
  );
  return list?.children.filter(isElement) ?? [];
}

/** The schema makes a way back of its own. */
function withoutWayBack<Child extends HastNode>(child: Child): Child {
  if (!isElement(child)) return child;
  const children = child.children
    .filter((each) => !isElement(each) || each.properties.dataFootnoteBackref === undefined)
    .map(withoutWayBack);
  return { ...child, children };
}
