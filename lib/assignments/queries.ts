import "server-only";

import { type CourseViewer, groupOf, membershipOf } from "@/lib/courses/policy";
import { getCourseViewer } from "@/lib/courses/queries";
import { db, type Transaction } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import type { Prisma } from "@/prisma/generated/client";
import { type DueDates, datesFor } from "./dates";
import {
  type AssignmentAbilities,
  assignmentAbilities,
  readableBy,
  revisionAbilities,
} from "./policy";
import {
  type AssignmentCard,
  type AssignmentView,
  assignmentSelect,
  type CardRow,
  cardSelect,
  presentAssignment,
  presentCard,
  type ShownRevision,
} from "./present";

const ASSIGNMENTS_AT_MOST = 200;

/** A member of the course before one of its assignments: who everything on the page is for. */
export interface AssignmentViewer extends CourseViewer {
  assignmentId: string;
  /** The revision that is looked at: the one that the course reads now, unless an older was asked for. */
  revisionId: string;
  /** The group of the course that they are in. */
  groupId: string | null;
  /** The discussion can only be read, but by the staff: it is paused, or closed for the viewer. */
  isPaused: boolean;
  /** It has closed for the viewer. */
  isClosed: boolean;
  /** When it is due and closes for the viewer. */
  dates: DueDates;
  can: AssignmentAbilities;
}

interface Looking {
  tx?: Transaction;
  now?: Date;
  /** The number of a revision that the course reads or has read; the present one without it. */
  revision?: number | undefined;
}

/**
 * The person before the assignment, looked up in one query.
 *
 * Before an older revision they are as in an archived course: they read what they may read, and
 * nothing can be written, because what is written belongs to the text that the course reads.
 *
 * @throws NotFound when they are not in its course, it has not opened for them, or the course never
 * read that revision
 */
export async function getAssignmentViewer(
  userId: string,
  assignmentId: string,
  { tx = db, now = new Date(), revision }: Looking = {},
): Promise<AssignmentViewer> {
  const row = await tx.assignment.findFirst({
    where: { id: assignmentId, course: membershipOf(userId) },
    select: viewerSelect([userId]),
  });
  const viewer = row && viewersOf(row, now)[0];
  if (!viewer) throw new NotFound();
  if (revision === undefined) return viewer;
  const shown = await getShownRevision(assignmentId, revision, tx);
  if (revisionAbilities(shown, shown.number).annotate) return viewer;
  const nothing = { annotate: false, discuss: false };
  return { ...viewer, revisionId: shown.id, isArchived: true, can: { ...viewer.can, ...nothing } };
}

/** More assignments than a person reads in; the newest count. */
const VIEWED_AT_MOST = 2_000;

interface Among {
  courseId?: string | undefined;
  assignmentIds?: readonly string[];
  tx?: Transaction;
  now?: Date;
}

/**
 * The person, or each of several, before each assignment that they may read, the newest first: of
 * one course, of some assignments, or of all courses that they are in. Each is as
 * {@link getAssignmentViewer} would give them, in one query however many they are.
 */
export async function listAssignmentViewers(
  whom: string | readonly string[],
  { courseId, assignmentIds, tx = db, now = new Date() }: Among = {},
): Promise<AssignmentViewer[]> {
  const userIds = typeof whom === "string" ? [whom] : [...whom];
  const rows = await tx.assignment.findMany({
    where: {
      course: { enrolments: { some: memberAmong(userIds) } },
      ...(courseId ? { courseId } : {}),
      ...(assignmentIds ? { id: { in: [...assignmentIds] } } : {}),
    },
    select: viewerSelect(userIds),
    orderBy: { id: "desc" },
    take: VIEWED_AT_MOST,
  });
  return rows.flatMap((row) => viewersOf(row, now));
}

function memberAmong(userIds: string[]) {
  return { userId: { in: userIds }, status: "ACTIVE" } satisfies Prisma.EnrolmentWhereInput;
}

function viewerSelect(userIds: string[]) {
  const isThere = { userId: { in: userIds }, leftAt: null };
  return {
    id: true,
    courseId: true,
    revisionId: true,
    opensAt: true,
    dueAt: true,
    closesAt: true,
    isPaused: true,
    extensions: {
      where: { OR: [{ userId: { in: userIds } }, { group: { memberships: { some: isThere } } }] },
      select: { userId: true, groupId: true, dueAt: true, closesAt: true },
    },
    course: {
      select: {
        archivedAt: true,
        enrolments: { where: memberAmong(userIds), select: { userId: true, role: true } },
        groups: {
          where: { memberships: { some: isThere } },
          select: { id: true, memberships: { where: isThere, select: { userId: true } } },
        },
      },
    },
  } satisfies Prisma.AssignmentSelect;
}

type ViewerRow = Prisma.AssignmentGetPayload<{ select: ReturnType<typeof viewerSelect> }>;

/** Those to whom it is open. */
function viewersOf(row: ViewerRow, now: Date): AssignmentViewer[] {
  const { id: assignmentId, courseId, revisionId, course } = row;
  const isArchived = course.archivedAt !== null;
  const groupIds = new Map(
    course.groups.flatMap(({ id, memberships }) => memberships.map(({ userId }) => [userId, id])),
  );
  return course.enrolments.flatMap(({ userId, role }) => {
    const groupId = groupIds.get(userId) ?? null;
    const dates = datesFor(row, row.extensions, { userId, groupId });
    const isClosed = dates.closesAt !== null && dates.closesAt <= now;
    const isPaused = row.isPaused || isClosed;
    const member = { userId, courseId, role, isPaused, isClosed, dates, isArchived, groupId };
    const can = assignmentAbilities(member, { ...row, isPaused }, now);
    return can.read ? [{ ...member, assignmentId, revisionId, can }] : [];
  });
}

/** One of the revisions that the assignment reads or has read. @throws NotFound */
async function getShownRevision(
  assignmentId: string,
  asked: number | undefined,
  tx: Transaction = db,
): Promise<ShownRevision> {
  const { readingId, createdAt, revision } = await tx.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    select: { readingId: true, createdAt: true, revision: { select: shownSelect } },
  });
  const assigned = await tx.revision.findFirst({
    where: { readingId, createdAt: { lte: createdAt } },
    select: { number: true },
    orderBy: { number: "desc" },
  });
  const present = revision.number;
  const facts = { present, earliest: Math.min(assigned?.number ?? present, present) };
  const number = asked ?? present;
  if (!revisionAbilities(facts, number).read) throw new NotFound();
  const row =
    number === present
      ? revision
      : await tx.revision.findUnique({
          where: { readingId_number: { readingId, number } },
          select: shownSelect,
        });
  if (!row) throw new NotFound();
  return { id: row.id, number, publishedAt: row.createdAt.toISOString(), ...facts };
}

const shownSelect = { id: true, number: true, createdAt: true } as const;

/** One assignment with what its page shows beside the text, at one of its revisions. @throws NotFound */
export async function getAssignment(
  userId: string,
  assignmentId: string,
  { now = new Date(), revision: number }: Pick<Looking, "now" | "revision"> = {},
): Promise<AssignmentView> {
  const viewer = await getAssignmentViewer(userId, assignmentId, { now, revision: number });
  const [row, revision] = await Promise.all([
    db.assignment.findUnique({
      where: { id: assignmentId },
      select: assignmentSelect(viewer),
    }),
    getShownRevision(assignmentId, number),
  ]);
  if (!row) throw new NotFound();
  return presentAssignment(viewer, row, { revision, now });
}

/** What is due next first, what has no due date last; what was made at once in one order. */
const SOONEST_FIRST: Prisma.AssignmentOrderByWithRelationInput[] = [
  { dueAt: { sort: "asc", nulls: "last" } },
  { createdAt: "asc" },
  { id: "asc" },
];

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
    orderBy: SOONEST_FIRST,
    take: ASSIGNMENTS_AT_MOST,
  });
  return presentCards(userId, rows, now);
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
      orderBy: SOONEST_FIRST,
      take: ASSIGNMENTS_AT_MOST,
    }),
    db.assignment.findMany({
      where: { AND: [isMine, isOpen, { dueAt: { lt: now } }] },
      select: cardSelect,
      orderBy: [{ dueAt: "desc" }, { createdAt: "desc" }, { id: "desc" }],
      take: ASSIGNMENTS_AT_MOST,
    }),
  ]);
  return presentCards(userId, [...ahead, ...past], now);
}

/** Cards with the dates as they hold for the person, in one query more. */
async function presentCards(userId: string, rows: CardRow[], now: Date): Promise<AssignmentCard[]> {
  const extensions = await db.extension.findMany({
    where: {
      assignmentId: { in: rows.map(({ id }) => id) },
      OR: [{ userId }, { group: groupOf(userId) }],
    },
    select: { assignmentId: true, userId: true, groupId: true, dueAt: true, closesAt: true },
  });
  return rows.map((row) => {
    const mine = extensions.filter(({ assignmentId }) => assignmentId === row.id);
    const groupId = mine.find((each) => each.groupId !== null)?.groupId ?? null;
    return presentCard({ ...row, ...datesFor(row, mine, { userId, groupId }) }, now);
  });
}

/** Where a reading is assigned, among the assignments that the person may see. */
export async function listUses(userId: string, readingId: string): Promise<AssignmentCard[]> {
  const now = new Date();
  const isStaffThere = { enrolments: { some: { userId, role: { not: "STUDENT" as const } } } };
  const rows = await db.assignment.findMany({
    where: {
      readingId,
      course: membershipOf(userId),
      OR: [readableBy({ role: "STUDENT" }, now), { course: isStaffThere }],
    },
    select: cardSelect,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: ASSIGNMENTS_AT_MOST,
  });
  return rows.map((row) => presentCard(row, now));
}
