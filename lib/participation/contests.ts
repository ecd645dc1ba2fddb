import "server-only";

import { getAssignmentViewer } from "@/lib/assignments/queries";
import { courseAbilities } from "@/lib/courses/policy";
import { getCourseViewer } from "@/lib/courses/queries";
import { db } from "@/lib/db";
import { authorize, Conflict, NotFound } from "@/lib/errors";
import { scoreAbilities } from "./policy";
import type { AnswerInput, ContestInput } from "./schema";

/** That a student asked for a look at a score, for them and for the staff. */
export interface ContestView {
  id: string;
  reason: string;
  askedAt: string;
  /** Null while it waits. */
  answer: string | null;
  answeredBy: string | null;
  answeredAt: string | null;
}

/** One that waits, as the staff find it. */
export interface OpenContest extends ContestView {
  assignmentId: string;
  title: string;
  userId: string;
  name: string;
}

const CONTESTS_AT_MOST = 100;

const contestSelect = {
  id: true,
  reason: true,
  answer: true,
  createdAt: true,
  answeredAt: true,
  answeredBy: { select: { name: true } },
} as const;

/** What one student asked about one score, the latest first. For whoever may see it. */
export async function listContests(assignmentId: string, userId: string): Promise<ContestView[]> {
  const rows = await db.contest.findMany({
    where: { assignmentId, userId },
    select: contestSelect,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: CONTESTS_AT_MOST,
  });
  return rows.map(presentContest);
}

/** What waits for an answer in a course, the oldest first. @throws NotFound, Forbidden */
export async function listOpenContests(userId: string, courseId: string): Promise<OpenContest[]> {
  authorize(courseAbilities(await getCourseViewer(userId, courseId)).seeGradebook);
  const rows = await db.contest.findMany({
    where: { assignment: { courseId }, answeredAt: null },
    select: {
      ...contestSelect,
      assignment: { select: { id: true, title: true } },
      user: { select: { id: true, name: true } },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: CONTESTS_AT_MOST,
  });
  return rows.map(({ assignment, user, ...row }) => ({
    ...presentContest(row),
    ...{ assignmentId: assignment.id, title: assignment.title },
    ...{ userId: user.id, name: user.name },
  }));
}

/**
 * Asks the staff to look at one's own score again; one question at a time.
 *
 * @throws NotFound, Forbidden
 * @throws Conflict while another waits
 */
export async function contestScore(
  userId: string,
  { assignmentId, reason }: ContestInput,
): Promise<void> {
  const viewer = await getAssignmentViewer(userId, assignmentId);
  authorize(scoreAbilities(viewer, userId).contest);
  await db.$transaction(async (tx) => {
    // Asked twice at once it is asked once: the enrolment's row is the person's own.
    await tx.$queryRaw`SELECT id FROM enrolment
      WHERE user_id = ${userId}::uuid AND course_id = ${viewer.courseId}::uuid FOR UPDATE`;
    const waiting = await tx.contest.count({ where: { assignmentId, userId, answeredAt: null } });
    if (waiting > 0) throw new Conflict("contestWaits");
    await tx.contest.create({ data: { assignmentId, userId, reason }, select: { id: true } });
    await tx.scoreChange.create({
      data: { assignmentId, userId, actorId: userId, act: "CONTESTED", reason },
      select: { id: true },
    });
  });
}

/** Answers it, where it was asked. @throws NotFound, Forbidden; Conflict when it was answered */
export async function answerContest(
  userId: string,
  { contestId, answer }: AnswerInput,
): Promise<void> {
  const contest = await db.contest.findUnique({
    where: { id: contestId },
    select: { userId: true, assignmentId: true },
  });
  if (!contest) throw new NotFound();
  const viewer = await getAssignmentViewer(userId, contest.assignmentId);
  const can = scoreAbilities(viewer, contest.userId);
  if (!can.see) throw new NotFound();
  authorize(can.grade);
  await db.$transaction(async (tx) => {
    const { count } = await tx.contest.updateMany({
      where: { id: contestId, answeredAt: null },
      data: { answer, answeredById: userId, answeredAt: new Date() },
    });
    if (count === 0) throw new Conflict("contestAnswered");
    await tx.scoreChange.create({
      data: { ...contest, actorId: userId, act: "ANSWERED", reason: answer },
      select: { id: true },
    });
  });
}

function presentContest(row: {
  id: string;
  reason: string;
  answer: string;
  createdAt: Date;
  answeredAt: Date | null;
  answeredBy: { name: string } | null;
}): ContestView {
  const { id, reason, answer, createdAt, answeredAt, answeredBy } = row;
  return {
    ...{ id, reason, askedAt: createdAt.toISOString() },
    answer: answeredAt === null ? null : answer,
    answeredBy: answeredBy?.name ?? null,
    answeredAt: answeredAt?.toISOString() ?? null,
  };
}
