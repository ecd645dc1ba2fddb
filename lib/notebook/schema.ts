import { z } from "zod";

export const SHOWN = [
  "all",
  "highlights",
  "comments",
  "questions",
  "private",
  "saved",
  "drafts",
] as const;
/** What of somebody else's notebook there can be. */
export const PERSON_SHOWN = ["all", "highlights", "comments", "questions"] as const;
export const SORTS = ["newest", "oldest", "reading"] as const;
export const FORMATS = ["markdown", "csv", "jsonld"] as const;

export type Shown = (typeof SHOWN)[number];
export type Sort = (typeof SORTS)[number];
export type Format = (typeof FORMATS)[number];

/** A page of a notebook. An empty filter is none, so that a form can send all its fields. */
export const notebookQuery = z.object({
  show: z.enum(SHOWN).catch("all"),
  sort: z.enum(SORTS).catch("newest"),
  q: z.string().trim().max(300).catch(""),
  /** The id of one course, or of one assignment. */
  in: z.uuid().optional().catch(undefined),
  cursor: z.string().max(300).optional(),
});

/** A whole notebook as a file. */
export const exportQuery = notebookQuery.omit({ cursor: true }).extend({
  format: z.enum(FORMATS),
});

export type NotebookQuery = z.output<typeof notebookQuery>;
