import { describe, expect, test } from "vitest";

import { assignInput, assignmentParams } from "@/lib/assignments/schema";

const courseId = "019a0de0-0000-7000-8000-000000000001";
const readingId = "019a0de0-0000-7000-8000-000000000002";

describe("an assignment's input", () => {
  test("needs a course and a reading, and nothing more", () => {
    expect(assignInput.parse({ courseId, readingId })).toEqual({
      courseId,
      readingId,
      title: "",
      instructions: "",
      opensAt: null,
      dueAt: null,
      closesAt: null,
      audienceDefault: "COURSE",
      anonymityAllowed: false,
      rules: {
        ...{ grading: "points", points: 10, wordMinimum: 0, expectations: [] },
        late: { graceMinutes: 0, percentPerDay: 0 },
      },
    });
  });

  test.each([
    ["2026-11-24T23:59", "2026-11-24T23:59"],
    ["2026-11-24 23:59", "2026-11-24T23:59"],
    ["2026-11-24T23:59:30", "2026-11-24T23:59:30"],
    ["  2026-11-24T23:59 ", "2026-11-24T23:59"],
    ["", null],
    ["   ", null],
  ])("takes a date as a browser or a person writes it: %j", (dueAt, read) => {
    expect(assignInput.parse({ courseId, readingId, dueAt }).dueAt).toBe(read);
  });

  test.each([
    "24.11.2026",
    "2026-11-24",
    "2026-11-24T23:59Z",
    "2026-11-24T23:59+01:00",
    "now",
    "2026-11-24T23:59:30.123",
  ])("refuses %j for a date, in our own words", (dueAt) => {
    const { error } = assignInput.safeParse({ courseId, readingId, dueAt });
    expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ["dueAt", "wrongDate"],
    ]);
  });

  test.each([
    { courseId: "1" },
    { readingId: undefined },
    { title: "a".repeat(301) },
    { instructions: "a".repeat(10_001) },
    { dueAt: 1 },
    { dueAt: "2026-11-24T23:59".padEnd(40, "0") },
    { wish: 10 },
    { points: -1 },
    { threadsWeight: 1, spreadCap: 21 },
    { repliesWeight: 1, repliesMinimum: 3, repliesCap: 2 },
  ])("is refused: %j", (wrong) => {
    expect(assignInput.safeParse({ courseId, readingId, ...wrong }).success).toBe(false);
  });

  test("expects what weighs something, each with a cap that its minimum fits under", () => {
    const typed = { threadsWeight: "2", threadsMinimum: "3", wordsWeight: "0", wordsMinimum: "50" };
    const expectations = [{ kind: "threads", minimum: 3, cap: 3, weight: 2 }];
    expect(assignInput.parse({ courseId, readingId, ...typed }).rules).toMatchObject({
      expectations,
    });
  });

  test("counts words without the space around them", () => {
    const instructions = `  ${"a".repeat(10_000)}  `;
    expect(assignInput.parse({ courseId, readingId, instructions }).instructions).toHaveLength(
      10_000,
    );
  });
});

test("an address with an id that is none is no address", () => {
  expect(assignmentParams.safeParse({ assignmentId: courseId }).success).toBe(true);
  expect(assignmentParams.safeParse({ assignmentId: "new" }).success).toBe(false);
});
