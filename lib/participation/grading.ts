import "server-only";

import { getAssignmentViewer } from "@/lib/assignments/queries";
import { courseAbilities } from "@/lib/courses/policy";
import { db, type Transaction } from "@/lib/db";
import { authorize, NotFound, Stale } from "@/lib/errors";
import { getGrader } from "./cell";
import type { FeedbackInput, OverrideInput, ReleaseInput } from "./schema";
import { isNews, listScores, type Scored } from "./scores";
import { listStudents } from "./students";

/**
 * Puts other points in the place of what the posts give, with the reason; without points the posts
 * hold again. What was released stays as it was told.
 *
 * @throws NotFound, Forbidden
 * @throws Stale when somebody else decided meanwhile
 */
export async function overrideScore(userId: string, input: OverrideInput): Promise<void> {
  const { points, reason } = input;
  await decide(userId, input, async (tx, place, before) => {
    await tx.score.update({
      where: { assignmentId_userId: place },
      data: { overridePoints: points, overrideReason: points === null ? "" : reason },
      select: { version: true },
    });
    const act = points === null ? ("OVERRIDE_ENDED" as const) : ("OVERRIDDEN" as const);
    const pointsBefore = before.overridePoints;
    return { act, pointsBefore, pointsAfter: points, reason };
  });
}

/** Says something to one student alone; they read it once the score is released. @throws as {@link overrideScore} */
export async function giveFeedback(userId: string, input: FeedbackInput): Promise<void> {
  const { feedback } = input;
  await decide(userId, input, async (tx, place) => {
    await tx.score.update({
      where: { assignmentId_userId: place },
      data: { feedback },
      select: { version: true },
    });
    return { act: "FEEDBACK", pointsBefore: null, pointsAfter: null, reason: "" };
  });
}

/**
 * Tells students their scores: everybody's, one group's, or one person's. Who was told the same
 * already is not told again. From then on theirs stays as it is until it is released anew.
 *
 * @returns how many were told
 * @throws NotFound, Forbidden
 */
export async function releaseScores(
  userId: string,
  { assignmentId, groupId, studentId }: ReleaseInput & { studentId?: string },
): Promise<number> {
  const viewer = await getAssignmentViewer(userId, assignmentId);
  const can = courseAbilities(viewer);
  if (!can.seeGradebook) throw new NotFound();
  authorize(can.grade);
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM assignment WHERE id = ${assignmentId}::uuid FOR UPDATE`;
    const which = studentId === undefined ? { groupId, tx } : { userId: studentId, tx };
    const students = await listStudents(viewer.courseId, which);
    if (studentId !== undefined && students.length === 0) throw new NotFound();
    const [column] = await listScores([assignmentId], students, tx);
    const news = column?.scores.filter(isNews) ?? [];
    if (news.length === 0) return 0;
    await storeReleases(tx, assignmentId, news);
    await tx.scoreChange.createMany({
      data: news.map(({ student, points, decision }) => ({
        ...{ assignmentId, userId: student.userId, actorId: userId, act: "RELEASED" as const },
        pointsBefore: decision?.releasedAt ? decision.releasedPoints : null,
        pointsAfter: points,
        reason: decision?.overrideReason ?? "",
      })),
    });
    return news.length;
  });
}

/** Takes back that a score was told: the student sees what the posts give again. @throws NotFound, Forbidden */
export async function withdrawScore(
  userId: string,
  place: { assignmentId: string; userId: string },
): Promise<void> {
  const { scoreCan } = await getGrader(userId, place);
  authorize(scoreCan.grade);
  await db.$transaction(async (tx) => {
    const { count } = await tx.score.updateMany({
      where: { ...place, releasedAt: { not: null } },
      data: { releasedAt: null, version: { increment: 1 } },
    });
    if (count === 0) throw new NotFound();
    await tx.scoreChange.create({
      data: { ...place, actorId: userId, act: "WITHDRAWN" },
      select: { id: true },
    });
  });
}

/** All in one statement, however many they are. */
async function storeReleases(tx: Transaction, assignmentId: string, news: Scored[]) {
  const rows = news.map(({ student, points, breakdown, decision }) => ({
    user_id: student.userId,
    points,
    maximum: breakdown.maximum,
    breakdown,
    feedback: decision?.feedback ?? "",
    rules: breakdown.version,
  }));
  await tx.$executeRaw`
    INSERT INTO score (assignment_id, user_id, released_at, released_points, released_maximum,
      released_breakdown, released_feedback, released_version, updated_at)
    SELECT ${assignmentId}::uuid, user_id, now(), points, maximum, breakdown, feedback, rules, now()
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS told (
      user_id uuid, points float8, maximum float8, breakdown jsonb, feedback text, rules int
    )
    ON CONFLICT (assignment_id, user_id) DO UPDATE SET
      released_at = EXCLUDED.released_at, released_points = EXCLUDED.released_points,
      released_maximum = EXCLUDED.released_maximum,
      released_breakdown = EXCLUDED.released_breakdown,
      released_feedback = EXCLUDED.released_feedback,
      released_version = EXCLUDED.released_version,
      updated_at = now(), version = score.version + 1`;
}

type Decided = { overridePoints: number | null };
type Done = {
  act: "OVERRIDDEN" | "OVERRIDE_ENDED" | "FEEDBACK";
  pointsBefore: number | null;
  pointsAfter: number | null;
  reason: string;
};

/** One decision on one score, noted in its history; refused where another came between. */
async function decide(
  userId: string,
  { assignmentId, userId: studentId, version }: OverrideInput | FeedbackInput,
  change: (tx: Transaction, place: Place, before: Decided) => Promise<Done>,
): Promise<void> {
  const place = { assignmentId, userId: studentId };
  const { scoreCan, courseId } = await getGrader(userId, place);
  authorize(scoreCan.grade);
  await db.$transaction(async (tx) => {
    const [student] = await listStudents(courseId, { userId: studentId, tx });
    if (!student) throw new NotFound();
    await tx.score.createMany({ data: [{ ...place, version: 0 }], skipDuplicates: true });
    const { count } = await tx.score.updateMany({
      where: { ...place, version },
      data: { version: { increment: 1 } },
    });
    if (count === 0) throw new Stale();
    const before = await tx.score.findUniqueOrThrow({
      where: { assignmentId_userId: place },
      select: { overridePoints: true },
    });
    const done = await change(tx, place, before);
    await tx.scoreChange.create({
      data: { ...place, actorId: userId, ...done },
      select: { id: true },
    });
  });
}

interface Place {
  assignmentId: string;
  userId: string;
}
