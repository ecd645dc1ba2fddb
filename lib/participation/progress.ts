import "server-only";

import { getAssignmentViewer } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import { type Change, whatNext } from "@/lib/scoring";
import { type ContestView, listContests } from "./contests";
import { scoreAbilities } from "./policy";
import { listScoringPosts, scoreKey } from "./posts";
import { listSettings } from "./settings";
import { type ShownBreakdown, showBreakdown } from "./shown";

/** What a student has of what is expected, as they see it before and after the deadline. */
export interface ProgressView {
  assignmentId: string;
  title: string;
  /** What the posts give now. */
  breakdown: ShownBreakdown;
  wordMinimum: number;
  /** What one more post would change. */
  changes: Change[];
  late: { graceMinutes: number; percentPerDay: number };
  dueAt: string | null;
  closesAt: string | null;
  /** What the staff told; null before. */
  released: ReleasedView | null;
  /** Every time that it was told, the latest first. */
  tellings: Telling[];
  contests: ContestView[];
  can: { contest: boolean };
}

export interface ReleasedView {
  points: number | null;
  maximum: number;
  version: number;
  at: string;
  feedback: string;
}

/** That a score was told, or told anew. */
export interface Telling {
  id: string;
  at: string;
  before: number | null;
  after: number | null;
  reason: string;
}

const TELLINGS_AT_MOST = 50;

/** A student's own progress. The staff have none: they see everybody's in the gradebook. @throws NotFound */
export async function getProgress(
  userId: string,
  assignmentId: string,
  now = new Date(),
): Promise<ProgressView> {
  const viewer = await getAssignmentViewer(userId, assignmentId, { now });
  const can = scoreAbilities(viewer, userId);
  if (viewer.role !== "STUDENT" || !can.see) throw new NotFound();
  const [settings, posts, decision, contests, told] = await Promise.all([
    listSettings([assignmentId]),
    listScoringPosts([assignmentId], { userId }),
    db.score.findUnique({
      where: { assignmentId_userId: { assignmentId, userId } },
      select: {
        releasedAt: true,
        releasedPoints: true,
        releasedMaximum: true,
        releasedFeedback: true,
        releasedVersion: true,
      },
    }),
    listContests(assignmentId, userId),
    db.scoreChange.findMany({
      where: { assignmentId, userId, act: "RELEASED" },
      select: { id: true, createdAt: true, pointsBefore: true, pointsAfter: true, reason: true },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: TELLINGS_AT_MOST,
    }),
  ]);
  const [setting] = settings;
  if (!setting) throw new NotFound();
  const mine = posts.get(scoreKey(assignmentId, userId)) ?? [];
  const next = whatNext(mine, setting.settingFor(viewer), now.getTime());
  const { dueAt, closesAt } = viewer.dates;
  const { late, wordMinimum } = setting.rules.rules;
  return {
    ...{ assignmentId, title: setting.title, late, wordMinimum },
    breakdown: await showBreakdown(next.present),
    // Who cannot write any more is not told what writing would change.
    changes: viewer.can.discuss ? next.changes : [],
    dueAt: dueAt?.toISOString() ?? null,
    closesAt: closesAt?.toISOString() ?? null,
    released: decision?.releasedAt
      ? {
          points: decision.releasedPoints,
          maximum: decision.releasedMaximum ?? 0,
          version: decision.releasedVersion ?? 0,
          at: decision.releasedAt.toISOString(),
          feedback: decision.releasedFeedback,
        }
      : null,
    tellings: decision?.releasedAt ? told.map(presentTelling) : [],
    contests,
    can: { contest: can.contest && !contests.some(({ answer }) => answer === null) },
  };
}

function presentTelling(row: {
  id: string;
  createdAt: Date;
  pointsBefore: number | null;
  pointsAfter: number | null;
  reason: string;
}): Telling {
  const { id, createdAt, pointsBefore, pointsAfter, reason } = row;
  return { id, at: createdAt.toISOString(), before: pointsBefore, after: pointsAfter, reason };
}
