import { z } from "zod";

import { revisionNumber } from "@/lib/assignments/schema";
import { READING_LIMIT } from "@/lib/readings/schema";

/** JSON says the same words at several times their length, and step maps come beside it. */
export const DRAFT_BODY_LIMIT = 3 * READING_LIMIT;

export const saveDraftInput = z.strictObject({
  /** The revision from which the draft began. */
  baseId: z.uuid(),
  /** TipTap document, checked against the reading schema by `lib/editor`. */
  document: z.unknown(),
  /** Step maps since the saving before, checked by `lib/editor`; null when they are not known. */
  steps: z.unknown(),
});

/** What was looked at before it is published: neither may have moved since. */
export const publishInput = z.object({
  readingId: z.uuid(),
  draftVersion: z.coerce.number().int().min(1),
  baseId: z.uuid(),
});

export const replaceTextInput = z.object({
  readingId: z.uuid(),
  /** The draft's when the form was opened; 0 for none. */
  draftVersion: z.coerce.number().int().min(0),
  format: z.enum(["markdown", "plain"]).default("markdown"),
  text: z
    .string()
    .max(READING_LIMIT, "readingTooLong")
    .refine((text) => text.trim() !== "", "readingEmpty"),
});

/** Whether an assignment follows the newest revision or stays with its own. */
export const followInput = z.object({
  assignmentId: z.uuid(),
  isPinned: z.enum(["true", "false"]).transform((value) => value === "true"),
});

/** Which revisions to compare, and from which row on; without numbers the last two. */
export const compareQuery = z.object({
  from: revisionNumber.optional(),
  to: revisionNumber.optional(),
  row: z.coerce.number().int().min(0).catch(0),
});

/** Which page of which list of a forecast; without numbers the first of each. */
export const forecastQuery = z.object({
  assignment: z.uuid().optional().catch(undefined),
  state: z.enum(["EXACT", "MOVED", "CHANGED", "DETACHED"]).optional().catch(undefined),
  row: z.coerce.number().int().min(0).catch(0),
});

export const imageParams = z.object({ imageId: z.uuid() });

export type SaveDraftInput = z.output<typeof saveDraftInput>;
export type PublishInput = z.output<typeof publishInput>;
export type ReplaceTextInput = z.output<typeof replaceTextInput>;
export type CompareQuery = z.output<typeof compareQuery>;
export type ForecastQuery = z.output<typeof forecastQuery>;
export type FollowInput = z.output<typeof followInput>;
