import "server-only";

import { stringify } from "csv-stringify/sync";

import { listGroups } from "@/lib/courses/groups";
import { courseAbilities } from "@/lib/courses/policy";
import { getCourseViewer } from "@/lib/courses/queries";
import { db } from "@/lib/db";
import { authorize } from "@/lib/errors";
import { type GradebookAssignment, listColumns } from "./gradebook";
import type { ExportQuery } from "./schema";
import { listScores } from "./scores";
import { listStudents, type Student } from "./students";

/** What a line of the file is made of. */
interface Line {
  student: Student;
  email: string;
  section: string;
  /** The points that hold, in the order of the columns. */
  points: (number | null)[];
}

/** The columns before the assignments', and the lines above the students', as each system reads them. */
const SHAPES = {
  canvas: {
    // Canvas matches students by these names and needs the line of possible points.
    head: ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"],
    person: ({ student, email, section }: Line) => [student.name, "", "", email, section],
    above: (assignments: GradebookAssignment[]) => [
      ["Points Possible", "", "", "", "", ...assignments.map(({ maximum }) => `${maximum}`)],
    ],
    columnOf: ({ title }: GradebookAssignment) => title,
  },
  moodle: {
    head: ["Email address", "Full name", "Groups"],
    person: ({ student, email, section }: Line) => [email, student.name, section],
    above: () => [],
    columnOf: ({ title }: GradebookAssignment) => title,
  },
  plain: {
    head: ["Name", "Email", "Group"],
    person: ({ student, email, section }: Line) => [student.name, email, section],
    above: () => [],
    columnOf: ({ title, maximum }: GradebookAssignment) => `${title} (${maximum})`,
  },
} as const;

/** Scored at once: bounds what is held of their posts. */
const ASSIGNMENTS_AT_ONCE = 10;
const LINES_A_PIECE = 500;

/** The mark by which spreadsheets know UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";

/**
 * The gradebook as a file, for its staff: who may is asked before the first piece is made. Cells
 * that a spreadsheet would take for a formula begin with an apostrophe.
 *
 * @throws NotFound, Forbidden
 */
export async function exportGradebook(
  userId: string,
  courseId: string,
  { format, group }: ExportQuery,
): Promise<AsyncGenerator<string>> {
  authorize(courseAbilities(await getCourseViewer(userId, courseId)).seeGradebook);
  const [assignments, students, groups] = await Promise.all([
    listColumns(courseId),
    listStudents(courseId, { groupId: group }),
    listGroups(userId, courseId),
  ]);
  const emails = await listEmails(courseId);
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  return writeFile(format, assignments, students, (student) => ({
    email: emails.get(student.userId) ?? "",
    section: names.get(student.groupId ?? "") ?? "",
  }));
}

async function* writeFile(
  format: ExportQuery["format"],
  assignments: GradebookAssignment[],
  students: Student[],
  facts: (student: Student) => { email: string; section: string },
): AsyncGenerator<string> {
  const { head, above, columnOf, person } = SHAPES[format];
  const columns = new Map<string, (number | null)[]>();
  for (let at = 0; at < assignments.length; at += ASSIGNMENTS_AT_ONCE) {
    const ids = assignments.slice(at, at + ASSIGNMENTS_AT_ONCE).map(({ id }) => id);
    for (const { setting, scores } of await listScores(ids, students)) {
      const points = scores.map((scored) => scored.points);
      columns.set(setting.id, points);
    }
  }
  yield BYTE_ORDER_MARK + lines([[...head, ...assignments.map(columnOf)], ...above(assignments)]);
  for (let at = 0; at < students.length; at += LINES_A_PIECE) {
    const piece = students.slice(at, at + LINES_A_PIECE).map((student, index) => {
      const points = assignments.map(({ id }) => columns.get(id)?.[at + index] ?? null);
      const line = { student, points, ...facts(student) };
      return [...person(line), ...points.map((each) => each?.toString() ?? "")];
    });
    yield lines(piece);
  }
}

async function listEmails(courseId: string): Promise<Map<string, string>> {
  const rows = await db.enrolment.findMany({
    where: { courseId, status: "ACTIVE", role: "STUDENT" },
    select: { userId: true, user: { select: { email: true } } },
  });
  return new Map(rows.map(({ userId, user }) => [userId, user.email]));
}

function lines(rows: string[][]): string {
  return stringify(rows, { escape_formulas: true, record_delimiter: "windows" });
}
