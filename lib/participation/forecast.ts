import "server-only";

import { readDates } from "@/lib/assignments/mutations";
import { getAssignmentViewer } from "@/lib/assignments/queries";
import { isSame } from "@/lib/assignments/rules";
import type { AssignmentSettings } from "@/lib/assignments/schema";
import { db, type Transaction } from "@/lib/db";
import { authorize } from "@/lib/errors";
import { score } from "@/lib/scoring";
import { listScoringPosts, scoreKey } from "./posts";
import { listSettings, withProposal } from "./settings";
import { listStudents } from "./students";

/** What other rules or dates would do to the scores, on the posts that are there. */
export interface RulesForecast {
  /** Students who have posted. */
  active: number;
  students: number;
  gains: number;
  loses: number;
  /** Who gains and who loses, in the gradebook's order, those who lose first. */
  changed: ForecastRow[];
  /** There are more than are listed. */
  hasMore: boolean;
  /** Students to whom a score was told: theirs stays as it is until it is released anew. */
  released: number;
}

export interface ForecastRow {
  userId: string;
  name: string;
  before: number | null;
  after: number | null;
  wasComplete: boolean;
  isComplete: boolean;
}

const ROWS_AT_MOST = 200;

/** What saving these settings would do to whom. Writes nothing. @throws NotFound, Forbidden, Invalid */
export async function forecastSettings(
  userId: string,
  assignmentId: string,
  settings: AssignmentSettings,
  tx: Transaction = db,
): Promise<RulesForecast> {
  const { courseId, can } = await getAssignmentViewer(userId, assignmentId, { tx });
  authorize(can.edit);
  const dates = await readDates(courseId, settings);
  const [[present], extended, students, posts, released] = await Promise.all([
    listSettings([assignmentId], tx),
    tx.extension.findMany({
      where: { assignmentId },
      select: { userId: true, groupId: true, dueAt: true, closesAt: true },
    }),
    listStudents(courseId, { tx }),
    listScoringPosts([assignmentId], { tx }),
    tx.score.count({ where: { assignmentId, releasedAt: { not: null } } }),
  ]);
  if (!present) throw new Error("an assignment that was just looked up is gone");
  const version = isSame(present.rules.rules, settings.rules) ? 0 : 1;
  const rules = { version: present.rules.version + version, rules: settings.rules };
  const proposed = withProposal(present, { rules, dates }, extended);
  const rows = students.map((student): ForecastRow => {
    const { userId: id, name } = student;
    const mine = posts.get(scoreKey(assignmentId, id)) ?? [];
    const before = score(mine, present.settingFor(student));
    const after = score(mine, proposed.settingFor(student));
    return {
      ...{ userId: id, name, before: before.points, after: after.points },
      ...{ wasComplete: before.isComplete, isComplete: after.isComplete },
    };
  });
  const changed = rows.filter((row) => directionOf(row) !== 0);
  const active = students.filter(({ userId: id }) => posts.has(scoreKey(assignmentId, id))).length;
  return {
    ...{ active, students: students.length, released },
    gains: changed.filter((row) => directionOf(row) > 0).length,
    loses: changed.filter((row) => directionOf(row) < 0).length,
    changed: changed.toSorted((a, b) => directionOf(a) - directionOf(b)).slice(0, ROWS_AT_MOST),
    hasMore: changed.length > ROWS_AT_MOST,
  };
}

function directionOf({ before, after, wasComplete, isComplete }: ForecastRow): number {
  const points = Math.sign((after ?? 0) - (before ?? 0));
  return points || Number(isComplete) - Number(wasComplete);
}
