import "server-only";

import { db, type Transaction } from "@/lib/db";
import { USUAL } from "@/lib/preferences/schema";
import { Prisma } from "@/prisma/generated/client";
import { type InsightPlace, IS_SHARED } from "./counts";
import type { NotBegun, ReminderView } from "./present";
import { REMINDED_HOURS } from "./schema";

const NAMED_AT_MOST = 100;
const REMINDED_AT_ONCE = 500;
/** What could not be mailed for so long is no reminder any more. */
const WAITS_MS = 24 * 3_600_000;

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

/** That the student of such rows has not begun what is open to them, and was not reminded of late. */
export function isRemindableSql(now: Date): Prisma.Sql {
  const since = new Date(now.getTime() - REMINDED_HOURS * 3_600_000);
  return Prisma.sql`(
    ${IS_STUDENT} AND NOT ${HAS_BEGUN}
    AND (assignment.opens_at IS NULL OR assignment.opens_at <= ${now})
    AND NOT EXISTS (
      SELECT FROM reminder
      WHERE reminder.assignment_id = assignment.id AND reminder.user_id = enrolment.user_id
        AND reminder.created_at > ${since}
    )
  )`;
}

/** How many students a reminder would reach. */
export async function countRemindable({ assignmentId }: InsightPlace, now: Date): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count
    FROM assignment JOIN enrolment ON enrolment.course_id = assignment.course_id
    WHERE assignment.id = ${assignmentId}::uuid AND ${isRemindableSql(now)}`;
  return row?.count ?? 0;
}

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

/** Students for whom a reminder waits to be mailed. */
export async function listReminded(now: Date): Promise<string[]> {
  const rows = await db.reminder.findMany({
    where: { mailedAt: null, createdAt: { gt: new Date(now.getTime() - WAITS_MS) } },
    select: { userId: true },
    distinct: ["userId"],
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: REMINDED_AT_ONCE,
  });
  return rows.map(({ userId }) => userId);
}

/**
 * Takes what a person is to be reminded of: what is open to them and they have not begun by now, as
 * far as they still are in its course. Nothing where they want no notices by mail.
 */
export async function takeReminders(
  tx: Transaction,
  userId: string,
  now: Date,
): Promise<ReminderView[]> {
  const taken = await tx.reminder.updateManyAndReturn({
    where: { userId, mailedAt: null },
    data: { mailedAt: now },
    select: { assignmentId: true },
  });
  const ids = taken.map(({ assignmentId }) => assignmentId);
  return tx.$queryRaw<ReminderView[]>`
    SELECT assignment.id AS "assignmentId", assignment.title, course.title AS "courseTitle",
      assignment.due_at AS "dueAt", person.time_zone AS "timeZone"
    FROM assignment
    JOIN course ON course.id = assignment.course_id AND course.archived_at IS NULL
    JOIN enrolment ON enrolment.course_id = course.id AND ${IS_STUDENT}
    JOIN "user" person ON person.id = enrolment.user_id
    WHERE person.id = ${userId}::uuid AND assignment.id = ANY(${ids}::uuid[])
      AND NOT ${HAS_BEGUN}
      AND (assignment.opens_at IS NULL OR assignment.opens_at <= ${now})
      AND coalesce(person.preferences ->> 'mailNotices', ${USUAL.mailNotices}) <> 'off'
    ORDER BY assignment.due_at NULLS LAST, assignment.id`;
}
