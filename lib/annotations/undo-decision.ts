import "server-only";

import { z } from "zod";

import { audit } from "@/lib/courses/audit";
import { db, type Transaction } from "@/lib/db";
import { authorize, Conflict, NotFound } from "@/lib/errors";
import { publishToPeople } from "@/lib/events/person";
import { publish } from "@/lib/events/publish";
import { commentAbilities } from "./policy";
import type { AnnotationRow, CommentRow, CommentView } from "./present";
import { getComment, getReadableComment } from "./queries";
import { UNDO_MS } from "./removal";
import { reopenReports } from "./reports";
import { countComments, lockThread } from "./threads";

const DECISIONS = ["approve", "hide", "dismissReports"];
const UNDONE = "undoDecision";
/** A decision and its note are made in one transaction, which takes no longer. */
const TRANSACTION_MS = 5_000;

/**
 * Takes back, shortly after it, what one decided of a comment oneself: that it was let in, hidden,
 * or left for all that was said against it. It waits again as it did, and who has not read yet that
 * it was let in or hidden never was told. Doing it twice is doing it once.
 *
 * @throws NotFound when one decided nothing of it; Forbidden
 * @throws Conflict when it was too long ago, or others have answered what was let in
 */
export async function undoDecision(
  userId: string,
  commentId: string,
  now = new Date(),
): Promise<CommentView> {
  const { annotation } = await getReadableComment(userId, commentId);
  await db.$transaction(async (tx) => {
    await lockThread(tx, annotation.id);
    const { viewer, annotation: thread, comment } = await getReadableComment(userId, commentId, tx);
    authorize(commentAbilities(viewer, thread, comment).moderate);
    const last = await tx.auditEntry.findFirst({
      where: {
        targetId: commentId,
        actorId: userId,
        action: { in: [...DECISIONS, "show", UNDONE] },
      },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    });
    if (!last || last.action === "show") throw new NotFound();
    if (last.action === UNDONE) return;
    if (now.getTime() - last.createdAt.getTime() > UNDO_MS) throw new Conflict("undoTooLate");
    const since = new Date(last.createdAt.getTime() - TRANSACTION_MS);
    if (last.action === "approve") await holdAgain(tx, thread, comment, last.details);
    if (last.action === "hide") await showAgain(tx, commentId);
    if (last.action !== "approve") await reopenReports(tx, commentId, { userId, since });
    await forgetNews(tx, commentId, last.action);
    const { assignmentId, courseId } = viewer;
    await audit(tx, {
      ...{ actorId: userId, courseId, action: UNDONE, details: { undone: last.action } },
      ...{ targetType: "comment", targetId: commentId },
    });
    const type = last.action === "approve" ? "HELD" : "COMMENT";
    await publish(tx, { assignmentId, type, annotationId: thread.id, commentId });
  });
  return getComment(userId, commentId);
}

const letIn = z.object({ heldAt: z.coerce.date().nullable(), createdAt: z.coerce.date() });

async function holdAgain(
  tx: Transaction,
  { id: annotationId }: AnnotationRow,
  comment: CommentRow,
  details: unknown,
): Promise<void> {
  const { id, authorId, isOpening, mergedFromId } = comment;
  const { heldAt, createdAt } = letIn.parse(details);
  const waits = { heldAt: heldAt ?? new Date(), createdAt, version: { increment: 1 } };
  if (isOpening && mergedFromId === null) {
    // With the opening the whole thread waits: words of others would go with it.
    const others = { annotationId, deletedAt: null, authorId: { not: authorId } };
    if (await tx.comment.count({ where: others })) throw new Conflict("undoAnswered");
    await tx.annotation.update({ where: { id: annotationId }, data: waits, select: { id: true } });
  }
  await tx.comment.update({ where: { id }, data: waits, select: { id: true } });
  await countComments(tx, annotationId);
}

async function showAgain(tx: Transaction, id: string): Promise<void> {
  const shown = { hiddenAt: null, hiddenById: null, hiddenReason: "" };
  const data = { ...shown, version: { increment: 1 } };
  await tx.comment.update({ where: { id }, data, select: { id: true } });
}

/** What nobody has read yet was never said. */
async function forgetNews(tx: Transaction, commentId: string, action: string): Promise<void> {
  if (action === "dismissReports") return;
  const kinds =
    action === "hide"
      ? (["HIDDEN"] as const)
      : (["APPROVED", "REPLY", "MENTION", "ANSWER", "FOLLOWED"] as const);
  const where = { commentId, readAt: null, kind: { in: [...kinds] } };
  const told = await tx.notification.findMany({ where, select: { userId: true } });
  await tx.notification.deleteMany({ where });
  await publishToPeople(tx, [...new Set(told.map(({ userId }) => userId))]);
}
