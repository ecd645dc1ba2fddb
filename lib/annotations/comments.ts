import "server-only";

import { db } from "@/lib/db";
import { authorize, NotFound, Stale } from "@/lib/errors";
import { publish } from "@/lib/events/publish";
import { checkBody } from "./comment-body";
import { notifyOfComment } from "./notify";
import { annotationAbilities, commentAbilities } from "./policy";
import type { CommentView } from "./present";
import { getComment, getReadableAnnotation, getReadableComment } from "./queries";
import { isRepeat } from "./repeat";
import type { EditCommentInput, PostCommentInput } from "./schema";
import { lockThread } from "./threads";

/**
 * Replies in an annotation's thread. Sending the same id again returns what the first sending
 * made.
 *
 * @throws NotFound, Forbidden, Invalid
 * @throws Conflict when the id belongs to something else
 */
export async function postComment(
  userId: string,
  annotationId: string,
  input: PostCommentInput,
): Promise<CommentView> {
  const { viewer, annotation } = await getReadableAnnotation(userId, annotationId);
  const { assignmentId } = viewer;
  const { id } = input;
  try {
    authorize(annotationAbilities(viewer, annotation).reply);
    const checked = checkBody(input.body, "body");
    await db.$transaction(async (tx) => {
      // The row lock keeps a deletion of the thread and this reply from passing each other.
      const { count } = await tx.annotation.updateMany({
        where: { id: annotationId, deletedAt: null },
        data: { commentCount: { increment: 1 } },
      });
      if (count === 0) throw new NotFound();
      await tx.comment.create({
        data: { id, annotationId, assignmentId, authorId: userId, ...checked },
        select: { id: true },
      });
      await notifyOfComment(tx, id);
      await publish(tx, { assignmentId, type: "COMMENT", annotationId, commentId: id });
    });
  } catch (error) {
    const count = () => db.comment.count({ where: { id, annotationId, authorId: userId } });
    if (!(await isRepeat(error, count))) throw error;
  }
  return getComment(userId, id);
}

/**
 * Replaces a comment's words and keeps the earlier ones in its history.
 *
 * @throws NotFound, Forbidden, Invalid
 * @throws Stale when the comment changed since `version`
 */
export async function editComment(
  userId: string,
  commentId: string,
  version: number,
  input: EditCommentInput,
): Promise<CommentView> {
  const { viewer, annotation, comment } = await getReadableComment(userId, commentId);
  authorize(commentAbilities(viewer, annotation, comment).edit);
  const checked = checkBody(input.body, "body");
  await db.$transaction(async (tx) => {
    await lockThread(tx, annotation.id);
    const before = await tx.comment.findUniqueOrThrow({
      where: { id: commentId },
      select: { body: true, text: true },
    });
    const { count } = await tx.comment.updateMany({
      where: { id: commentId, version, deletedAt: null },
      data: { ...checked, editedAt: new Date(), version: { increment: 1 } },
    });
    if (count === 0) throw new Stale();
    await tx.commentEdit.create({
      data: { commentId, body: before.body ?? {}, text: before.text },
      select: { id: true },
    });
    const { assignmentId } = viewer;
    await publish(tx, { assignmentId, type: "COMMENT", annotationId: annotation.id, commentId });
  });
  return getComment(userId, commentId);
}
