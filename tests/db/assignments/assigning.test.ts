import { beforeEach, describe, expect, test } from "vitest";

import { assignReading } from "@/lib/assignments/mutations";
import { getAssignment } from "@/lib/assignments/queries";
import { assignInput } from "@/lib/assignments/schema";
import { db } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import { archive } from "../../support/classroom";
import { createCourse, createMember, createReading, type Member } from "../../support/factories";
import { outcomeOf } from "../../support/outcome";

let course: Awaited<ReturnType<typeof createCourse>>;
let reading: Awaited<ReturnType<typeof createReading>>;
let teacher: Member;

beforeEach(async () => {
  course = await createCourse({ timeZone: "Europe/Paris" });
  teacher = await createMember(course.id, "INSTRUCTOR");
  reading = await createReading({ ownerId: teacher.id });
});

/** Assigns as the form does; what it leaves out is what the form leaves empty. */
function assign(userId: string, given: Partial<Parameters<typeof assignReading>[1]> = {}) {
  const input = assignInput.parse({ courseId: course.id, readingId: reading.id, ...given });
  return assignReading(userId, input);
}

async function expectNoneAssigned() {
  expect(await db.assignment.count({ where: { courseId: course.id } })).toBe(0);
}

describe("assigning a reading", () => {
  test("gives it to the course with what was said about it", async () => {
    const { id } = await assign(teacher.id, {
      title: "Chapter one",
      instructions: "Mark what surprises you.",
      opensAt: "2026-01-15T08:00",
      dueAt: "2026-01-22T23:59",
    });
    expect(
      await getAssignment(teacher.id, id, { now: new Date("2026-01-16T00:00:00Z") }),
    ).toMatchObject({
      title: "Chapter one",
      instructions: "Mark what surprises you.",
      opensAt: "2026-01-15T07:00:00.000Z",
      dueAt: "2026-01-22T22:59:00.000Z",
      isOpen: true,
      course: { id: course.id, timeZone: "Europe/Paris", isArchived: false },
      reading: { title: reading.title, author: "Aesop", source: "", language: "en" },
      revisionId: reading.revisionId,
      viewer: { userId: teacher.id, role: "INSTRUCTOR" },
      can: { read: true, annotate: true, edit: true },
    });
  });

  test("without a title takes the reading's own, without dates is open and never due", async () => {
    const { id } = await assign(teacher.id);
    expect(await getAssignment(teacher.id, id)).toMatchObject({
      ...{ title: reading.title, opensAt: null, dueAt: null, isOpen: true },
    });
  });

  test("takes the newest revision", async () => {
    const { document, text, hash } = await db.revision.findUniqueOrThrow({
      where: { id: reading.revisionId },
    });
    const newer = await db.revision.create({
      data: { readingId: reading.id, number: 2, document: document ?? {}, text, hash },
    });
    const { id } = await assign(teacher.id);
    expect(await getAssignment(teacher.id, id)).toMatchObject({ revisionId: newer.id });
  });

  test.each([
    ["ASSISTANT", "Forbidden"],
    ["STUDENT", "Forbidden"],
  ] as const)("by one %s of the course is %s", async (role, refusal) => {
    const member = await createMember(course.id, role);
    reading = await createReading({ ownerId: member.id });
    expect(await outcomeOf(assign(member.id))).toBe(refusal);
    await expectNoneAssigned();
  });

  test("by somebody who is not in the course is NotFound", async () => {
    const stranger = await createMember((await createCourse()).id, "INSTRUCTOR");
    reading = await createReading({ ownerId: stranger.id });
    await expect(assign(stranger.id)).rejects.toThrow(NotFound);
    await expectNoneAssigned();
  });

  test("of somebody else's library is NotFound, as one that does not exist", async () => {
    reading = await createReading();
    await expect(assign(teacher.id)).rejects.toThrow(NotFound);
    await expect(assign(teacher.id, { readingId: crypto.randomUUID() })).rejects.toThrow(NotFound);
    await expectNoneAssigned();
  });

  test("to an archived course is refused", async () => {
    await archive(course.id);
    const refusal = { name: "Conflict", key: "courseArchived" };
    await expect(assign(teacher.id)).rejects.toMatchObject(refusal);
    await expectNoneAssigned();
  });

  test.each(["2026-01-15T08:00", "2026-01-15T07:59"])(
    "that opens at eight and is due at %s is refused at the due date",
    async (dueAt) => {
      const refusal = { name: "Invalid", key: "dueBeforeOpen", details: { field: "dueAt" } };
      const assigning = assign(teacher.id, { opensAt: "2026-01-15T08:00", dueAt });
      await expect(assigning).rejects.toMatchObject(refusal);
      await expectNoneAssigned();
    },
  );

  test.each(["opensAt", "dueAt"] as const)(
    "on a day that does not exist is refused at %s",
    async (field) => {
      const refusal = { name: "Invalid", key: "wrongDate", details: { field } };
      const assigning = assign(teacher.id, { [field]: "2026-02-30T08:00" });
      await expect(assigning).rejects.toMatchObject(refusal);
      await expectNoneAssigned();
    },
  );
});

describe("a due date in the course's zone", () => {
  test.each([
    ["in winter", "2026-01-15T12:00", "2026-01-15T11:00:00.000Z"],
    ["in summer", "2026-07-15T12:00", "2026-07-15T10:00:00.000Z"],
    ["before the clocks go forward", "2026-03-29T01:59", "2026-03-29T00:59:00.000Z"],
    ["in the hour that is skipped, an hour later", "2026-03-29T02:30", "2026-03-29T01:30:00.000Z"],
    ["after the clocks went forward", "2026-03-29T03:00", "2026-03-29T01:00:00.000Z"],
    [
      "in the hour that comes twice, the first time",
      "2026-10-25T02:30",
      "2026-10-25T00:30:00.000Z",
    ],
    ["after the clocks went back", "2026-10-25T03:00", "2026-10-25T02:00:00.000Z"],
  ])("%s: %s is %s", async (_, dueAt, instant) => {
    const { id } = await assign(teacher.id, { dueAt });
    expect(await getAssignment(teacher.id, id)).toMatchObject({ dueAt: instant });
  });

  test("is of that zone and not of the server's: far east and far west differ by a day", async () => {
    const instants = await Promise.all(
      ["Pacific/Kiritimati", "Pacific/Niue"].map(async (timeZone) => {
        const place = await createCourse({ timeZone });
        const { id: userId } = await createMember(place.id, "INSTRUCTOR");
        const { id: readingId } = await createReading({ ownerId: userId });
        const dueAt = "2026-05-01T12:00";
        const input = assignInput.parse({ courseId: place.id, readingId, dueAt });
        return (await getAssignment(userId, (await assignReading(userId, input)).id)).dueAt;
      }),
    );
    expect(instants).toEqual(["2026-04-30T22:00:00.000Z", "2026-05-01T23:00:00.000Z"]);
  });
});
