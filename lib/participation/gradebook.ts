import "server-only";

import { listRules } from "@/lib/assignments/rules";
import { type GroupView, listGroups } from "@/lib/courses/groups";
import { courseAbilities } from "@/lib/courses/policy";
import { getCourseViewer } from "@/lib/courses/queries";
import { db } from "@/lib/db";
import { authorize, NotFound } from "@/lib/errors";
import { listScores, type Scored } from "./scores";
import { listStudents, type Student } from "./students";

/** What a cell is, added up. */
export const CELL = {
  overridden: 1,
  released: 2,
  moved: 4,
  contested: 8,
  complete: 16,
  active: 32,
} as const;

/** A cell as it travels: the points that hold, and what it is. */
export type Cell = readonly [points: number | null, flags: number];

/** A column of the gradebook, in the order of its students. */
export interface Column {
  assignmentId: string;
  cells: Cell[];
}

export interface GradebookAssignment {
  id: string;
  title: string;
  maximum: number;
  grading: "points" | "complete";
}

export interface GradebookView {
  students: Student[];
  assignments: GradebookAssignment[];
  groups: GroupView[];
  /** Those that come with the page; the others are asked for when they are looked at. */
  columns: Column[];
  canGrade: boolean;
}

const COLUMNS_AT_MOST = 200;
const COLUMNS_WITH_PAGE = 8;

/** The gradebook of a course, for its staff. @throws NotFound, Forbidden */
export async function getGradebook(userId: string, courseId: string): Promise<GradebookView> {
  const viewer = await getCourseViewer(userId, courseId);
  const can = courseAbilities(viewer);
  authorize(can.seeGradebook);
  const [students, assignments, groups] = await Promise.all([
    listStudents(courseId),
    listColumns(courseId),
    listGroups(userId, courseId),
  ]);
  const first = assignments.slice(0, COLUMNS_WITH_PAGE).map(({ id }) => id);
  const columns = await readColumns(first, students);
  return { students, assignments, groups, columns, canGrade: can.grade };
}

/** More columns of it. @throws NotFound when one is of another course; Forbidden */
export async function getColumns(
  userId: string,
  courseId: string,
  assignmentIds: readonly string[],
): Promise<Column[]> {
  authorize(courseAbilities(await getCourseViewer(userId, courseId)).seeGradebook);
  const where = { courseId, id: { in: [...assignmentIds] } };
  const [count, students] = await Promise.all([
    db.assignment.count({ where }),
    listStudents(courseId),
  ]);
  if (count !== new Set(assignmentIds).size) throw new NotFound();
  return readColumns(assignmentIds, students);
}

/** The assignments of a course in the order of their columns: by due date, those without one last. */
export async function listColumns(courseId: string): Promise<GradebookAssignment[]> {
  const rows = await db.assignment.findMany({
    where: { courseId },
    select: { id: true, title: true },
    orderBy: [{ dueAt: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }, { id: "asc" }],
    take: COLUMNS_AT_MOST,
  });
  const rules = await listRules(rows.map(({ id }) => id));
  return rows.map(({ id, title }) => {
    const { points = 0, grading = "points" } = rules.get(id)?.rules ?? {};
    return { id, title, maximum: points, grading };
  });
}

async function readColumns(ids: readonly string[], students: Student[]): Promise<Column[]> {
  const columns = await listScores(ids, students);
  return columns.map(({ setting, scores }) => ({
    assignmentId: setting.id,
    cells: scores.map(presentCell),
  }));
}

function presentCell({ breakdown, points, decision, hasMoved, isContested }: Scored): Cell {
  const flags =
    (decision !== null && decision.overridePoints !== null ? CELL.overridden : 0) |
    (decision !== null && decision.releasedAt !== null ? CELL.released : 0) |
    (hasMoved ? CELL.moved : 0) |
    (isContested ? CELL.contested : 0) |
    (breakdown.isComplete ? CELL.complete : 0) |
    (breakdown.posts.length > 0 ? CELL.active : 0);
  return [points, flags];
}
