import "server-only";

import { WHOLE_TEXT } from "@/lib/anchoring";
import { type AssignmentViewer, getAssignmentViewer } from "@/lib/assignments/queries";
import { db, type Transaction } from "@/lib/db";
import { authorize, Conflict, Invalid, Stale } from "@/lib/errors";
import { publish } from "@/lib/events/publish";
import { checkComment, writeReferences } from "./comment-body";
import { notifyOfAnswer, notifyOfComment } from "./notify";
import { describePassage } from "./passage";
import { annotationAbilities } from "./policy";
import type { ThreadView } from "./present";
import { getReadableAnnotation, getThread } from "./queries";
import { isRepeat } from "./repeat";
import type { ChangeAnnotationInput, CreateAnnotationInput } from "./schema";
import { type ForWhom, heldSince, requireAnonymity, requireOpen, resolveAudience } from "./writing";

/**
 * Annotates `[start, end)` of the text that an assignment's course reads now, or all of it where
 * no passage is named.
 *
 * The quote is cut from the stored text, never taken from the client, so an annotation cannot
 * claim that a reading says what it does not say. Sending the same id again returns what the
 * first sending made.
 *
 * It is for whom the assignment says unless its writer says otherwise, and anonymous from the
 * beginning or never.
 *
 * @throws NotFound, Forbidden
 * @throws Invalid when the passage is not part of the text, or the comment is missing or unfit
 * @throws Conflict when the text has been revised meanwhile, or the id belongs to something else
 */
export async function createAnnotation(
  userId: string,
  assignmentId: string,
  input: CreateAnnotationInput,
): Promise<ThreadView> {
  const viewer = await getAssignmentViewer(userId, assignmentId);
  const { id } = input;
  try {
    await makeAnnotation(viewer, input);
  } catch (error) {
    const count = () => db.annotation.count({ where: { id, assignmentId, authorId: userId } });
    if (!(await isRepeat(error, count))) throw error;
  }
  return getThread(userId, id);
}

async function makeAnnotation(
  viewer: AssignmentViewer,
  input: CreateAnnotationInput,
): Promise<void> {
  authorize(viewer.can.annotate);
  const { id, kind, isAnonymous = false } = input;
  const whom = await resolveAudience(viewer, input);
  requireOpen(viewer, whom.audience);
  const comment = await checkOpening(viewer, input, whom);
  const target = await describeTarget(viewer, input);
  if (isAnonymous) await requireAnonymity(viewer);
  const heldAt = comment ? await heldSince(viewer, whom.audience) : null;
  const { assignmentId, revisionId, userId: authorId } = viewer;
  const common = { assignmentId, authorId, isAnonymous, heldAt };
  await db.$transaction(async (tx) => {
    await requireRevision(tx, assignmentId, revisionId);
    await tx.annotation.create({
      data: {
        ...{ id, kind, revisionId, ...common, ...whom, ...target },
        commentCount: comment && !heldAt ? 1 : 0,
        anchors: { create: { revisionId, start: target.start, end: target.end } },
      },
      select: { id: true },
    });
    if (comment) {
      const { id: commentId, checked } = comment;
      await tx.comment.create({
        data: { ...common, ...checked.words, id: commentId, annotationId: id, isOpening: true },
        select: { id: true },
      });
      await writeReferences(tx, { commentId, assignmentId }, checked);
      await notifyOfComment(tx, commentId);
    }
    await publish(tx, { assignmentId, type: "ANNOTATION", annotationId: id });
  });
}

/**
 * Holds the assignment's course at the revision until the transaction ends. Shared by all who
 * annotate; who publishes waits for them, so that no note is made on a text that has just been
 * replaced, where it would have no place.
 *
 * @throws Conflict when the course reads another one by now
 */
export async function requireRevision(
  tx: Transaction,
  assignmentId: string,
  revisionId: string,
): Promise<void> {
  const [row] = await tx.$queryRaw<{ revisionId: string }[]>`
    SELECT revision_id AS "revisionId" FROM assignment WHERE id = ${assignmentId}::uuid FOR SHARE`;
  if (row?.revisionId !== revisionId) throw new Conflict("textRevised");
}

/** Marks a question as answered, or open again. @throws NotFound, Forbidden, Stale */
export async function changeAnnotation(
  userId: string,
  annotationId: string,
  version: number,
  { isAnswered }: ChangeAnnotationInput,
): Promise<ThreadView> {
  const { viewer, annotation } = await getReadableAnnotation(userId, annotationId);
  authorize(annotationAbilities(viewer, annotation).answer);
  await db.$transaction(async (tx) => {
    const { count } = await tx.annotation.updateMany({
      where: { id: annotationId, version, deletedAt: null },
      data: {
        answeredAt: isAnswered ? new Date() : null,
        answerId: null,
        version: { increment: 1 },
      },
    });
    if (count === 0) throw new Stale();
    if (isAnswered) await notifyOfAnswer(tx, annotationId, userId);
    await publish(tx, { assignmentId: viewer.assignmentId, type: "ANNOTATION", annotationId });
  });
  return getThread(userId, annotationId);
}

async function checkOpening(
  viewer: AssignmentViewer,
  { kind, comment, isAnonymous = false }: CreateAnnotationInput,
  whom: ForWhom,
) {
  if (kind === "HIGHLIGHT") {
    if (comment) throw new Invalid("bodyNotAllowed", { field: "comment" });
    return null;
  }
  if (!comment) throw new Invalid("bodyMissing", { field: "comment" });
  const own = { authorId: viewer.userId, isAnonymous, privateToId: null };
  const place = { ...whom, ...own, annotationId: null, commentId: comment.id };
  return {
    id: comment.id,
    checked: await checkComment(viewer, place, comment.body, "comment.body"),
  };
}

async function describeTarget(
  { revisionId }: AssignmentViewer,
  { revisionId: madeOn, kind, start, end }: CreateAnnotationInput,
) {
  if (madeOn !== revisionId) throw new Conflict("textRevised");
  if (start === undefined || end === undefined) {
    if (kind === "HIGHLIGHT") throw new Invalid("highlightNeedsPassage", { field: "kind" });
    return WHOLE_TEXT;
  }
  return describePassage(revisionId, start, end);
}
