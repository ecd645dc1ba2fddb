import { z } from "zod";

import { revisionNumber } from "@/lib/assignments/schema";
import type { AnnotationKind, Audience } from "@/prisma/generated/enums";

const KINDS = ["HIGHLIGHT", "COMMENT", "QUESTION"] as const satisfies readonly AnnotationKind[];
const AUDIENCES = [
  "ONLY_ME",
  "INSTRUCTORS",
  "GROUP",
  "COURSE",
] as const satisfies readonly Audience[];

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

const opening = z.strictObject({ id: newId, body });

/** The group is the writer's own unless one of the staff names another. */
const audience = { audience: z.enum(AUDIENCES), groupId: z.uuid().optional() };

export const createAnnotationInput = z
  .strictObject({
    id: newId,
    kind: z.enum(KINDS),
    /** Without one it is for whom the assignment says. */
    audience: audience.audience.optional(),
    groupId: audience.groupId,
    /** Classmates see a pseudonym. */
    isAnonymous: z.boolean().optional(),
    /** The revision in which `start` and `end` count. */
    revisionId: z.uuid(),
    /** Where the passage lies; without both, the annotation is on the reading as a whole. */
    start: offset.optional(),
    end: offset.optional(),
    /** The opening comment; none for a highlight. */
    comment: opening.optional(),
  })
  .superRefine(({ start, end }, { addIssue }) => {
    if ((start === undefined) === (end === undefined)) return;
    const path = [start === undefined ? "start" : "end"];
    addIssue({ code: "custom", message: "required", path });
  });

/** Where an annotation that lost its words belongs by now. */
export const reattachInput = z.strictObject({ revisionId: z.uuid(), start: offset, end: offset });

export const changeAnnotationInput = z.strictObject({ isAnswered: z.boolean() });

/** Without a comment it is answered by what was said outside of the thread. */
export const answerInput = z.strictObject({ commentId: z.uuid().nullable().default(null) });

export const changeAudienceInput = z.strictObject(audience);

/** What makes a comment or question of a highlight. */
export const openInput = z.strictObject({
  kind: z.enum(["COMMENT", "QUESTION"]),
  comment: opening,
});

export const postCommentInput = z.strictObject({
  id: newId,
  body,
  isAnonymous: z.boolean().optional(),
  /** The comment that it answers where nobody but its author and the staff can see it. */
  privateTo: z.uuid().optional(),
});
export const editCommentInput = z.strictObject({ body });

/** The reason is told to the author, so there is one. */
export const hideInput = z.strictObject({ reason: z.string().trim().min(1).max(1_000) });

export const hideForm = hideInput.extend({ commentId: z.uuid() });
export const decideForm = z.strictObject({ commentId: z.uuid() });
/** Sent with whatever the decision was sent with. */
export const undoForm = z.object({ commentId: z.uuid() });

/** What the staff are told, and nobody else. */
export const reportInput = z.strictObject({ reason: z.string().trim().min(1).max(1_000) });

export const mergeInput = z.strictObject({ into: z.uuid() });

/** A part of a name, as it is being typed. */
const typed = z.string().trim().max(100).default("");

export const mentionableQuery = z.strictObject({ q: typed });
export const newMentionableQuery = z.strictObject({ q: typed, ...audience });
export const tagsQuery = z.strictObject({ q: typed });

export const imageParams = z.object({ imageId: z.uuid() });

/** Where somebody writes: which composer it is, in the client's own words. */
const place = z.string().min(1).max(160);
export const draftPlace = z.strictObject({ assignmentId: z.uuid(), place });
export const draftsQuery = draftPlace.partial({ place: true });

/** A comment in its largest JSON form, with what the composer remembers beside it. */
export const DRAFT_BODY_LIMIT = 256 * 1024;
export const saveDraftInput = z.strictObject({
  body: z.record(z.string(), z.unknown()).transform(storable),
});

export const followInput = z.strictObject({ state: z.enum(["FOLLOWED", "MUTED"]) });
export const voiceParams = z.object({ voiceId: z.uuid() });

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

/** Words to look for in an assignment's discussion, the newest comments first. */
export const searchQuery = z.strictObject({
  q: z.string().trim().min(1, "required").max(200),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
  revision: revisionNumber.optional(),
});

/** The passage that somebody is about to write on, and what they have written. */
export const similarQuery = z.strictObject({
  start: z.coerce.number().pipe(offset),
  end: z.coerce.number().pipe(offset),
  q: z.string().trim().min(1, "required").max(500),
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
export type AnswerInput = z.output<typeof answerInput>;
export type ChangeAudienceInput = z.output<typeof changeAudienceInput>;
export type OpenInput = z.output<typeof openInput>;
export type HideInput = z.output<typeof hideInput>;
export type ReportInput = z.output<typeof reportInput>;
export type MergeInput = z.output<typeof mergeInput>;
export type MentionableQuery = z.output<typeof mentionableQuery>;
export type NewMentionableQuery = z.output<typeof newMentionableQuery>;
export type TagsQuery = z.output<typeof tagsQuery>;
export type DraftPlace = z.output<typeof draftPlace>;
export type SaveDraftInput = z.output<typeof saveDraftInput>;
export type PostCommentInput = z.output<typeof postCommentInput>;
export type EditCommentInput = z.output<typeof editCommentInput>;
export type MarkSeenInput = z.output<typeof markSeenInput>;
export type ThreadsQuery = z.output<typeof threadsQuery>;
export type CommentsQuery = z.output<typeof commentsQuery>;
export type SearchQuery = z.output<typeof searchQuery>;
export type SimilarQuery = z.output<typeof similarQuery>;

/** Without what PostgreSQL cannot store: NUL, and halves of surrogate pairs. No keyboard makes either. */
function storable(body: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(body), (_, value: unknown) =>
    typeof value === "string" ? value.replace(/\0|\p{Surrogate}/gu, "\uFFFD") : value,
  );
}
