import { db } from "@/lib/db";
import { getCell } from "@/lib/participation/cell";
import { exportGradebook } from "@/lib/participation/export";
import { getColumns, getGradebook } from "@/lib/participation/gradebook";
import { releaseScores } from "@/lib/participation/grading";
import { importOverrides } from "@/lib/participation/import";
import { getProgress } from "@/lib/participation/progress";
import { type Post, score } from "@/lib/scoring";
import { makeCrowd } from "../../tests/support/crowd";
import { RULES } from "../../tests/support/grading";
import { randomNumbers } from "../support/random";
import { beside, type Row } from "../support/row";

const SIZES = [30, 600, 5_000];
const RUNS = 10;
const DAY = 24 * 60 * 60 * 1000;

/** Scoring by itself, and the gradebook of courses of growing size; ratios are to the smallest. */
export async function scoringRows(): Promise<Row[]> {
  const rows = [scoreClass()];
  const baselines = new Map<string, Row>();
  for (const students of SIZES) {
    for (const { name, value, unit } of await measure(students)) {
      const baseline = baselines.get(name) ?? { name, value, unit };
      baselines.set(name, baseline);
      rows.push(beside(baseline, `${students} students: ${name}`, value));
    }
  }
  return rows;
}

/** Six hundred people with a hundred posts each. */
function scoreClass(): Row {
  const random = randomNumbers(3);
  const setting = {
    rules: RULES,
    version: 1,
    dates: { dueAt: 10 * DAY, closesAt: 20 * DAY },
    part: null,
  };
  const people = Array.from({ length: 600 }, () =>
    Array.from(
      { length: 100 },
      (_, at): Post => ({
        ...{ id: `${at}`, threadId: `${at}`, kind: random() < 0.5 ? "comment" : "reply" },
        ...{ isAnswer: random() < 0.2, createdAt: random() * 22 * DAY, words: random() * 60 },
        ...{ sameness: `${Math.floor(random() * 95)}`, place: random(), votes: 0 },
        ...{ isPicked: false, promptId: null, state: "shown" },
      }),
    ),
  );
  const times = Array.from({ length: RUNS }, () => {
    const begun = performance.now();
    for (const posts of people) score(posts, setting);
    return performance.now() - begun;
  });
  return { name: "scoring 600 x 100 posts, p95", value: p95(times), unit: "ms" };
}

async function measure(students: number): Promise<Row[]> {
  const { course, teacher, assignments } = await makeCrowd({ students, assignments: 2, posts: 5 });
  const [first] = assignments;
  const people = await db.enrolment.findMany({
    where: { courseId: course.id, role: "STUDENT" },
    select: { userId: true, user: { select: { email: true } } },
    take: 5_000,
  });
  const [one] = people;
  if (!first || !one) throw new Error("the course that was just made is empty");
  const place = { assignmentId: first.id, userId: one.userId };
  const [id, courseId] = [teacher.id, course.id];
  const lines = people.map(({ user }) => `${user.email},${first.title},7,Oral`).join("\n");
  const file = `email,assignment,points,reason\n${lines}`;
  const works: Record<string, () => Promise<unknown>> = {
    "opening the gradebook, p95": () => getGradebook(id, courseId),
    "one more column, p95": () => getColumns(id, courseId, [first.id]),
    "one cell, p95": () => getCell(id, place),
    "a student's own panel, p95": () => getProgress(one.userId, first.id),
    "the file for Canvas, two columns, p95": async () => {
      for await (const _ of await exportGradebook(id, courseId, { format: "canvas" }));
    },
    "a file of overrides, a line a student, p95": () => importOverrides(id, { courseId, file }),
  };
  const rows: Row[] = [];
  for (const [name, work] of Object.entries(works)) {
    rows.push({ name, value: p95(await timesOf(work)), unit: "ms" });
  }
  // Once: who was told is not told again.
  const release = () => releaseScores(id, { assignmentId: first.id, groupId: null });
  rows.push({ name: "releasing all, once", value: await timeOf(release), unit: "ms" });
  return rows;
}

async function timesOf(work: () => Promise<unknown>): Promise<number[]> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) times.push(await timeOf(work));
  return times;
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function p95(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? 0;
}
