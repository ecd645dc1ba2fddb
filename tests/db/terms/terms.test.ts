import { beforeEach, describe, expect, test } from "vitest";
import { listActivity } from "@/lib/annotations/activity";
import { createAnnotation } from "@/lib/annotations/mutations";
import { db } from "@/lib/db";
import { Forbidden, NotFound } from "@/lib/errors";
import { archiveCourse, copyCourse } from "@/lib/terms/mutations";
import { getCopySource } from "@/lib/terms/queries";
import { copyCourseInput } from "@/lib/terms/schema";
import { type Classroom, openClassroom } from "../../support/classroom";
import { annotate, annotationOf, createAssignment, reply } from "../../support/factories";

let room: Classroom;

beforeEach(async () => {
  room = await openClassroom({
    opensAt: new Date("2026-03-20T08:00:00Z"),
    dueAt: new Date("2026-03-27T22:59:00Z"),
  });
  const { course } = room;
  await db.course.update({ where: { id: course.id }, data: { timeZone: "Europe/Amsterdam" } });
});

const copy = (given: object = {}) =>
  copyCourse(
    room.instructor.id,
    copyCourseInput.parse({ courseId: room.course.id, title: "Next year", ...given }),
  );

const read = (courseId: string) =>
  db.course.findUniqueOrThrow({
    where: { id: courseId },
    include: {
      assignments: { include: { annotations: { include: { comments: true, anchors: true } } } },
      enrolments: true,
      groups: { include: { memberships: true } },
      tags: true,
    },
  });

describe("copying a course", () => {
  test("takes readings, settings, groups and tags along, and nobody but its maker", async () => {
    const { course, assignment, author, classmate } = room;
    await db.assignment.update({
      where: { id: assignment.id },
      data: { wordMinimum: 40, anonymityAllowed: true, audienceDefault: "GROUP" },
    });
    await db.group.create({
      data: {
        ...{ courseId: course.id, name: "Monday", position: 0 },
        memberships: { create: { userId: author.id } },
      },
    });
    await db.courseTag.create({ data: { courseId: course.id, name: "style" } });
    await annotate(classmate.id, assignment, "fox", { says: "A student's words." });

    const made = await read((await copy({ withNotes: "on" })).id);
    expect(made).toMatchObject({
      ...{ title: "Next year", timeZone: "Europe/Amsterdam" },
      enrolments: [{ userId: room.instructor.id, role: "INSTRUCTOR" }],
      groups: [{ name: "Monday", memberships: [] }],
      tags: [{ name: "style" }],
      assignments: [
        {
          ...{ readingId: assignment.readingId, revisionId: assignment.revisionId },
          ...{ wordMinimum: 40, anonymityAllowed: true, audienceDefault: "GROUP" },
          ...{ opensAt: null, dueAt: null, annotations: [] },
        },
      ],
    });
    expect(made.joinCode).not.toBe((await read(course.id)).joinCode);
  });

  test("moves all dates by as many days, each at its time, over changes of clocks", async () => {
    await createAssignment(room.course.id, { dueAt: new Date("2026-04-03T10:00:00Z") });
    expect(await getCopySource(room.instructor.id, room.course.id)).toMatchObject({
      firstDay: "2026-03-20",
    });
    const { assignments } = await read((await copy({ firstDay: "2026-10-19" })).id);
    const dates = assignments.map(({ opensAt, dueAt }) => [opensAt, dueAt]);
    expect(dates).toEqual(
      expect.arrayContaining([
        [new Date("2026-10-19T07:00:00Z"), new Date("2026-10-26T22:59:00Z")],
        [null, new Date("2026-11-02T11:00:00Z")],
      ]),
    );
  });

  test("takes its maker's own notes along with their passages, and no replies to them", async () => {
    const { assignment, instructor, assistant, author } = room;
    const note = await annotate(instructor.id, assignment, "lazy dog", { says: "Look here." });
    await reply(author.id, note.id, "I looked.");
    await annotate(instructor.id, assignment, "fox", { says: "For me.", audience: "ONLY_ME" });
    await annotate(instructor.id, assignment, "brown");
    await annotate(assistant.id, assignment, "one eye", { says: "Somebody else's." });
    expect((await getCopySource(instructor.id, room.course.id)).noteCount).toBe(3);

    const made = await read((await copy({ withNotes: "on" })).id);
    const notes = made.assignments.flatMap(({ annotations }) => annotations);
    expect(
      notes
        .map(({ quote, audience, comments }) => [
          quote,
          audience,
          ...comments.map(({ text }) => text),
        ])
        .toSorted(),
    ).toEqual([
      ["brown", "COURSE"],
      ["fox", "ONLY_ME", "For me."],
      ["lazy dog", "COURSE", "Look here."],
    ]);
    for (const { anchors, quote } of notes) {
      expect(assignment.text.slice(anchors[0]!.start, anchors[0]!.end)).toBe(quote);
    }
    expect((await read((await copy()).id)).assignments[0]!.annotations).toEqual([]);
  });

  test("is for instructors of the course, archived or not", async () => {
    await archiveCourse(room.instructor.id, { courseId: room.course.id, isArchived: true });
    await copy();
    const input = copyCourseInput.parse({ courseId: room.course.id, title: "Mine" });
    for (const { id } of [room.author, room.assistant]) {
      await expect(copyCourse(id, input)).rejects.toThrow(Forbidden);
      await expect(getCopySource(id, room.course.id)).rejects.toThrow(Forbidden);
    }
    for (const { id } of [room.stranger, room.removed]) {
      await expect(copyCourse(id, input)).rejects.toThrow(NotFound);
    }
  });
});

describe("an archived course", () => {
  test("is read and not written in, until it is opened again", async () => {
    const { course, assignment, author, instructor } = room;
    await annotate(author.id, assignment, "fox", { says: "Before." });
    await archiveCourse(instructor.id, { courseId: course.id, isArchived: true });
    await archiveCourse(instructor.id, { courseId: course.id, isArchived: true });
    const input = annotationOf(assignment, "dog");
    await expect(createAnnotation(author.id, assignment.id, input)).rejects.toThrow(Forbidden);
    const activity = await listActivity(author.id, [assignment.id]);
    expect(activity[assignment.id]).toMatchObject({ annotationCount: 1 });
    await archiveCourse(instructor.id, { courseId: course.id, isArchived: false });
    await createAnnotation(author.id, assignment.id, input);
    const events = await db.event.count({
      where: { assignmentId: assignment.id, type: "ASSIGNMENT" },
    });
    expect(events).toBe(2);
  });

  test("is an instructor's to make", async () => {
    const input = { courseId: room.course.id, isArchived: true };
    for (const { id } of [room.author, room.assistant]) {
      await expect(archiveCourse(id, input)).rejects.toThrow(Forbidden);
    }
    await expect(archiveCourse(room.stranger.id, input)).rejects.toThrow(NotFound);
  });
});
