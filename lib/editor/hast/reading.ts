import type { Mark, Node } from "@tiptap/pm/model";
import type { Element, ElementContent, RootContent } from "hast";

import { languageOf } from "../nodes/language-span";
import { readingSchema } from "../reading-schema";

/** Something that a text held and a reading cannot hold: left out, or kept without what made it special. */
export interface Loss {
  kind: "element" | "style" | "image" | "imageWords" | "link" | "pageImages";
  /** What it was: the tag, the address or the page. */
  name: string;
}

/** What is known while one tree is read. */
export interface Reading {
  losses: Loss[];
  /** The number of each footnote, by the id of its element. */
  notes: Map<string, number>;
  /** How often each footnote was referred to so far. */
  references: Map<number, number>;
  /** `readBlocks`, handed down: what stands in a table or a note is a text of its own. */
  readBlocks(children: readonly HastNode[], marks: readonly Mark[]): Node[];
}

export type HastNode = RootContent | ElementContent;

export function isElement(node: HastNode): node is Element {
  return node.type === "element";
}

/** A property as text; empty when it is not there. */
export function property(element: Element, name: string): string {
  const value = element.properties[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** The marks inside an element that names its language. */
export function withLanguage(element: Element, marks: readonly Mark[]): readonly Mark[] {
  const lang = languageOf(property(element, "lang") || property(element, "xmlLang"));
  return lang ? readingSchema.marks.language!.create({ lang }).addToSet(marks) : marks;
}
