import "server-only";

import type { AssignmentViewer } from "@/lib/assignments/queries";
import { audit } from "@/lib/courses/audit";
import { db, type Transaction } from "@/lib/db";
import { authorize, Conflict } from "@/lib/errors";
import { publish } from "@/lib/events/publish";
import type { Prisma } from "@/prisma/generated/client";
import { type ByOffice, notifyByOffice, notifyOfComment } from "./notify";
import { annotationAbilities, commentAbilities } from "./policy";
import type { AnnotationRow, CommentRow, CommentView, ThreadView } from "./present";
import { getComment, getReadableAnnotation, getReadableComment, getThread } from "./queries";
import { decideReports } from "./reports";
import type { HideInput } from "./schema";
import { countComments, lockThread } from "./threads";

const THREAD_MARKS = {
  pin: "pinnedAt",
  lock: "lockedAt",
  handOver: "needsInstructorAt",
} as const;

/**
 * Pins a thread, locks it against all but the staff, or hands it over to the instructors; or takes
 * that back. What is so already stays as it is.
 *
 * @throws NotFound, Forbidden
 */
export async function markThread(
  userId: string,
  annotationId: string,
  mark: keyof typeof THREAD_MARKS,
  isMarked: boolean,
): Promise<ThreadView> {
  const { viewer, annotation } = await getReadableAnnotation(userId, annotationId);
  authorize(annotationAbilities(viewer, annotation).moderate);
  const column = THREAD_MARKS[mark];
  await db.$transaction(async (tx) => {
    const { count } = await tx.annotation.updateMany({
      where: { id: annotationId, deletedAt: null, [column]: isMarked ? null : { not: null } },
      data: {
        [column]: isMarked ? new Date() : null,
        ...(mark === "lock" ? { lockedById: isMarked ? userId : null } : {}),
        version: { increment: 1 },
      },
    });
    if (count === 0) return;
    if (mark === "handOver" && isMarked) {
      const thread = { annotationId, commentId: null, actorId: userId };
      await notifyByOffice(tx, "NEEDS_INSTRUCTOR", thread);
    }
    const { assignmentId, courseId } = viewer;
    await audit(tx, {
      ...{ actorId: userId, courseId, action: mark, details: { isMarked } },
      ...{ targetType: "annotation", targetId: annotationId },
    });
    await publish(tx, { assignmentId, type: "ANNOTATION", annotationId });
  });
  return getThread(userId, annotationId);
}

/** Shows a comment as one that everybody should read, or no longer. @throws NotFound, Forbidden */
export function pickComment(userId: string, commentId: string, isPicked: boolean) {
  return moderate(userId, commentId, {
    action: "pick",
    details: { isPicked },
    where: { pickedAt: isPicked ? null : { not: null } },
    data: { pickedAt: isPicked ? new Date() : null },
  });
}

/**
 * Hides a comment's words from all but its author and the staff. The author is told why.
 *
 * @throws NotFound, Forbidden
 */
export function hideComment(userId: string, commentId: string, { reason }: HideInput) {
  return moderate(userId, commentId, {
    action: "hide",
    tells: "HIDDEN",
    details: { reason },
    where: { hiddenAt: null },
    data: {
      ...{ hiddenAt: new Date(), hiddenById: userId, hiddenReason: reason },
      version: { increment: 1 },
    },
  });
}

/** Shows a hidden comment again. @throws NotFound, Forbidden */
export function showComment(userId: string, commentId: string) {
  return moderate(userId, commentId, {
    action: "show",
    details: {},
    where: { hiddenAt: { not: null } },
    data: { hiddenAt: null, hiddenById: null, hiddenReason: "", version: { increment: 1 } },
  });
}

/**
 * Lets in a comment that waited for the staff. It counts as written now: to those who see it for
 * the first time it is new.
 *
 * @throws NotFound, Forbidden
 * @throws Conflict when the thread that it answers in waits itself
 */
export async function approveComment(userId: string, commentId: string): Promise<CommentView> {
  const now = new Date();
  const change = {
    action: "approve",
    tells: "APPROVED" as const,
    details: letIn,
    where: { heldAt: { not: null } },
    data: { heldAt: null, createdAt: now, version: { increment: 1 } },
  };
  return moderate(userId, commentId, change, async (tx, annotation, comment) => {
    const { id } = annotation;
    if (comment.isOpening && comment.mergedFromId === null) {
      await tx.annotation.update({
        where: { id },
        data: { heldAt: null, createdAt: now, version: { increment: 1 } },
        select: { id: true },
      });
    } else if (annotation.heldAt !== null) throw new Conflict("threadHeld");
    await countComments(tx, id);
    await notifyOfComment(tx, commentId);
  });
}

/** What has to be known of a comment that was let in for it to wait again as it did. */
function letIn({ heldAt, createdAt }: CommentRow): Prisma.InputJsonObject {
  return { heldAt: heldAt?.toISOString() ?? null, createdAt: createdAt.toISOString() };
}

interface Change {
  action: string;
  /** What its author hears of it, if anything. */
  tells?: ByOffice;
  details: Prisma.InputJsonObject | ((comment: CommentRow) => Prisma.InputJsonObject);
  /** What must be so for there to be anything to change. */
  where: Prisma.CommentWhereInput;
  data: Prisma.CommentUpdateManyMutationInput;
}

async function moderate(
  userId: string,
  commentId: string,
  { action, tells, details, where, data }: Change,
  andThen?: (tx: Transaction, annotation: AnnotationRow, comment: CommentRow) => Promise<void>,
): Promise<CommentView> {
  const { viewer, annotation, comment } = await getReadableComment(userId, commentId);
  authorize(commentAbilities(viewer, annotation, comment).moderate);
  await db.$transaction(async (tx) => {
    await lockThread(tx, annotation.id);
    const { count } = await tx.comment.updateMany({
      where: { id: commentId, deletedAt: null, ...where },
      data,
    });
    if (count === 0) return;
    await andThen?.(tx, annotation, comment);
    const told = { annotationId: annotation.id, commentId, actorId: userId };
    if (tells) await notifyByOffice(tx, tells, told);
    const noted = typeof details === "function" ? details(comment) : details;
    await note(tx, viewer, { action, details: noted, commentId });
    if (tells === "HIDDEN") await decideReports(tx, commentId, { userId, outcome: "HIDDEN" });
    await publish(tx, eventOf(viewer, annotation, comment, andThen !== undefined));
  });
  return getComment(userId, commentId);
}

async function note(
  tx: Transaction,
  { userId, courseId }: AssignmentViewer,
  { commentId, ...done }: { commentId: string; action: string; details: Prisma.InputJsonObject },
): Promise<void> {
  const target = { targetType: "comment", targetId: commentId } as const;
  await audit(tx, { actorId: userId, courseId, ...done, ...target });
}

/** With its opening comment a whole thread may have appeared. */
function eventOf(
  { assignmentId }: AssignmentViewer,
  { id: annotationId }: AnnotationRow,
  { id: commentId, isOpening }: CommentRow,
  isWhole: boolean,
) {
  if (isWhole && isOpening) return { assignmentId, type: "ANNOTATION", annotationId } as const;
  return { assignmentId, type: "COMMENT", annotationId, commentId } as const;
}
