import "server-only";

import { type AssignmentViewer, getAssignmentViewer } from "@/lib/assignments/queries";
import { db, type Transaction } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import { readMomentCursor, readPositionCursor, writeCursor } from "./cursor";
import { annotationAbilities, commentAbilities, commentReadableBy, readableBy } from "./policy";
import {
  type AnnotationRow,
  annotationSelect,
  type CommentRow,
  type CommentView,
  commentSelect,
  presentComment,
  type ThreadView,
} from "./present";
import { asQuotedThen } from "./quoted-then";
import type { CommentsQuery, ThreadsQuery } from "./schema";
import { cursorAfter, presentThread, withComments } from "./threads";

/** A page of a list; `nextCursor` is null at its end. */
export interface Page<T> {
  rows: T[];
  nextCursor: string | null;
}

/** A page of an assignment's threads in the order of the text, or the named ones of them. @throws NotFound */
export async function listThreads(
  userId: string,
  assignmentId: string,
  query: ThreadsQuery,
): Promise<Page<ThreadView>> {
  const { ids, cursor, limit, revision } = query;
  const viewer = await getAssignmentViewer(userId, assignmentId, { revision });
  const [start, id] = cursor ? readPositionCursor(cursor) : [0, null];
  const rows = await db.anchor.findMany({
    where: {
      revisionId: viewer.revisionId,
      annotation: { assignmentId, ...readableBy(viewer), ...(ids ? { id: { in: ids } } : {}) },
      ...(id ? { OR: [{ start: { gt: start } }, { start, annotationId: { gt: id } }] } : {}),
    },
    select: { start: true, annotation: { select: annotationSelect(viewer) } },
    orderBy: [{ start: "asc" }, { annotationId: "asc" }],
    take: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const found = page.map(({ annotation }) => annotation);
  const shown = revision === undefined ? found : await asQuotedThen(revision, found);
  const threads = await withComments(viewer, shown);
  return {
    rows: threads.map((thread) => presentThread(viewer, thread)),
    nextCursor: last ? writeCursor([last.start, last.annotation.id]) : null,
  };
}

/** One thread, or the one that it was merged into. @throws NotFound */
export async function getThread(userId: string, annotationId: string): Promise<ThreadView> {
  const { viewer, annotation } = await getReadableAnnotation(userId, annotationId, {
    isFollowed: true,
  });
  const [thread] = await withComments(viewer, [annotation]);
  if (!thread) throw new NotFound();
  return presentThread(viewer, thread);
}

/** A page of a thread's comments, oldest first. @throws NotFound */
export async function listComments(
  userId: string,
  annotationId: string,
  { cursor, limit, revision }: CommentsQuery,
): Promise<Page<CommentView>> {
  const { viewer, annotation } = await getReadableAnnotation(userId, annotationId, {
    revision,
    isFollowed: true,
  });
  const [createdAt, id] = cursor ? readMomentCursor(cursor) : [null, null];
  const rows = await db.comment.findMany({
    where: {
      annotationId: annotation.id,
      AND: [
        commentReadableBy(viewer),
        id ? { OR: [{ createdAt: { gt: createdAt } }, { createdAt, id: { gt: id } }] } : {},
      ],
    },
    select: commentSelect(viewer),
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: limit + 1,
  });
  const page = rows.slice(0, limit);
  return {
    rows: page.map((row) => presentComment(viewer, annotation, row)),
    nextCursor: rows.length > limit ? cursorAfter(page) : null,
  };
}

/** One comment, its annotation and who looks. @throws NotFound unless the viewer may read it */
export async function getReadableComment(
  userId: string,
  commentId: string,
  tx: Transaction = db,
): Promise<{ viewer: AssignmentViewer; annotation: AnnotationRow; comment: CommentRow }> {
  const found = await tx.comment.findUnique({
    where: { id: commentId },
    select: { annotationId: true },
  });
  if (!found) throw new NotFound();
  const { viewer, annotation } = await getReadableAnnotation(userId, found.annotationId, { tx });
  const comment = await tx.comment.findUnique({
    where: { id: commentId },
    select: commentSelect(viewer),
  });
  if (!comment || !commentAbilities(viewer, annotation, comment).read) throw new NotFound();
  return { viewer, annotation, comment };
}

/** One comment as the viewer sees it. @throws NotFound */
export async function getComment(userId: string, commentId: string): Promise<CommentView> {
  const { viewer, annotation, comment } = await getReadableComment(userId, commentId);
  return presentComment(viewer, annotation, comment);
}

interface Looking {
  tx?: Transaction;
  revision?: number | undefined;
  /** Where it was merged into another thread, that one is meant. */
  isFollowed?: boolean;
}

/** One annotation and who looks. @throws NotFound unless the viewer may read it */
export async function getReadableAnnotation(
  userId: string,
  annotationId: string,
  { tx = db, revision, isFollowed = false }: Looking = {},
): Promise<{ viewer: AssignmentViewer; annotation: AnnotationRow }> {
  const found = await tx.annotation.findUnique({
    where: { id: annotationId },
    select: { assignmentId: true, mergedIntoId: true },
  });
  if (!found) throw new NotFound();
  const viewer = await getAssignmentViewer(userId, found.assignmentId, { tx, revision });
  const annotation = await tx.annotation.findUnique({
    where: { id: isFollowed ? (found.mergedIntoId ?? annotationId) : annotationId },
    select: annotationSelect(viewer),
  });
  if (!annotation || !annotationAbilities(viewer, annotation).read) throw new NotFound();
  return { viewer, annotation };
}
