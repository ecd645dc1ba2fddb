import { beforeEach, describe, expect, test } from "vitest";

import {
  createCourse as create,
  joinCourse,
  removePerson,
  restorePerson,
  rotateJoinCode,
} from "@/lib/courses/mutations";
import { findInvitation, getCourse, listMyCourses } from "@/lib/courses/queries";
import { joinInput } from "@/lib/courses/schema";
import { db } from "@/lib/db";
import { Forbidden, NotFound } from "@/lib/errors";
import {
  createCourse,
  createMember,
  createUser,
  enrol,
  type Member,
} from "../../support/factories";

let course: Awaited<ReturnType<typeof createCourse>>;
let teacher: Member, assistant: Member, ada: Member;

beforeEach(async () => {
  course = await createCourse();
  teacher = await createMember(course.id, "INSTRUCTOR", "Teacher");
  assistant = await createMember(course.id, "ASSISTANT", "Assistant");
  ada = await createMember(course.id, "STUDENT", "Ada");
});

const unknown = { name: "Invalid", key: "joinCodeUnknown", details: { field: "code" } };

describe("createCourse", () => {
  test("makes whoever creates a course its instructor", async () => {
    const { id: userId } = await createUser();
    const input = { title: "Botany", term: "", timeZone: "Europe/Paris" };
    const { id } = await create(userId, input);
    expect(await getCourse(userId, id)).toMatchObject({
      ...input,
      role: "INSTRUCTOR",
      isArchived: false,
      peopleCount: 1,
      joinCode: expect.stringMatching(/^[2-9A-HJKMNP-TV-Z]{8}$/),
    });
  });
});

describe("joinCourse", () => {
  test("enrols whoever has the code as a student", async () => {
    const { id: userId } = await createUser();
    expect(await joinCourse(userId, { code: course.joinCode })).toEqual({ id: course.id });
    expect(await listMyCourses(userId)).toMatchObject([{ id: course.id, role: "STUDENT" }]);
  });

  test("takes the code as people copy it: in small letters, with spaces and hyphens", async () => {
    const { id: userId } = await createUser();
    const copied = ` ${course.joinCode.slice(0, 4)}-${course.joinCode.slice(4)} `.toLowerCase();
    expect(await joinCourse(userId, joinInput.parse({ code: copied }))).toEqual({ id: course.id });
  });

  test("enrols once, however often it is asked at once", async () => {
    const { id: userId } = await createUser();
    const join = () => joinCourse(userId, { code: course.joinCode });
    expect(await Promise.all([join(), join(), join()])).toEqual(Array(3).fill({ id: course.id }));
    expect(await db.enrolment.count({ where: { userId } })).toBe(1);
  });

  test("leaves the role of a member as it is", async () => {
    await joinCourse(teacher.id, { code: course.joinCode });
    expect(await getCourse(teacher.id, course.id)).toMatchObject({ role: "INSTRUCTOR" });
  });

  test("refuses a code that no course has, at the field of the code", async () => {
    const { id } = await createUser();
    await expect(joinCourse(id, { code: "NOSUCH22" })).rejects.toMatchObject(unknown);
  });

  test("refuses a course that is archived in the same words", async () => {
    const { id } = await createUser();
    const archived = await createCourse({ archivedAt: new Date() });
    const joining = joinCourse(id, { code: archived.joinCode });
    await expect(joining).rejects.toMatchObject(unknown);
    expect(await db.enrolment.count({ where: { userId: id } })).toBe(0);
  });

  test("does not let a removed person back in, until an instructor does", async () => {
    const person = { courseId: course.id, userId: ada.id };
    await removePerson(teacher.id, person);
    const refusal = { name: "Forbidden", key: "removedFromCourse" };
    await expect(joinCourse(ada.id, { code: course.joinCode })).rejects.toMatchObject(refusal);
    await expect(getCourse(ada.id, course.id)).rejects.toThrow(NotFound);

    await restorePerson(teacher.id, person);
    await joinCourse(ada.id, { code: course.joinCode });
    expect(await getCourse(ada.id, course.id)).toMatchObject({ role: "STUDENT" });
  });

  test("lets a person try twenty codes and no more, right ones included", async () => {
    const { id } = await createUser();
    for (let attempt = 0; attempt < 20; attempt++) {
      await expect(joinCourse(id, { code: "NOSUCH22" })).rejects.toMatchObject(unknown);
    }
    const joining = joinCourse(id, { code: course.joinCode });
    await expect(joining).rejects.toMatchObject({ name: "TooMany", key: "tooManyAttempts" });
    await joinCourse((await createUser()).id, { code: course.joinCode });
  });
});

describe("the join code", () => {
  test("tells who holds it what the course is and who teaches it", async () => {
    const invitation = { title: course.title, term: "", instructors: ["Teacher"] };
    expect(await findInvitation(course.joinCode)).toEqual(invitation);
  });

  test("tells nothing of a course that is archived", async () => {
    const archived = await createCourse({ archivedAt: new Date() });
    expect(await findInvitation(archived.joinCode)).toBeNull();
  });

  test("stops working when it is replaced", async () => {
    const { joinCode } = await rotateJoinCode(teacher.id, { courseId: course.id });
    const { id } = await createUser();
    expect(joinCode).not.toBe(course.joinCode);
    expect(await findInvitation(course.joinCode)).toBeNull();
    await expect(joinCourse(id, { code: course.joinCode })).rejects.toMatchObject(unknown);
    expect(await joinCourse(id, { code: joinCode })).toEqual({ id: course.id });
  });

  test.each([
    ["an instructor", () => teacher, true],
    ["an assistant", () => assistant, true],
    ["a student", () => ada, false],
  ])("is shown to %s: %o", async (_, person, isShown) => {
    const view = await getCourse(person().id, course.id);
    expect(view.joinCode).toBe(isShown ? course.joinCode : null);
  });
});

describe("a person's courses", () => {
  test("are those they are in, newest first, each with their role there", async () => {
    const newer = await createCourse({ title: "Astronomy", createdAt: new Date("2099-01-01") });
    const left = await createCourse();
    await enrol(newer.id, ada.id, "ASSISTANT");
    await enrol(left.id, ada.id);
    const where = { courseId_userId: { courseId: left.id, userId: ada.id } };
    await db.enrolment.update({ where, data: { status: "REMOVED" } });
    expect(await listMyCourses(ada.id)).toMatchObject([
      { id: newer.id, role: "ASSISTANT", peopleCount: 1 },
      { id: course.id, role: "STUDENT", peopleCount: 3, joinCode: null },
    ]);
  });

  test("include archived ones, which show no code any more", async () => {
    await db.course.update({ where: { id: course.id }, data: { archivedAt: new Date() } });
    expect(await listMyCourses(teacher.id)).toMatchObject([{ isArchived: true, joinCode: null }]);
    await expect(rotateJoinCode(teacher.id, { courseId: course.id })).rejects.toThrow(Forbidden);
  });

  test("are not shown to others", async () => {
    const outsider = await createUser();
    expect(await listMyCourses(outsider.id)).toEqual([]);
    await expect(getCourse(outsider.id, course.id)).rejects.toThrow(NotFound);
  });
});
