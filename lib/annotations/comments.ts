import "server-only";

import type { AssignmentViewer } from "@/lib/assignments/queries";
import { isStaff } from "@/lib/courses/policy";
import { db } from "@/lib/db";
import { authorize, Invalid, NotFound, Stale } from "@/lib/errors";
import { publish } from "@/lib/events/publish";
import { checkComment, writeReferences } from "./comment-body";
import { notifyOfComment, notifyOfEdit } from "./notify";
import { annotationAbilities, commentAbilities } from "./policy";
import type { AnnotationRow, CommentView } from "./present";
import { getComment, getReadableAnnotation, getReadableComment } from "./queries";
import { isRepeat } from "./repeat";
import type { EditCommentInput, PostCommentInput } from "./schema";
import { countComments, lockThread } from "./threads";
import { heldSince, requireAnonymity } from "./writing";

/**
 * Replies in an annotation's thread, or in the one that it was merged into. Sending the same id
 * again returns what the first sending made.
 *
 * @throws NotFound, Forbidden, Invalid
 * @throws Conflict when the id belongs to something else
 */
export async function postComment(
  userId: string,
  annotationId: string,
  input: PostCommentInput,
): Promise<CommentView> {
  const thread = await getReadableAnnotation(userId, annotationId, { isFollowed: true });
  const { id } = input;
  try {
    await makeComment(thread, input);
  } catch (error) {
    const where = { id, annotationId: thread.annotation.id, authorId: userId };
    if (!(await isRepeat(error, () => db.comment.count({ where })))) throw error;
  }
  return getComment(userId, id);
}

async function makeComment(
  { viewer, annotation }: { viewer: AssignmentViewer; annotation: AnnotationRow },
  { id, body, isAnonymous = false, privateTo }: PostCommentInput,
): Promise<void> {
  authorize(annotationAbilities(viewer, annotation).reply);
  const { assignmentId, userId: authorId } = viewer;
  const annotationId = annotation.id;
  const privateToId = privateTo ? await findRecipient(viewer, annotationId, privateTo) : null;
  const place = { ...annotation, annotationId, privateToId, commentId: id };
  const checked = await checkComment(viewer, place, body, "body");
  if (isAnonymous) await requireAnonymity(viewer);
  const heldAt = privateToId ? null : await heldSince(viewer, annotation.audience);
  await db.$transaction(async (tx) => {
    // Keeps a deletion of the thread, or its merging into another, and this reply from passing
    // each other.
    await lockThread(tx, annotationId);
    const isThere = await tx.annotation.count({
      where: { id: annotationId, deletedAt: null, mergedIntoId: null },
    });
    if (!isThere) throw new NotFound();
    await tx.comment.create({
      data: {
        ...{ id, annotationId, assignmentId, authorId, isAnonymous, privateToId, heldAt },
        ...checked.words,
      },
      select: { id: true },
    });
    await writeReferences(tx, { commentId: id, assignmentId }, checked);
    await countComments(tx, annotationId);
    await notifyOfComment(tx, id);
    await publish(tx, { assignmentId, type: "COMMENT", annotationId, commentId: id });
  });
}

/**
 * Who sees a private reply beside the staff: the author of what it answers, or the one whom that
 * was for; for somebody who answers the staff, they themselves.
 */
async function findRecipient(
  viewer: AssignmentViewer,
  annotationId: string,
  commentId: string,
): Promise<string> {
  const { annotation, comment } = await getReadableComment(viewer.userId, commentId);
  if (annotation.id !== annotationId) throw new Invalid("wrongId", { field: "privateTo" });
  authorize(commentAbilities(viewer, annotation, comment).replyPrivately);
  if (!isStaff(viewer.role)) return viewer.userId;
  return comment.privateToId ?? comment.authorId;
}

/**
 * Replaces a comment's words and keeps the earlier ones in its history. Whom it mentions now and did
 * not before is told; who had not read yet that it mentioned them is told so no more.
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
  const { privateToId } = comment;
  const place = { ...annotation, annotationId: annotation.id, privateToId, commentId };
  const checked = await checkComment(viewer, place, input.body, "body");
  await db.$transaction(async (tx) => {
    await lockThread(tx, annotation.id);
    const before = await tx.comment.findUniqueOrThrow({
      where: { id: commentId },
      select: { body: true, text: true },
    });
    const { count } = await tx.comment.updateMany({
      where: { id: commentId, version, deletedAt: null },
      data: { ...checked.words, editedAt: new Date(), version: { increment: 1 } },
    });
    if (count === 0) throw new Stale();
    await tx.commentEdit.create({
      data: { commentId, body: before.body ?? {}, text: before.text },
      select: { id: true },
    });
    const { assignmentId } = viewer;
    const named = await tx.mention.findMany({ where: { commentId }, select: { userId: true } });
    await writeReferences(tx, { commentId, assignmentId }, checked);
    await notifyOfEdit(
      tx,
      commentId,
      named.map(({ userId }) => userId),
    );
    await publish(tx, { assignmentId, type: "COMMENT", annotationId: annotation.id, commentId });
  });
  return getComment(userId, commentId);
}
