import "server-only";

import type { Element, Root } from "hast";

import { type HastNode, isElement, property } from "@/lib/editor/hast/reading";

/**
 * Brings footnotes into the one form that the schema reads, GitHub's, whatever program made them:
 * a short raised or named link to a place further on is a reference, and the block at that place
 * its note. Word, LibreOffice, pandoc, EPUB and Wikipedia all write them so, each with other names.
 */
export function gatherFootnotes(root: Root): void {
  const places = findPlaces(root);
  const notes = new Map<Element, { reference: Element[]; parent: Parent }>();
  for (const place of places.all) {
    const target = places.byName.get(property(place.element, "href").slice(1));
    if (!target || target.index < place.index || !isReference(place)) continue;
    const note = blockOf(target);
    if (!note || note.element === place.element || contains(note.element, place.element)) continue;
    const found = notes.get(note.element) ?? { reference: [], parent: note.parents.at(-1) ?? root };
    found.reference.push(place.element);
    notes.set(note.element, found);
  }
  const gathered: Element[] = [];
  for (const [note, { reference, parent }] of notes) {
    const id = `fn-${gathered.length + 1}`;
    parent.children = (parent.children as HastNode[]).filter((child) => child !== note) as never;
    const children = withoutWayBack(note.children);
    gathered.push({ type: "element", tagName: "li", properties: { id }, children });
    for (const link of reference) becomeReference(link, id);
  }
  if (gathered.length === 0) return;
  unwrapRaised(root);
  const list: Element = { type: "element", tagName: "ol", properties: {}, children: gathered };
  root.children.push({
    type: "element",
    tagName: "section",
    properties: { dataFootnotes: "" },
    children: [list],
  });
}

type Parent = Root | Element;

interface Place {
  element: Element;
  index: number;
  /** From the root to the element's own. */
  parents: Parent[];
}

const BLOCKS = new Set(["li", "aside", "p", "div", "section", "dd", "tr", "blockquote"]);

/** All links, and every element by its id or name, in the order of the text. */
function findPlaces(root: Root) {
  const byName = new Map<string, Place>();
  const all: Place[] = [];
  let index = 0;
  const walk = (node: Parent, parents: Parent[]) => {
    const inside = [...parents, node];
    for (const child of node.children as HastNode[]) {
      if (!isElement(child)) continue;
      const place = { element: child, index: index++, parents: inside };
      for (const name of [property(child, "id"), property(child, "name")]) {
        if (name && !byName.has(name)) byName.set(name, place);
      }
      if (child.tagName === "a" && property(child, "href").startsWith("#")) all.push(place);
      walk(child, inside);
    }
  };
  walk(root, []);
  return { byName, all };
}

function isReference({ element, parents }: Place): boolean {
  const words = wordsOf(element).trim();
  if (words.length === 0 || words.length > 8) return false;
  const kind = [property(element, "role"), property(element, "epub:type"), classesOf(element)];
  if (/noteref|footnote-?ref|footnoteanc|endnoteanc|msofootnote/i.test(kind.join(" "))) return true;
  const parent = parents.at(-1);
  const isRaised = (each: HastNode | Parent | undefined) =>
    each?.type === "element" && each.tagName === "sup";
  return isRaised(parent) || (element.children as HastNode[]).some(isRaised);
}

/** The note that a place belongs to: the block around it, or the box that holds only the note. */
function blockOf(place: Place): Place | null {
  const { element, parents, index } = place;
  if (BLOCKS.has(element.tagName)) return place;
  const at = parents.findLastIndex((each) => each.type === "element" && BLOCKS.has(each.tagName));
  const block = parents[at];
  if (block?.type !== "element") return null;
  const box = parents[at - 1];
  const isBoxed =
    box?.type === "element" &&
    box.tagName === "div" &&
    /^(sd)?(foot|end|ft|ed)n/i.test(property(box, "id"));
  return isBoxed
    ? { element: box, parents: parents.slice(0, at - 1), index }
    : { element: block, parents: parents.slice(0, at), index };
}

function becomeReference(link: Element, id: string): void {
  const inner: Element = {
    type: "element",
    tagName: "a",
    properties: { href: `#${id}`, dataFootnoteRef: "" },
    children: [],
  };
  Object.assign(link, { tagName: "sup", properties: {}, children: [inner] });
}

/** A reference that stood in a raised place of its own is that place now. */
function unwrapRaised(node: Parent): void {
  for (const child of node.children as HastNode[]) {
    if (!isElement(child)) continue;
    const [only] = child.children.filter(
      (each) => each.type !== "text" || each.value.trim() !== "",
    );
    const isWrapper = child.tagName === "sup" && only?.type === "element" && only.tagName === "sup";
    if (isWrapper) Object.assign(child, { properties: only.properties, children: only.children });
    else unwrapRaised(child);
  }
}

/** The schema makes a way back of its own. */
function withoutWayBack(children: Element["children"]): Element["children"] {
  return children
    .filter((child) => !(isElement(child) && isWayBack(child)))
    .map((child) =>
      isElement(child) ? { ...child, children: withoutWayBack(child.children) } : child,
    );
}

function isWayBack(element: Element): boolean {
  if (element.tagName !== "a" || !property(element, "href").startsWith("#")) return false;
  return property(element, "role") === "doc-backlink" || wordsOf(element).trim().length <= 8;
}

function contains(element: Element, other: Element): boolean {
  return element.children.some(
    (child) => child === other || (isElement(child) && contains(child, other)),
  );
}

function classesOf({ properties: { className } }: Element): string {
  return Array.isArray(className) ? className.join(" ") : "";
}

function wordsOf(node: HastNode): string {
  if (node.type === "text") return node.value;
  return isElement(node) ? node.children.map(wordsOf).join("") : "";
}
