import "server-only";

import { type ComparedBlock, compareTexts } from "@/lib/anchoring/compare";
import { type MappedAnchor, mapAnchors, type StoredAnchor } from "@/lib/anchoring/map-anchors";
import { readingSchema } from "@/lib/editor/reading-schema";
import type { StepMaps } from "@/lib/editor/step-maps";
import { followSteps } from "@/lib/editor/step-maps";
import { indexText } from "@/lib/editor/text-index";
import { type ErrorKey, Refusal } from "@/lib/errors";
import { type ReadText, readText } from "./document";
import type { PreviewReadingInput } from "./schema";

export type { ComparedBlock, MappedAnchor } from "@/lib/anchoring";

/** What a thread hands back: errors lose their class on the way, so a refusal goes by its name. */
export type ReadOutcome = ReadText | { refusal: ErrorKey };

/** A text as it was or will be: TipTap document of the reading schema, and its flat text. */
export interface Version {
  document: unknown;
  text: string;
}

export interface MapInput {
  before: Version;
  after: Version;
  /** How the one became the other, where it was edited here. */
  steps: StepMaps | null;
  anchors: StoredAnchor[];
}

/** The flat texts of two revisions. */
export interface CompareInput {
  before: string;
  after: string;
}

/** What `read-apart.ts` runs in a thread, by name. */
export function readInThread(input: PreviewReadingInput): ReadOutcome {
  try {
    return readText(input);
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.key };
    throw error;
  }
}

export function mapInThread({ before, after, steps, anchors }: MapInput): MappedAnchor[] {
  const follow = steps ? followSteps(steps, indexOf(before), indexOf(after)) : undefined;
  return mapAnchors(before.text, after.text, anchors, follow);
}

export function compareInThread({ before, after }: CompareInput): ComparedBlock[] {
  return compareTexts(before, after);
}

function indexOf({ document }: Version) {
  return indexText(readingSchema.nodeFromJSON(document));
}
