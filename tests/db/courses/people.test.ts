import { beforeEach, describe, expect, test } from "vitest";

import {
  changeRole,
  joinCourse,
  leaveCourse,
  removePerson,
  restorePerson,
  rotateJoinCode,
} from "@/lib/courses/mutations";
import { getCourse, listPeople, listRemovedPeople } from "@/lib/courses/queries";
import { db } from "@/lib/db";
import { Conflict, Forbidden, NotFound } from "@/lib/errors";
import type { Role } from "@/prisma/generated/enums";
import { archive } from "../../support/classroom";
import { createCourse, createMember, createUser, type Member } from "../../support/factories";
import { outcomeOf } from "../../support/outcome";

let course: Awaited<ReturnType<typeof createCourse>>;
let teacher: Member, assistant: Member, ada: Member, ben: Member;

beforeEach(async () => {
  course = await createCourse();
  teacher = await createMember(course.id, "INSTRUCTOR", "Teacher");
  assistant = await createMember(course.id, "ASSISTANT", "Assistant");
  ada = await createMember(course.id, "STUDENT", "Ada");
  ben = await createMember(course.id, "STUDENT", "Ben");
});

function personIn({ id: courseId }: { id: string }, { id: userId }: { id: string }) {
  return { courseId, userId };
}

function instructorCount() {
  const where = { courseId: course.id, role: "INSTRUCTOR", status: "ACTIVE" } as const;
  return db.enrolment.count({ where });
}

describe("who may manage people", () => {
  test.each([
    ["change a role", () => changeRole],
    ["remove a person", () => removePerson],
    ["let a person back in", () => restorePerson],
    ["replace the join code", () => rotateJoinCode],
  ] as const)("only an instructor may %s", async (_, choose) => {
    const act = (userId: string) =>
      choose()(userId, { ...personIn(course, ben), role: "ASSISTANT" });
    await expect(act(ada.id)).rejects.toThrow(Forbidden);
    await expect(act(assistant.id)).rejects.toThrow(Forbidden);
    await expect(act((await createUser()).id)).rejects.toThrow(NotFound);
    expect(await getCourse(ben.id, course.id)).toMatchObject({ role: "STUDENT" });
  });

  test("an instructor of another course is an outsider here", async () => {
    const stranger = await createMember((await createCourse()).id, "INSTRUCTOR");
    await expect(removePerson(stranger.id, personIn(course, ada))).rejects.toThrow(NotFound);
  });

  test("nothing can be done with somebody who is not in the course", async () => {
    const outsider = await createUser();
    await expect(removePerson(teacher.id, personIn(course, outsider))).rejects.toThrow(NotFound);
    await expect(restorePerson(teacher.id, personIn(course, ada))).rejects.toThrow(NotFound);
  });
});

describe("removing a person", () => {
  test("ends their access and keeps their name for the staff", async () => {
    await removePerson(teacher.id, personIn(course, ada));

    await expect(getCourse(ada.id, course.id)).rejects.toThrow(NotFound);
    const { people } = await listPeople(teacher.id, course.id);
    expect(people.map(({ name }) => name)).toEqual(["Teacher", "Assistant", "Ben"]);
    expect(await listRemovedPeople(teacher.id, course.id)).toMatchObject([{ name: "Ada" }]);
  });

  test("can be taken back", async () => {
    await removePerson(teacher.id, personIn(course, ada));
    await restorePerson(teacher.id, personIn(course, ada));
    expect(await getCourse(ada.id, course.id)).toMatchObject({ role: "STUDENT" });
    expect(await listRemovedPeople(teacher.id, course.id)).toEqual([]);
  });
});

describe("the last instructor", () => {
  test("cannot leave, step down or be removed", async () => {
    const herself = personIn(course, teacher);
    await expect(leaveCourse(teacher.id, { courseId: course.id })).rejects.toThrow(Conflict);
    await expect(removePerson(teacher.id, herself)).rejects.toThrow(Forbidden);
    await expect(changeRole(teacher.id, { ...herself, role: "STUDENT" })).rejects.toThrow(Conflict);
    expect(await getCourse(teacher.id, course.id)).toMatchObject({ role: "INSTRUCTOR" });
  });

  test("is still one of two when both demote each other at once", async () => {
    const other = await createMember(course.id, "INSTRUCTOR", "Other");
    const outcomes = await Promise.allSettled([
      changeRole(teacher.id, { ...personIn(course, other), role: "STUDENT" }),
      changeRole(other.id, { ...personIn(course, teacher), role: "STUDENT" }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await instructorCount()).toBe(1);
  });

  test("is still one of two when both leave at once", async () => {
    const other = await createMember(course.id, "INSTRUCTOR", "Other");
    const outcomes = await Promise.all(
      [teacher, other].map(({ id }) => outcomeOf(leaveCourse(id, { courseId: course.id }))),
    );
    expect(outcomes.sort()).toEqual(["Conflict", "done"]);
    expect(await instructorCount()).toBe(1);
  });

  test("is still one of two when both remove each other at once", async () => {
    const other = await createMember(course.id, "INSTRUCTOR", "Other");
    const outcomes = await Promise.all([
      outcomeOf(removePerson(teacher.id, personIn(course, other))),
      outcomeOf(removePerson(other.id, personIn(course, teacher))),
    ]);
    expect(outcomes.sort()).toEqual(["NotFound", "done"]);
    expect(await instructorCount()).toBe(1);
  });

  test("may step down when there is another", async () => {
    await changeRole(teacher.id, { ...personIn(course, assistant), role: "INSTRUCTOR" });
    await changeRole(teacher.id, { ...personIn(course, teacher), role: "STUDENT" });
    expect(await getCourse(teacher.id, course.id)).toMatchObject({ role: "STUDENT" });
  });
});

describe("a changed role", () => {
  test("is what the person has from then on, and what they may do by it", async () => {
    await changeRole(teacher.id, { ...personIn(course, ada), role: "INSTRUCTOR" });
    expect((await getCourse(ada.id, course.id)).can).toMatchObject({ managePeople: true });
    await removePerson(ada.id, personIn(course, ben));
    await expect(getCourse(ben.id, course.id)).rejects.toThrow(NotFound);
  });
});

describe("leaving", () => {
  test("ends one's access, and the code leads back", async () => {
    await leaveCourse(ada.id, { courseId: course.id });
    await expect(getCourse(ada.id, course.id)).rejects.toThrow(NotFound);

    await joinCourse(ada.id, { code: course.joinCode });
    expect(await getCourse(ada.id, course.id)).toMatchObject({ role: "STUDENT" });
  });
});

test("an archived course keeps its people as they are, and lets them leave", async () => {
  await archive(course.id);
  for (const act of [changeRole, removePerson, restorePerson]) {
    const acting = act(teacher.id, { ...personIn(course, ben), role: "ASSISTANT" });
    expect(await outcomeOf(acting)).toBe("Forbidden");
  }
  await leaveCourse(ada.id, { courseId: course.id });
  const { people } = await listPeople(teacher.id, course.id);
  expect(people.map(({ name }) => name)).toEqual(["Teacher", "Assistant", "Ben"]);
});

describe("what the list says can be done with a person", () => {
  const viewers: Role[] = ["INSTRUCTOR", "ASSISTANT", "STUDENT"];
  const cases = viewers.flatMap((role) =>
    [1, 2].flatMap((instructors) =>
      ["open", "archived"].map((state) => ({ role, instructors, state })),
    ),
  );

  test.each(cases)(
    "is what can be done, for one $role of a course that is $state and has $instructors to teach it",
    async ({ role, instructors, state }) => {
      const asked = async () => {
        const place = await createCourse();
        const people = [
          await createMember(place.id, "INSTRUCTOR"),
          await createMember(place.id, instructors === 2 ? "INSTRUCTOR" : "STUDENT"),
          await createMember(place.id, "ASSISTANT"),
          await createMember(place.id, "STUDENT"),
        ];
        if (state === "archived") await archive(place.id);
        const viewer = people.find((each) => each.role === role)!;
        return { place, viewer, list: (await listPeople(viewer.id, place.id)).people };
      };
      const { list } = await asked();
      for (const index of list.keys()) {
        const first = await asked();
        const { userId, can } = first.list[index]!;
        const person = personIn(first.place, { id: userId });
        const changing = changeRole(first.viewer.id, { ...person, role: "ASSISTANT" });
        expect((await outcomeOf(changing)) === "done", `${index} change role`).toBe(can.changeRole);

        const second = await asked();
        const other = personIn(second.place, { id: second.list[index]!.userId });
        const removing = removePerson(second.viewer.id, other);
        expect((await outcomeOf(removing)) === "done", `${index} remove`).toBe(can.remove);
      }
    },
  );
});
