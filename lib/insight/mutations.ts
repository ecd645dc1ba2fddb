import "server-only";

import { getAssignmentViewer } from "@/lib/assignments/queries";
import { courseAbilities } from "@/lib/courses/policy";
import { db } from "@/lib/db";
import { authorize, NotFound } from "@/lib/errors";
import { isRemindableSql } from "./people";

/**
 * Reminds all students who have not begun, and were not reminded of late, of an assignment: each
 * finds a mail, unless they want none. Returns how many.
 *
 * @throws NotFound, Forbidden
 */
export async function remindNotBegun(
  userId: string,
  assignmentId: string,
  now = new Date(),
): Promise<number> {
  const viewer = await getAssignmentViewer(userId, assignmentId);
  const can = courseAbilities(viewer);
  if (!can.seeInsights) throw new NotFound();
  authorize(can.remind);
  return db.$transaction(async (tx) => {
    // Two who press at once remind once.
    await tx.$queryRaw`SELECT id FROM assignment WHERE id = ${assignmentId}::uuid FOR UPDATE`;
    const people = await tx.$queryRaw<{ userId: string }[]>`
      SELECT enrolment.user_id AS "userId"
      FROM assignment JOIN enrolment ON enrolment.course_id = assignment.course_id
      WHERE assignment.id = ${assignmentId}::uuid AND ${isRemindableSql(now)}`;
    const { count } = await tx.reminder.createMany({
      data: people.map((person) => ({ ...person, assignmentId, createdAt: now })),
    });
    return count;
  });
}
