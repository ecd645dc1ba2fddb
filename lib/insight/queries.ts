import "server-only";

import { getAssignment, getAssignmentViewer, listAssignments } from "@/lib/assignments/queries";
import { courseAbilities } from "@/lib/courses/policy";
import { getCourseViewer } from "@/lib/courses/queries";
import { db } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import { countOpenQuestions, countTalk, listOpenQuestions, listTags, listVoices } from "./counts";
import { beginningOf, partsOf } from "./parts";
import { countBegun, countRemindable, listNotBegun } from "./people";
import type { AssignmentInsight, AssignmentRow, Week } from "./present";
import { countWeeks } from "./weeks";

/** As many rows as a page holds and a person can tell apart. */
const PARTS = 24;
const BEGINNING = 60;

/**
 * What an assignment's discussion shows of the class, for its staff: where they talk, ask and are
 * silent, what is open, and who has not begun. It counts posts that the staff may read, and nothing
 * of what people do otherwise; notes for oneself count nowhere.
 *
 * @throws NotFound also when the person is not one of the staff
 */
export async function getAssignmentInsight(
  userId: string,
  assignmentId: string,
): Promise<AssignmentInsight> {
  const { courseId, revisionId, ...viewer } = await getAssignmentViewer(userId, assignmentId);
  const can = courseAbilities(viewer);
  if (!can.seeInsights) throw new NotFound();
  const place = { assignmentId, revisionId, courseId };
  const [assignment, { text }] = await Promise.all([
    getAssignment(userId, assignmentId),
    db.revision.findUniqueOrThrow({ where: { id: revisionId }, select: { text: true } }),
  ]);
  const parts = partsOf(text, PARTS);
  const [talk, questions, openCount, voices, tags, begun, notBegun, remindable] = await Promise.all(
    [
      countTalk(place, parts),
      listOpenQuestions(place),
      countOpenQuestions(place),
      listVoices(place),
      listTags(place),
      countBegun(courseId, [assignmentId]),
      listNotBegun(place),
      can.remind ? countRemindable(place, new Date()) : 0,
    ],
  );
  return {
    assignmentId,
    title: assignment.title,
    parts: parts.map((part, index) => ({
      beginning: beginningOf(text, part, BEGINNING),
      ...(talk.get(index) ?? { threads: 0, posts: 0, questions: 0, open: 0 }),
    })),
    ...{ questions, openCount, voices, tags, notBegun, remindable },
    people: begun.people,
    begun: begun.byAssignment.get(assignmentId) ?? 0,
  };
}

/** A course's participation over its weeks and its assignments, for the staff. @throws NotFound */
export async function getCourseInsight(
  userId: string,
  courseId: string,
): Promise<{ weeks: Week[]; people: number; assignments: AssignmentRow[] }> {
  const viewer = await getCourseViewer(userId, courseId);
  if (!courseAbilities(viewer).seeInsights) throw new NotFound();
  const cards = await listAssignments(userId, courseId);
  const ids = cards.map(({ id }) => id);
  const [weeks, begun, counts] = await Promise.all([
    countWeeks(courseId),
    countBegun(courseId, ids),
    countByAssignment(ids),
  ]);
  return {
    weeks,
    people: begun.people,
    assignments: cards.map(({ id, title }) => ({
      ...{ id, title },
      begun: begun.byAssignment.get(id) ?? 0,
      ...(counts.get(id) ?? { posts: 0, open: 0 }),
    })),
  };
}

async function countByAssignment(ids: string[]) {
  const rows = await db.annotation.groupBy({
    by: ["assignmentId"],
    where: { assignmentId: { in: ids }, ...SHARED },
    _sum: { commentCount: true },
  });
  const open = await db.annotation.groupBy({
    by: ["assignmentId"],
    where: { assignmentId: { in: ids }, ...SHARED, kind: "QUESTION", answeredAt: null },
    _count: true,
  });
  const openOf = new Map(open.map((row) => [row.assignmentId, row._count]));
  return new Map(
    rows.map(({ assignmentId, _sum }) => [
      assignmentId,
      { posts: _sum.commentCount ?? 0, open: openOf.get(assignmentId) ?? 0 },
    ]),
  );
}

const SHARED = {
  deletedAt: null,
  mergedIntoId: null,
  heldAt: null,
  audience: { not: "ONLY_ME" as const },
};
