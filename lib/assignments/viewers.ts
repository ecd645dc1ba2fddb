import "server-only";

import type { Transaction } from "@/lib/db";
import { assignmentAbilities } from "./policy";
import type { AssignmentViewer } from "./queries";

interface Whom {
  userIds: string[];
  assignmentIds: string[];
}

/**
 * These people before these assignments, as `getAssignmentViewer` would give each of them, in two
 * queries however many they are. Who is not in a course, or for whom an assignment has not opened,
 * is left out.
 */
export async function listAssignmentViewers(
  tx: Transaction,
  { userIds, assignmentIds }: Whom,
  now = new Date(),
): Promise<AssignmentViewer[]> {
  if (userIds.length === 0 || assignmentIds.length === 0) return [];
  const assignments = await tx.assignment.findMany({
    where: { id: { in: assignmentIds } },
    select: {
      id: true,
      courseId: true,
      revisionId: true,
      opensAt: true,
      course: { select: { archivedAt: true } },
    },
  });
  const enrolments = await tx.enrolment.findMany({
    where: {
      courseId: { in: [...new Set(assignments.map(({ courseId }) => courseId))] },
      userId: { in: userIds },
      status: "ACTIVE",
    },
    select: { userId: true, courseId: true, role: true },
  });
  return assignments.flatMap(({ id: assignmentId, courseId, revisionId, course, ...facts }) => {
    const isArchived = course.archivedAt !== null;
    return enrolments
      .filter((enrolment) => enrolment.courseId === courseId)
      .flatMap(({ userId, role }) => {
        const can = assignmentAbilities({ role, isArchived }, facts, now);
        const viewer = { userId, courseId, role, isArchived, assignmentId, revisionId, can };
        return can.read ? [viewer] : [];
      });
  });
}
