import "server-only";

import { db } from "@/lib/db";
import { authorize, Conflict, Invalid, Stale } from "@/lib/errors";
import { publish } from "@/lib/events/publish";
import { checkComment, writeReferences } from "./comment-body";
import { notifyOfComment } from "./notify";
import { annotationAbilities } from "./policy";
import type { ThreadView } from "./present";
import { getReadableAnnotation, getThread } from "./queries";
import { isRepeat } from "./repeat";
import type { OpenInput } from "./schema";
import { countComments, lockThread } from "./threads";
import { heldSince } from "./writing";

/**
 * Makes a comment or question of one's highlight, by its opening words. Sending it twice makes one.
 *
 * @throws NotFound, Forbidden, Invalid
 * @throws Conflict when it is no highlight any more
 * @throws Stale when the annotation changed since `version`
 */
export async function openThread(
  userId: string,
  annotationId: string,
  version: number,
  input: OpenInput,
): Promise<ThreadView> {
  try {
    await open(userId, annotationId, version, input);
  } catch (error) {
    const where = { id: input.comment.id, annotationId, authorId: userId };
    if (!(await isRepeat(error, () => db.comment.count({ where })))) throw error;
  }
  return getThread(userId, annotationId);
}

async function open(
  userId: string,
  annotationId: string,
  version: number,
  { kind, comment: { id, body } }: OpenInput,
): Promise<void> {
  const { viewer, annotation } = await getReadableAnnotation(userId, annotationId);
  authorize(annotationAbilities(viewer, annotation).change);
  if (annotation.kind !== "HIGHLIGHT") throw new Conflict("notHighlight");
  const { assignmentId } = viewer;
  const { isAnonymous } = annotation;
  const place = { ...annotation, annotationId, privateToId: null, commentId: id };
  const checked = await checkComment(viewer, place, body, "comment.body");
  const heldAt = await heldSince(viewer, annotation.audience);
  await db.$transaction(async (tx) => {
    await lockThread(tx, annotationId);
    const { count } = await tx.annotation.updateMany({
      where: { id: annotationId, version, deletedAt: null, kind: "HIGHLIGHT" },
      data: { kind, heldAt, version: { increment: 1 } },
    });
    if (count === 0) throw new Stale();
    await tx.comment.create({
      data: {
        ...{ id, annotationId, assignmentId, authorId: userId, isAnonymous, heldAt },
        ...checked.words,
        isOpening: true,
      },
      select: { id: true },
    });
    await writeReferences(tx, { commentId: id, assignmentId }, checked);
    await countComments(tx, annotationId);
    await notifyOfComment(tx, id);
    await publish(tx, { assignmentId, type: "ANNOTATION", annotationId });
  });
}

/**
 * Leaves of one's comment or question nothing but the mark, where nobody has answered.
 *
 * @throws NotFound, Forbidden
 * @throws Invalid for a note on the whole reading, which has no passage to be marked
 * @throws Conflict where somebody answered
 * @throws Stale when the annotation changed since `version`
 */
export async function closeThread(
  userId: string,
  annotationId: string,
  version: number,
): Promise<ThreadView> {
  const { viewer, annotation } = await getReadableAnnotation(userId, annotationId);
  authorize(annotationAbilities(viewer, annotation).change);
  if (annotation.quote === "") throw new Invalid("highlightNeedsPassage", { field: "kind" });
  const { assignmentId } = viewer;
  await db.$transaction(async (tx) => {
    await lockThread(tx, annotationId);
    const opening = { isOpening: true, mergedFromId: null };
    const answers = { annotationId, deletedAt: null, NOT: opening };
    if (await tx.comment.count({ where: answers })) throw new Conflict("hasReplies");
    const { count } = await tx.annotation.updateMany({
      where: { id: annotationId, version, deletedAt: null },
      data: {
        ...{ kind: "HIGHLIGHT", answeredAt: null, answerId: null, heldAt: null },
        version: { increment: 1 },
      },
    });
    if (count === 0) throw new Stale();
    // By nobody: a deletion is undone by who made it, and a highlight has no words to come back.
    await tx.comment.updateMany({
      where: { annotationId, ...opening },
      data: { isOpening: false, deletedAt: new Date(), deletedById: null },
    });
    await countComments(tx, annotationId);
    await publish(tx, { assignmentId, type: "ANNOTATION", annotationId });
  });
  return getThread(userId, annotationId);
}
