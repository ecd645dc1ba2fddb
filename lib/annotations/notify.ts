import "server-only";

import type { Transaction } from "@/lib/db";

interface Concerned {
  annotationId: string;
  commentId: string;
  actorId: string;
}

/** More staff than a course has; keeps the list bounded. */
const STAFF_AT_MOST = 200;

/**
 * Tells of what was done, or is to be done, by office: a post's author that it was hidden or let
 * in, the staff that one was reported. Whoever did it knows, and nobody is told twice.
 */
export async function notifyByOffice(
  tx: Transaction,
  kind: "HIDDEN" | "APPROVED" | "REPORTED",
  { annotationId, commentId, actorId }: Concerned,
): Promise<void> {
  const { authorId, assignmentId, assignment } = await tx.comment.findUniqueOrThrow({
    where: { id: commentId },
    select: { authorId: true, assignmentId: true, assignment: { select: { courseId: true } } },
  });
  const people = kind === "REPORTED" ? await listStaff(tx, assignment.courseId) : [authorId];
  const data = people
    .filter((userId) => userId !== actorId)
    .map((userId) => ({ userId, kind, assignmentId, annotationId, commentId }));
  await tx.notification.createMany({ data, skipDuplicates: true });
}

async function listStaff(tx: Transaction, courseId: string): Promise<string[]> {
  const rows = await tx.enrolment.findMany({
    where: { courseId, status: "ACTIVE", role: { not: "STUDENT" } },
    select: { userId: true },
    take: STAFF_AT_MOST,
  });
  return rows.map(({ userId }) => userId);
}
