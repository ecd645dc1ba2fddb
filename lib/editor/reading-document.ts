import type { Node } from "@tiptap/pm/model";

import { isTooDeep } from "./depth";
import { readingSchema } from "./reading-schema";
import { isStorable } from "./storable";

type ParsedReading = { problem: "tooDeep" | "invalid" } | { problem: null; document: Node };

/**
 * Checks what claims to be a reading's document. What is returned holds nothing but what the
 * schema knows: unknown attributes and keys are left out, unknown nodes and marks are refused.
 */
export function parseReading(value: unknown): ParsedReading {
  if (isTooDeep(value)) return { problem: "tooDeep" };
  try {
    const document = readingSchema.nodeFromJSON(value);
    document.check();
    if (document.type !== readingSchema.topNodeType) return { problem: "invalid" };
    if (!isStorable(document)) return { problem: "invalid" };
    return { problem: null, document };
  } catch {
    return { problem: "invalid" };
  }
}

/** What keeps a document from being published: counted, so that it can be said in words. */
export interface Unfinished {
  /** Figures that say nothing to those who cannot see them. */
  figuresWithoutWords: number;
  /** Numbers of footnotes that no number in the text leads to, or that lead to no note. */
  looseFootnotes: number[];
}

/** What a document still lacks before readers may have it. */
export function findUnfinished(document: Node): Unfinished {
  const references = new Set<number>();
  const notes = new Set<number>();
  let figuresWithoutWords = 0;
  document.descendants(({ type, attrs }) => {
    if (type.name === "image" && String(attrs.alt).trim() === "") figuresWithoutWords += 1;
    if (type.name === "footnoteReference") references.add(attrs.note);
    if (type.name === "footnote") notes.add(attrs.note);
  });
  const looseFootnotes = [...references, ...notes]
    .filter((note) => references.has(note) !== notes.has(note))
    .sort((a, b) => a - b);
  return { figuresWithoutWords, looseFootnotes };
}
