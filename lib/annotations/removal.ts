import "server-only";

import { type AssignmentViewer, getAssignmentViewer } from "@/lib/assignments/queries";
import { db, type Transaction } from "@/lib/db";
import { authorize, Conflict, NotFound, Stale } from "@/lib/errors";
import { publish } from "@/lib/events/publish";
import { annotationAbilities, commentAbilities } from "./policy";
import type { ThreadView } from "./present";
import { getReadableAnnotation, getReadableComment, getThread } from "./queries";
import { countComments, lockThread } from "./threads";

/** How long a deletion can be undone: the 30 seconds that Undo is shown, and a slow network. */
export const UNDO_MS = 60_000;

/**
 * Deletes an annotation: its mark goes, and its opening comment. Where others replied, the
 * thread stays with a placeholder.
 *
 * @throws NotFound, Forbidden
 * @throws Stale when the annotation changed since `version`
 */
export async function removeAnnotation(
  userId: string,
  annotationId: string,
  version: number,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockThread(tx, annotationId);
    const { viewer, annotation } = await getReadableAnnotation(userId, annotationId, { tx });
    authorize(annotationAbilities(viewer, annotation).remove);
    if (annotation.version !== version) throw new Stale();
    const opening = await tx.comment.findFirst({
      where: { annotationId, isOpening: true, mergedFromId: null, deletedAt: null },
      select: { id: true },
    });
    if (opening) await markDeleted(tx, viewer, { annotationId, commentId: opening.id });
    await removeIfEmpty(tx, viewer, annotationId);
    await publish(tx, { assignmentId: viewer.assignmentId, type: "ANNOTATION", annotationId });
  });
}

/**
 * Deletes a comment. The thread goes with its last comment; otherwise the place stays.
 *
 * @throws NotFound, Forbidden
 * @throws Stale when the comment changed since `version`
 */
export async function removeComment(
  userId: string,
  commentId: string,
  version: number,
): Promise<void> {
  const { annotation } = await getReadableComment(userId, commentId);
  const annotationId = annotation.id;
  await db.$transaction(async (tx) => {
    await lockThread(tx, annotationId);
    const { viewer, annotation, comment } = await getReadableComment(userId, commentId, tx);
    authorize(commentAbilities(viewer, annotation, comment).remove);
    if (comment.version !== version) throw new Stale();
    await markDeleted(tx, viewer, { annotationId, commentId });
    await removeIfEmpty(tx, viewer, annotationId);
    const { assignmentId } = viewer;
    await publish(tx, { assignmentId, type: "COMMENT", annotationId, commentId });
  });
}

/**
 * Undoes one's own deletion of an annotation, or of its opening comment, shortly after it.
 *
 * @throws NotFound when one did not delete it oneself
 * @throws Conflict when it was too long ago
 */
export async function restoreAnnotation(userId: string, annotationId: string): Promise<ThreadView> {
  await restore(userId, { annotationId, isOpening: true, mergedFromId: null });
  return getThread(userId, annotationId);
}

/** Undoes one's own deletion of a comment, shortly after it. @throws NotFound, Conflict */
export async function restoreComment(userId: string, commentId: string): Promise<ThreadView> {
  const comment = await db.comment.findUnique({
    where: { id: commentId },
    select: { annotationId: true },
  });
  if (!comment) throw new NotFound();
  await restore(userId, { annotationId: comment.annotationId, id: commentId });
  return getThread(userId, comment.annotationId);
}

async function restore(
  userId: string,
  which: { annotationId: string; id?: string; isOpening?: true; mergedFromId?: null },
): Promise<void> {
  const { annotationId } = which;
  const deletedByMe = { deletedById: userId, deletedAt: { not: null } };
  await db.$transaction(async (tx) => {
    await lockThread(tx, annotationId);
    const annotation = await tx.annotation.findUnique({ where: { id: annotationId } });
    if (!annotation) throw new NotFound();
    const viewer = await getAssignmentViewer(userId, annotation.assignmentId, { tx });
    const comment = await tx.comment.findFirst({ where: { ...which, ...deletedByMe } });
    // Only a highlight has no words that have to come back with it.
    if (!comment && annotation.kind !== "HIGHLIGHT") throw new NotFound();
    const facts = { ...annotation, deletedAt: null };
    const can = comment
      ? commentAbilities(viewer, facts, { ...comment, deletedAt: null })
      : annotationAbilities(viewer, facts);
    if (!can.remove) throw new NotFound();

    const isAnnotationMine = annotation.deletedById === userId && annotation.deletedAt !== null;
    if (annotation.deletedAt !== null && !isAnnotationMine) throw new NotFound();
    const deletedAt = comment?.deletedAt ?? annotation.deletedAt;
    if (deletedAt === null) throw new NotFound();
    if (Date.now() - deletedAt.getTime() > UNDO_MS) throw new Conflict("undoTooLate");

    await tx.annotation.update({
      where: { id: annotationId },
      data: {
        deletedAt: null,
        deletedById: null,
        version: { increment: 1 },
      },
      select: { id: true },
    });
    if (comment) {
      await tx.comment.update({
        where: { id: comment.id },
        data: { deletedAt: null, deletedById: null, version: { increment: 1 } },
        select: { id: true },
      });
      await countComments(tx, annotationId);
    }
    await publish(tx, { assignmentId: viewer.assignmentId, type: "ANNOTATION", annotationId });
  });
}

async function markDeleted(
  tx: Transaction,
  { userId }: AssignmentViewer,
  { annotationId, commentId }: { annotationId: string; commentId: string },
): Promise<void> {
  await tx.comment.update({
    where: { id: commentId },
    data: { deletedAt: new Date(), deletedById: userId, version: { increment: 1 } },
    select: { id: true },
  });
  await countComments(tx, annotationId);
}

/** A thread without any comment left has nothing to show: its mark goes too. */
async function removeIfEmpty(
  tx: Transaction,
  { userId }: AssignmentViewer,
  annotationId: string,
): Promise<void> {
  await tx.annotation.updateMany({
    where: { id: annotationId, comments: { none: { deletedAt: null } } },
    data: { deletedAt: new Date(), deletedById: userId, version: { increment: 1 } },
  });
}
