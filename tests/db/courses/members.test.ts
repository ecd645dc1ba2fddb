import { beforeEach, describe, expect, test } from "vitest";

import { changeRole, leaveCourse } from "@/lib/courses/mutations";
import { membershipOf } from "@/lib/courses/policy";
import { getCourseViewer, listPeople, listRemovedPeople } from "@/lib/courses/queries";
import { db } from "@/lib/db";
import { Forbidden, NotFound } from "@/lib/errors";
import { removeFrom } from "../../support/classroom";
import { createCourse, createMember, createUser, type Member } from "../../support/factories";
import { outcomeOf } from "../../support/outcome";
import { countQueries } from "../../support/queries";

let course: Awaited<ReturnType<typeof createCourse>>;
let teacher: Member, assistant: Member, ada: Member, ben: Member;

beforeEach(async () => {
  course = await createCourse();
  teacher = await createMember(course.id, "INSTRUCTOR", "Teacher");
  assistant = await createMember(course.id, "ASSISTANT", "Assistant");
  ada = await createMember(course.id, "STUDENT", "Ada");
  ben = await createMember(course.id, "STUDENT", "Ben");
});

describe("the list of people", () => {
  test("has the staff first and is the same for everybody, without addresses for students", async () => {
    const forStaff = await listPeople(teacher.id, course.id);
    const forStudent = await listPeople(ada.id, course.id);

    const names = ["Teacher", "Assistant", "Ada", "Ben"];
    expect(forStaff.people.map(({ name }) => name)).toEqual(names);
    expect(forStudent.people.map(({ name }) => name)).toEqual(names);
    expect(forStaff.people.map(({ email }) => email)).toContain(ben.email);
    expect(forStudent.people.map(({ email }) => email)).toEqual([null, null, null, null]);
  });

  test("comes in pages that hold everybody once", async () => {
    await Promise.all(Array.from({ length: 55 }, () => createMember(course.id)));
    const first = await listPeople(ada.id, course.id);
    const second = await listPeople(ada.id, course.id, { cursor: first.nextCursor ?? undefined });

    const ids = [...first.people, ...second.people].map(({ userId }) => userId);
    expect(new Set(ids).size).toBe(59);
    expect(ids).toHaveLength(first.total);
    expect(second.nextCursor).toBeNull();
  });

  test("goes on where it was when the person at its edge has left or has another role", async () => {
    await Promise.all(Array.from({ length: 52 }, () => createMember(course.id)));
    const { people } = await listPeople(teacher.id, course.id);
    const first = await listPeople(ada.id, course.id);
    const rest = await listPeople(ada.id, course.id, { cursor: first.nextCursor! });
    const edge = rest.people[0]!.userId;
    await changeRole(teacher.id, { courseId: course.id, userId: edge, role: "ASSISTANT" });
    const afterChange = await listPeople(ada.id, course.id, { cursor: first.nextCursor! });
    await leaveCourse(edge, { courseId: course.id });
    const afterLeaving = await listPeople(ada.id, course.id, { cursor: first.nextCursor! });

    expect(people).toHaveLength(50);
    const others = rest.people.slice(1).map(({ userId }) => userId);
    expect(others).toHaveLength(5);
    expect(afterChange.people.map(({ userId }) => userId)).toEqual(others);
    expect(afterLeaving.people.map(({ userId }) => userId)).toEqual(others);
  });

  test("is closed to outsiders", async () => {
    const outsider = await createUser();
    await expect(listPeople(outsider.id, course.id)).rejects.toThrow(NotFound);
    await expect(listRemovedPeople(ada.id, course.id)).rejects.toThrow(Forbidden);
  });

  test("says of everybody who they are here, and of oneself that it is oneself", async () => {
    const { people, total } = await listPeople(ada.id, course.id);
    expect(people.map(({ role }) => role)).toEqual([
      "INSTRUCTOR",
      "ASSISTANT",
      "STUDENT",
      "STUDENT",
    ]);
    expect(people.map(({ isYou }) => isYou)).toEqual([false, false, true, false]);
    expect(total).toBe(4);
  });

  test("shows addresses to staff only, also of those who were removed", async () => {
    await removeFrom(course.id, ben.id);
    const removed = [{ userId: ben.id, name: "Ben", email: ben.email }];
    expect(await listRemovedPeople(teacher.id, course.id)).toEqual(removed);
    for (const { id } of [assistant, ada]) {
      await expect(listRemovedPeople(id, course.id)).rejects.toThrow(Forbidden);
    }
    const { people } = await listPeople(assistant.id, course.id);
    expect(people.map(({ email }) => email)).toEqual(
      [teacher, assistant, ada].map((each) => each.email),
    );
  });

  test("costs as many queries for fifty people as for four", async () => {
    const list = () => listPeople(teacher.id, course.id);
    const forFour = await countQueries(list);
    await Promise.all(Array.from({ length: 46 }, () => createMember(course.id)));
    expect(await countQueries(list)).toBe(forFour);
  });
});

test("the filter of courses lets through exactly those whose member one is", async () => {
  const places: { id: string }[] = [];
  for (const role of ["INSTRUCTOR", "ASSISTANT", "STUDENT"] as const) {
    for (const archivedAt of [null, new Date()]) {
      for (const status of ["ACTIVE", "REMOVED"] as const) {
        const place = await createCourse({ archivedAt });
        await db.enrolment.create({ data: { courseId: place.id, userId: ben.id, role, status } });
        places.push(place);
      }
    }
  }
  places.push(course, await createCourse());
  const found = await db.course.findMany({ where: membershipOf(ben.id), select: { id: true } });
  const isMember = places.map(({ id }) => outcomeOf(getCourseViewer(ben.id, id)));
  const outcomes = await Promise.all(isMember);
  const members = places.filter((_, index) => outcomes[index] === "done");
  expect(new Set(found.map(({ id }) => id))).toEqual(new Set(members.map(({ id }) => id)));
  expect(members).toHaveLength(7);
});
