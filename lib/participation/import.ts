import "server-only";

import { parse } from "csv-parse/sync";

import { courseAbilities } from "@/lib/courses/policy";
import { getCourseViewer } from "@/lib/courses/queries";
import { db, type Transaction } from "@/lib/db";
import { authorize, Invalid } from "@/lib/errors";
import { listColumns } from "./gradebook";
import { scoreKey } from "./posts";
import type { ImportInput } from "./schema";

/** Why a line cannot be taken, by what it is called in `messages/`. */
export type LineProblem =
  | "person"
  | "assignment"
  | "ambiguous"
  | "points"
  | "tooMany"
  | "reason"
  | "twice";

/** What came of a file: how many scores it changed, or what is wrong with which lines. */
export interface ImportOutcome {
  changed: number;
  /** Nothing was changed where there is any. Lines count from 1, the header included. */
  problems: { line: number; problem: LineProblem }[];
}

/** An override as a line of the file has it. */
interface Override {
  line: number;
  assignmentId: string;
  userId: string;
  points: number;
  reason: string;
}

const LINES_AT_MOST = 20_000;
const COLUMNS = ["email", "assignment", "points", "reason"] as const;

type Line = Record<(typeof COLUMNS)[number], string>;

/**
 * Takes overrides from a file with the columns `email`, `assignment` (its title), `points` and
 * `reason`: all of them, or none where a line is wrong. Nothing is released by it.
 *
 * @throws NotFound, Forbidden
 * @throws Invalid for a file that is no such table
 */
export async function importOverrides(
  userId: string,
  { courseId, file }: ImportInput,
): Promise<ImportOutcome> {
  const viewer = await getCourseViewer(userId, courseId);
  authorize(courseAbilities(viewer).grade);
  const lines = readLines(file);
  const { overrides, problems } = await understand(courseId, lines);
  if (problems.length > 0) return { changed: 0, problems };
  await db.$transaction((tx) => store(tx, userId, overrides));
  return { changed: overrides.length, problems: [] };
}

function readLines(file: string): Line[] {
  let rows: string[][];
  try {
    rows = parse(file, { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true });
  } catch {
    throw new Invalid("notCsv", { field: "file" });
  }
  const [head = [], ...rest] = rows;
  const places = COLUMNS.map((name) => head.findIndex((cell) => cell.toLowerCase() === name));
  if (places.includes(-1)) throw new Invalid("csvColumns", { field: "file" });
  if (rest.length > LINES_AT_MOST) throw new Invalid("csvTooLong", { field: "file" });
  return rest.map((cells) => {
    const [email = "", assignment = "", points = "", reason = ""] = places.map((place) =>
      // The apostrophe by which an export keeps a spreadsheet from running it.
      (cells[place] ?? "").replace(/^'(?=[=+\-@\t\r])/, ""),
    );
    return { email, assignment, points, reason };
  });
}

async function understand(courseId: string, lines: Line[]) {
  const [assignments, people] = await Promise.all([
    listColumns(courseId),
    db.enrolment.findMany({
      where: { courseId, status: "ACTIVE", role: "STUDENT" },
      select: { userId: true, user: { select: { email: true } } },
    }),
  ]);
  const byEmail = new Map(people.map(({ userId, user }) => [user.email.toLowerCase(), userId]));
  const byTitle = new Map<string, typeof assignments>();
  for (const assignment of assignments) {
    const title = assignment.title.trim().toLowerCase();
    byTitle.set(title, [...(byTitle.get(title) ?? []), assignment]);
  }
  const said = new Set<string>();
  const overrides: Override[] = [];
  const problems: ImportOutcome["problems"] = [];
  for (const [at, typed] of lines.entries()) {
    const named = byTitle.get(typed.assignment.toLowerCase()) ?? [];
    const result = readOverride(typed, { named, userId: byEmail.get(typed.email.toLowerCase()) });
    const line = at + 2;
    if (typeof result === "string") {
      problems.push({ line, problem: result });
      continue;
    }
    const key = scoreKey(result.assignmentId, result.userId);
    if (said.has(key)) problems.push({ line, problem: "twice" });
    said.add(key);
    overrides.push({ line, ...result });
  }
  return { overrides, problems };
}

interface Known {
  named: { id: string; maximum: number }[];
  userId: string | undefined;
}

function readOverride(
  { points: typed, reason }: Line,
  { named, userId }: Known,
): Omit<Override, "line"> | LineProblem {
  const [assignment, ...others] = named;
  if (userId === undefined) return "person";
  if (!assignment) return "assignment";
  if (others.length > 0) return "ambiguous";
  if (!/^\d{1,6}([.,]\d{1,4})?$/.test(typed)) return "points";
  const points = Math.round(Number(typed.replace(",", ".")) * 100) / 100;
  if (points > 1_000) return "tooMany";
  if (reason === "" || reason.length > 2_000) return "reason";
  return { assignmentId: assignment.id, userId, points, reason };
}

/** All of them in two statements. */
async function store(tx: Transaction, actorId: string, overrides: Override[]): Promise<void> {
  const rows = overrides.map(({ assignmentId, userId, points, reason }) => ({
    ...{ assignment_id: assignmentId, user_id: userId, points, reason },
  }));
  const given = JSON.stringify(rows);
  await tx.$executeRaw`
    INSERT INTO score_change (id, assignment_id, user_id, actor_id, act, points_before,
      points_after, reason)
    SELECT gen_random_uuid(), given.assignment_id, given.user_id, ${actorId}::uuid, 'OVERRIDDEN',
      score.override_points, given.points, given.reason
    FROM jsonb_to_recordset(${given}::jsonb)
      AS given (assignment_id uuid, user_id uuid, points float8, reason text)
    LEFT JOIN score ON score.assignment_id = given.assignment_id AND score.user_id = given.user_id`;
  await tx.$executeRaw`
    INSERT INTO score (assignment_id, user_id, override_points, override_reason, updated_at)
    SELECT assignment_id, user_id, points, reason, now()
    FROM jsonb_to_recordset(${given}::jsonb)
      AS given (assignment_id uuid, user_id uuid, points float8, reason text)
    ON CONFLICT (assignment_id, user_id) DO UPDATE SET
      override_points = EXCLUDED.override_points, override_reason = EXCLUDED.override_reason,
      updated_at = now(), version = score.version + 1`;
}
