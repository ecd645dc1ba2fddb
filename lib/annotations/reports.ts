import "server-only";

import { audit } from "@/lib/courses/audit";
import { db, type Transaction } from "@/lib/db";
import { authorize } from "@/lib/errors";
import type { ReportOutcome } from "@/prisma/generated/enums";
import { notifyByOffice } from "./notify";
import { commentAbilities } from "./policy";
import { getReadableComment } from "./queries";
import type { ReportInput } from "./schema";

/**
 * Calls upon the staff to look at a comment. Doing it again does nothing more; its author is not
 * told, and nobody but the staff learns who did it.
 *
 * @throws NotFound, Forbidden
 */
export async function reportComment(
  userId: string,
  commentId: string,
  { reason }: ReportInput,
): Promise<void> {
  const { viewer, annotation, comment } = await getReadableComment(userId, commentId);
  authorize(commentAbilities(viewer, annotation, comment).report);
  const annotationId = annotation.id;
  await db.$transaction(async (tx) => {
    const { count } = await tx.report.createMany({
      data: [{ reporterId: userId, annotationId, commentId, reason }],
      skipDuplicates: true,
    });
    if (count === 0) return;
    await audit(tx, {
      ...{ actorId: userId, courseId: viewer.courseId, action: "report" },
      ...{ targetType: "comment", targetId: commentId },
    });
    await notifyByOffice(tx, "REPORTED", { annotationId, commentId, actorId: userId });
  });
}

/** Leaves a comment as it is for all that was said against it. @throws NotFound, Forbidden */
export async function dismissReports(userId: string, commentId: string): Promise<void> {
  const { viewer, annotation, comment } = await getReadableComment(userId, commentId);
  authorize(commentAbilities(viewer, annotation, comment).moderate);
  await db.$transaction(async (tx) => {
    const count = await decideReports(tx, commentId, { userId, outcome: "DISMISSED" });
    if (count === 0) return;
    await audit(tx, {
      ...{ actorId: userId, courseId: viewer.courseId, action: "dismissReports" },
      ...{ targetType: "comment", targetId: commentId, details: { count } },
    });
  });
}

/** Opens again what somebody closed against a comment since a moment. */
export async function reopenReports(
  tx: Transaction,
  commentId: string,
  { userId, since }: { userId: string; since: Date },
): Promise<void> {
  await tx.report.updateMany({
    where: { commentId, state: "DECIDED", decidedById: userId, decidedAt: { gte: since } },
    data: { state: "OPEN", outcome: null, decidedById: null, decidedAt: null },
  });
}

/** Closes what is open against a comment; tells how many reports that were. */
export async function decideReports(
  tx: Transaction,
  commentId: string,
  { userId, outcome }: { userId: string; outcome: ReportOutcome },
): Promise<number> {
  const { count } = await tx.report.updateMany({
    where: { commentId, state: "OPEN" },
    data: { state: "DECIDED", outcome, decidedById: userId, decidedAt: new Date() },
  });
  return count;
}
