import "server-only";

import { db } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import { type InsightPlace, IS_SHARED } from "./counts";
import type { NotBegun } from "./present";

const NAMED_AT_MOST = 100;

/**
 * That the student of a row named `enrolment` has left something in a row named `assignment` that
 * the staff may read, waiting posts included. A student with private notes alone has not begun, as
 * far as anybody may know.
 */
const HAS_BEGUN = Prisma.sql`(
  EXISTS (
    SELECT FROM annotation
    WHERE annotation.author_id = enrolment.user_id AND annotation.assignment_id = assignment.id
      AND annotation.deleted_at IS NULL AND annotation.audience::text <> 'ONLY_ME'
  )
  OR EXISTS (
    SELECT FROM comment
    JOIN annotation ON annotation.id = comment.annotation_id AND ${IS_SHARED}
    WHERE comment.author_id = enrolment.user_id AND comment.assignment_id = assignment.id
      AND comment.deleted_at IS NULL
  )
)`;

const IS_STUDENT = Prisma.sql`(
  enrolment.status::text = 'ACTIVE' AND enrolment.role::text = 'STUDENT'
)`;

/** How many students a course has, and how many of them have begun each of some assignments. */
export async function countBegun(
  courseId: string,
  assignmentIds: string[],
): Promise<{ people: number; byAssignment: Map<string, number> }> {
  const [people, rows] = await Promise.all([
    db.enrolment.count({ where: { courseId, status: "ACTIVE", role: "STUDENT" } }),
    db.$queryRaw<{ id: string; count: number }[]>`
      SELECT assignment.id, count(*)::int AS count
      FROM assignment
      JOIN enrolment ON enrolment.course_id = assignment.course_id AND ${IS_STUDENT}
      WHERE assignment.id = ANY(${assignmentIds}::uuid[]) AND ${HAS_BEGUN}
      GROUP BY assignment.id`,
  ]);
  return { people, byAssignment: new Map(rows.map(({ id, count }) => [id, count])) };
}

/** Students who have not begun, by name; the first hundred. */
export async function listNotBegun({ assignmentId }: InsightPlace): Promise<NotBegun[]> {
  return db.$queryRaw<NotBegun[]>`
    SELECT "user".id AS "userId", "user".name
    FROM assignment
    JOIN enrolment ON enrolment.course_id = assignment.course_id AND ${IS_STUDENT}
    JOIN "user" ON "user".id = enrolment.user_id
    WHERE assignment.id = ${assignmentId}::uuid AND NOT ${HAS_BEGUN}
    ORDER BY "user".name, "user".id
    LIMIT ${NAMED_AT_MOST}`;
}
