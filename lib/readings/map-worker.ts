import "server-only";

import { type ComparedBlock, compareTexts } from "@/lib/anchoring/compare";
import { type MappedAnchor, mapAnchors, type StoredAnchor } from "@/lib/anchoring/map-anchors";
import { readingSchema } from "@/lib/editor/reading-schema";
import { followSteps, type StepMaps } from "@/lib/editor/step-maps";
import { indexText } from "@/lib/editor/text-index";

/** How one document became another: both as TipTap documents of the reading schema. */
export interface DocumentEdit {
  before: unknown;
  after: unknown;
  steps: StepMaps;
}

export interface MapInput {
  /** The flat texts. */
  before: string;
  after: string;
  /** How the one became the other, where it was edited here; documents are long to hand over. */
  edit: DocumentEdit | null;
  anchors: StoredAnchor[];
}

/** The flat texts of two revisions. */
export interface CompareInput {
  before: string;
  after: string;
}

// What `read-apart.ts` runs in a thread, by name. Not beside the reading of Markdown: a new thread
// would be busy with loading its parser for longer than with the notes of a book.

export function mapInThread({ before, after, edit, anchors }: MapInput): MappedAnchor[] {
  return mapAnchors(before, after, anchors, edit ? followEdit(edit) : undefined);
}

export function compareInThread({ before, after }: CompareInput): ComparedBlock[] {
  return compareTexts(before, after);
}

function followEdit({ before, after, steps }: DocumentEdit) {
  const indexOf = (document: unknown) => indexText(readingSchema.nodeFromJSON(document));
  return followSteps(steps, indexOf(before), indexOf(after));
}
