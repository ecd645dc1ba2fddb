import { z } from "zod";

import { revisionNumber } from "@/lib/assignments/schema";
import type { AnnotationKind, Audience } from "@/prisma/generated/enums";

const KINDS = ["HIGHLIGHT", "COMMENT", "QUESTION"] as const satisfies readonly AnnotationKind[];
const AUDIENCES = ["ONLY_ME", "INSTRUCTORS", "COURSE"] as const satisfies readonly Audience[];

/** The longest passage that can be annotated: about forty pages, so that a quote stays a quote. */
export const PASSAGE_LIMIT = 100_000;

/** Ids are made by the client, so that sending twice makes one; version 7, so that they sort by time. */
const newId = z.uuid({ version: "v7", error: "wrongId" });

/** A comment's TipTap document, checked against the comment schema by `lib/editor`. */
const body = z.unknown();

const offset = z
  .int()
  .min(0)
  .max(2 ** 30);

export const createAnnotationInput = z
  .strictObject({
    id: newId,
    kind: z.enum(KINDS),
    audience: z.enum(AUDIENCES),
    /** The revision in which `start` and `end` count. */
    revisionId: z.uuid(),
    /** Where the passage lies; without both, the annotation is on the reading as a whole. */
    start: offset.optional(),
    end: offset.optional(),
    /** The opening comment; none for a highlight. */
    comment: z.strictObject({ id: newId, body }).optional(),
  })
  .superRefine(({ start, end }, { addIssue }) => {
    if ((start === undefined) === (end === undefined)) return;
    const path = [start === undefined ? "start" : "end"];
    addIssue({ code: "custom", message: "required", path });
  });

/** Where an annotation that lost its words belongs by now. */
export const reattachInput = z.strictObject({ revisionId: z.uuid(), start: offset, end: offset });

export const changeAnnotationInput = z.strictObject({ isAnswered: z.boolean() });

export const postCommentInput = z.strictObject({ id: newId, body });
export const editCommentInput = z.strictObject({ body });

export const annotationParams = z.object({ annotationId: z.uuid() });
export const commentParams = z.object({ commentId: z.uuid() });

/** Threads of one assignment: a page in the order of the text, or just the named ones. */
export const threadsQuery = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  ids: z
    .string()
    .max(50 * 37)
    .transform((list) => list.split(","))
    .pipe(z.array(z.uuid()).min(1).max(50))
    .optional(),
  revision: revisionNumber.optional(),
});

/** A page of the text with its discussion: the block that it begins with. */
export const discussionQuery = z.object({ from: z.coerce.number().int().min(0).catch(0) });

/** A page of one thread's comments. */
export const commentsQuery = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  revision: revisionNumber.optional(),
});

/** Threads that were before a reader's eyes; without naming any, all. */
export const markSeenInput = z.strictObject({
  ids: z.array(z.uuid()).min(1).max(200).optional(),
  /** How long ago that was: what was written since then has not been seen. */
  agoMs: z.int().min(0).max(3_600_000).default(0),
});

/** `after` is for a first connection: browsers send Last-Event-ID only when they come back. */
export const eventsQuery = z.strictObject({ after: z.string().max(64).optional() });

export type CreateAnnotationInput = z.output<typeof createAnnotationInput>;
export type ReattachInput = z.output<typeof reattachInput>;
export type ChangeAnnotationInput = z.output<typeof changeAnnotationInput>;
export type PostCommentInput = z.output<typeof postCommentInput>;
export type EditCommentInput = z.output<typeof editCommentInput>;
export type MarkSeenInput = z.output<typeof markSeenInput>;
export type ThreadsQuery = z.output<typeof threadsQuery>;
export type CommentsQuery = z.output<typeof commentsQuery>;
