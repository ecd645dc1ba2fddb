import "server-only";

import { localIn } from "@/lib/assignments/local-time";
import { type AssignmentViewer, getAssignmentViewer } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import { authorize, NotFound } from "@/lib/errors";
import type { ScoreAct } from "@/prisma/generated/enums";
import { type ContestView, listContests } from "./contests";
import { type ScoreAbilities, scoreAbilities } from "./policy";
import { isNews, listScores } from "./scores";
import { type ShownBreakdown, showBreakdown } from "./shown";
import { listStudents } from "./students";

/** One score with all that it comes from and all that was done to it, for the staff. */
export interface CellView {
  assignmentId: string;
  courseId: string;
  title: string;
  student: { userId: string; name: string };
  breakdown: ShownBreakdown;
  wordMinimum: number;
  /** The points that hold. */
  points: number | null;
  override: { points: number; reason: string } | null;
  feedback: string;
  released: { points: number | null; at: string } | null;
  /** It was released, and would be another now. */
  hasMoved: boolean;
  /** Releasing it would tell the student something. */
  hasNews: boolean;
  /** What was decided is changed by naming this version of it. */
  version: number;
  dates: { dueAt: string | null; closesAt: string | null };
  /** Other dates of their own, in the course's zone, as a form holds them. */
  extension: { dueAt: string; closesAt: string };
  contests: ContestView[];
  changes: ChangeView[];
  /** The students beside this one, in the gradebook's order. */
  previous: { id: string; name: string } | null;
  next: { id: string; name: string } | null;
  can: ScoreAbilities;
}

/** Something that was done to a score. */
export interface ChangeView {
  id: string;
  at: string;
  by: string | null;
  act: ScoreAct;
  before: number | null;
  after: number | null;
  reason: string;
}

const CHANGES_AT_MOST = 200;

/** Who grades before a student of the assignment's course. @throws NotFound, Forbidden */
export async function getGrader(
  userId: string,
  { assignmentId, userId: studentId }: { assignmentId: string; userId: string },
): Promise<AssignmentViewer & { scoreCan: ScoreAbilities }> {
  const viewer = await getAssignmentViewer(userId, assignmentId);
  const scoreCan = scoreAbilities(viewer, studentId);
  // Whom a classmate may not look at does not exist for them.
  if (!scoreCan.seeDecisions) throw new NotFound();
  return { ...viewer, scoreCan };
}

/** For the staff. @throws NotFound */
export async function getCell(
  userId: string,
  place: { assignmentId: string; userId: string },
): Promise<CellView> {
  const viewer = await getGrader(userId, place);
  authorize(viewer.scoreCan.seeDecisions);
  const students = await listStudents(viewer.courseId);
  const at = students.findIndex((each) => each.userId === place.userId);
  const student = students[at];
  if (!student) throw new NotFound();
  const { assignmentId } = place;
  const [[column], contests, changes, extension, course] = await Promise.all([
    listScores([assignmentId], [student]),
    listContests(assignmentId, student.userId),
    listChanges(place),
    db.extension.findUnique({
      where: { assignmentId_userId: place },
      select: { dueAt: true, closesAt: true },
    }),
    db.course.findUniqueOrThrow({
      where: { id: viewer.courseId },
      select: { timeZone: true },
    }),
  ]);
  const scored = column?.scores[0];
  if (!column || !scored) throw new NotFound();
  const { decision, breakdown, points, hasMoved } = scored;
  const beside = (each = students[at]) => each && { id: each.userId, name: each.name };
  return {
    ...{ assignmentId, courseId: viewer.courseId, title: column.setting.title },
    student: { userId: student.userId, name: student.name },
    breakdown: await showBreakdown(breakdown),
    wordMinimum: column.setting.rules.rules.wordMinimum,
    hasNews: isNews(scored),
    ...{ points, hasMoved, contests, changes, can: viewer.scoreCan },
    override:
      decision !== null && decision.overridePoints !== null
        ? { points: decision.overridePoints, reason: decision.overrideReason }
        : null,
    feedback: decision?.feedback ?? "",
    released: decision?.releasedAt
      ? { points: decision.releasedPoints, at: decision.releasedAt.toISOString() }
      : null,
    version: decision?.version ?? 0,
    dates: iso(column.setting.datesFor(student)),
    extension: {
      dueAt: localIn(course.timeZone, extension?.dueAt ?? null),
      closesAt: localIn(course.timeZone, extension?.closesAt ?? null),
    },
    previous: at > 0 ? (beside(students[at - 1]) ?? null) : null,
    next: at < students.length - 1 ? (beside(students[at + 1]) ?? null) : null,
  };
}

async function listChanges(place: { assignmentId: string; userId: string }): Promise<ChangeView[]> {
  const rows = await db.scoreChange.findMany({
    where: place,
    select: {
      ...{ id: true, act: true, pointsBefore: true, pointsAfter: true },
      ...{ reason: true, createdAt: true, actor: { select: { name: true } } },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: CHANGES_AT_MOST,
  });
  return rows.map(({ id, act, pointsBefore, pointsAfter, reason, createdAt, actor }) => ({
    ...{ id, act, reason, before: pointsBefore, after: pointsAfter },
    ...{ at: createdAt.toISOString(), by: actor?.name ?? null },
  }));
}

function iso({ dueAt, closesAt }: { dueAt: Date | null; closesAt: Date | null }) {
  return { dueAt: dueAt?.toISOString() ?? null, closesAt: closesAt?.toISOString() ?? null };
}
