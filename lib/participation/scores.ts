import "server-only";

import { db, type Transaction } from "@/lib/db";
import { type Breakdown, score } from "@/lib/scoring";
import type { Prisma } from "@/prisma/generated/client";
import { listScoringPosts, scoreKey } from "./posts";
import { type AssignmentSetting, listSettings } from "./settings";
import type { Student } from "./students";

/** What the staff decided on a score. */
export type Decision = Prisma.ScoreGetPayload<{ select: typeof decisionSelect }>;

export const decisionSelect = {
  assignmentId: true,
  userId: true,
  overridePoints: true,
  overrideReason: true,
  feedback: true,
  releasedAt: true,
  releasedPoints: true,
  releasedMaximum: true,
  releasedBreakdown: true,
  releasedFeedback: true,
  releasedVersion: true,
  version: true,
} satisfies Prisma.ScoreSelect;

/** One student's score in one assignment, as the staff have it. */
export interface Scored {
  student: Student;
  /** What the posts give now. */
  breakdown: Breakdown;
  /** The points that hold: the override, else what the posts give. Null where there are none. */
  points: number | null;
  decision: Omit<Decision, "releasedBreakdown"> | null;
  /** It was released, and would be another if it were released now. */
  hasMoved: boolean;
  /** The student asks for a look at it. */
  isContested: boolean;
}

export interface ScoredColumn {
  setting: AssignmentSetting;
  /** In the order of the students. */
  scores: Scored[];
}

/**
 * The scores of these students in these assignments, in a fixed number of queries: made from the
 * posts as they are now, and never kept, so that there is nothing that could be out of date.
 */
export async function listScores(
  assignmentIds: readonly string[],
  students: readonly Student[],
  tx: Transaction = db,
): Promise<ScoredColumn[]> {
  const ids = [...assignmentIds];
  const [only] = students;
  const whose = students.length === 1 && only ? { userId: only.userId } : {};
  const [settings, posts, decisions, contests] = await Promise.all([
    listSettings(ids, tx),
    listScoringPosts(ids, { ...whose, tx }),
    tx.score.findMany({
      where: { assignmentId: { in: ids }, ...whose },
      select: lightSelect,
    }),
    tx.contest.findMany({
      where: { assignmentId: { in: ids }, answeredAt: null, ...whose },
      select: { assignmentId: true, userId: true },
    }),
  ]);
  const decided = new Map(
    decisions.map((each) => [scoreKey(each.assignmentId, each.userId), each]),
  );
  const contested = new Set(contests.map((each) => scoreKey(each.assignmentId, each.userId)));
  return settings.map((setting) => ({
    setting,
    scores: students.map((student) => {
      const key = scoreKey(setting.id, student.userId);
      const breakdown = score(posts.get(key) ?? [], setting.settingFor(student));
      const decision = decided.get(key) ?? null;
      const points = decision?.overridePoints ?? breakdown.points;
      const wasReleased = decision !== null && decision.releasedAt !== null;
      const hasMoved = wasReleased && decision.releasedPoints !== points;
      return { student, breakdown, points, decision, hasMoved, isContested: contested.has(key) };
    }),
  }));
}

/** Whether releasing it would tell the student something. */
export function isNews({ points, decision, hasMoved }: Scored): boolean {
  if (points === null) return false;
  if (!decision?.releasedAt) return true;
  return hasMoved || decision.feedback !== decision.releasedFeedback;
}

/** Without the breakdowns, which are the most of it. */
const { releasedBreakdown: _, ...lightSelect } = decisionSelect;
