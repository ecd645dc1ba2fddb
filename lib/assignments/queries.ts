import "server-only";

import type { CourseViewer } from "@/lib/courses/policy";
import { membershipOf } from "@/lib/courses/policy";
import { getCourseViewer } from "@/lib/courses/queries";
import { db, type Transaction } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import { type AssignmentAbilities, assignmentAbilities, readableBy } from "./policy";
import {
  type AssignmentCard,
  type AssignmentView,
  assignmentSelect,
  cardSelect,
  presentAssignment,
  presentCard,
} from "./present";

const ASSIGNMENTS_AT_MOST = 200;

/** A member of the course before one of its assignments: who everything on the page is for. */
export interface AssignmentViewer extends CourseViewer {
  assignmentId: string;
  /** The revision that the course reads now. */
  revisionId: string;
  can: AssignmentAbilities;
}

/**
 * The person before the assignment, looked up in one query.
 *
 * @throws NotFound when they are not in its course, or it has not opened for them
 */
export async function getAssignmentViewer(
  userId: string,
  assignmentId: string,
  { tx = db, now = new Date() }: { tx?: Transaction; now?: Date } = {},
): Promise<AssignmentViewer> {
  const row = await tx.assignment.findFirst({
    where: { id: assignmentId, course: membershipOf(userId) },
    select: {
      courseId: true,
      revisionId: true,
      opensAt: true,
      course: {
        select: {
          archivedAt: true,
          enrolments: { where: { userId }, select: { role: true } },
        },
      },
    },
  });
  const role = row?.course.enrolments[0]?.role;
  if (!row || !role) throw new NotFound();
  const member = {
    userId,
    courseId: row.courseId,
    role,
    isArchived: row.course.archivedAt !== null,
  };
  const can = assignmentAbilities(member, row, now);
  if (!can.read) throw new NotFound();
  return { ...member, assignmentId, revisionId: row.revisionId, can };
}

/** One assignment with what its page shows beside the text. @throws NotFound */
export async function getAssignment(
  userId: string,
  assignmentId: string,
  now = new Date(),
): Promise<AssignmentView> {
  const viewer = await getAssignmentViewer(userId, assignmentId, { now });
  const row = await db.assignment.findUnique({
    where: { id: assignmentId },
    select: assignmentSelect,
  });
  if (!row) throw new NotFound();
  return presentAssignment(viewer, row, now);
}

/** A course's assignments that the person may see, by due date, those without one last. */
export async function listAssignments(
  userId: string,
  courseId: string,
  now = new Date(),
): Promise<AssignmentCard[]> {
  const viewer = await getCourseViewer(userId, courseId);
  const rows = await db.assignment.findMany({
    where: { courseId, ...readableBy(viewer, now) },
    select: cardSelect,
    orderBy: [{ dueAt: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }],
    take: ASSIGNMENTS_AT_MOST,
  });
  return rows.map((row) => presentCard(row, now));
}

/**
 * Open assignments of all of a person's courses that are not archived: what is due next comes
 * first, then what has no due date, then what is past, latest first.
 */
export async function listUpcoming(userId: string, now = new Date()): Promise<AssignmentCard[]> {
  const isMine = { course: { ...membershipOf(userId), archivedAt: null } };
  const isOpen = { OR: [{ opensAt: null }, { opensAt: { lte: now } }] };
  const [ahead, past] = await Promise.all([
    db.assignment.findMany({
      where: { AND: [isMine, isOpen, { OR: [{ dueAt: null }, { dueAt: { gte: now } }] }] },
      select: cardSelect,
      orderBy: [{ dueAt: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }],
      take: ASSIGNMENTS_AT_MOST,
    }),
    db.assignment.findMany({
      where: { AND: [isMine, isOpen, { dueAt: { lt: now } }] },
      select: cardSelect,
      orderBy: { dueAt: "desc" },
      take: ASSIGNMENTS_AT_MOST,
    }),
  ]);
  return [...ahead, ...past].map((row) => presentCard(row, now));
}

/** Where a reading is assigned, among the person's courses. */
export async function listUses(userId: string, readingId: string): Promise<AssignmentCard[]> {
  const now = new Date();
  const rows = await db.assignment.findMany({
    where: { readingId, course: membershipOf(userId) },
    select: cardSelect,
    orderBy: { createdAt: "desc" },
    take: ASSIGNMENTS_AT_MOST,
  });
  return rows.map((row) => presentCard(row, now));
}
