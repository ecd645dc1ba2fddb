import { beforeEach, describe, expect, test } from "vitest";
import { getAssignment } from "@/lib/assignments/queries";
import { getDivision } from "@/lib/courses/division";
import {
  createGroup,
  deleteGroup,
  listGroups,
  movePeople,
  putInGroup,
  renameGroup,
  takeOutOfGroup,
} from "@/lib/courses/groups";
import { leaveCourse } from "@/lib/courses/mutations";
import { db } from "@/lib/db";
import { Conflict, NotFound } from "@/lib/errors";
import { type Classroom, openClassroom } from "../../support/classroom";
import { annotate } from "../../support/factories";
import { outcomeOf } from "../../support/outcome";

let room: Classroom;

beforeEach(async () => {
  room = await openClassroom();
});

const make = (name = "Monday") => createGroup(room.instructor.id, room.course.id, { name });

async function groupsOf(userId: string) {
  const { groups } = await getAssignment(userId, room.assignment.id);
  return groups.map(({ name, studentCount }) => `${name} ${studentCount}`);
}

test.each(["make", "rename", "delete", "put", "take"] as const)(
  "only the staff %s groups and people in them",
  async (act) => {
    for (const [name, { id }] of Object.entries(room.people)) {
      const group = await make(`Group of ${name}`);
      const member = { groupId: group.id, userId: room.author.id };
      if (act === "take") await putInGroup(room.instructor.id, member);
      const acts = {
        make: () => createGroup(id, room.course.id, { name: `Another of ${name}` }),
        rename: () => renameGroup(id, group.id, { name: `Renamed for ${name}` }),
        delete: () => deleteGroup(id, group.id),
        put: () => putInGroup(id, member),
        take: () => takeOutOfGroup(id, member),
      };
      const outcome = await outcomeOf(acts[act]());
      const isStaff = name === "instructor" || name === "assistant";
      const isMember = isStaff || name === "author" || name === "classmate";
      const refused = isMember ? "Forbidden" : "NotFound";
      expect(`${name}: ${outcome}`).toBe(`${name}: ${isStaff ? "done" : refused}`);
    }
  },
);

describe("how a course is divided", () => {
  const division = (userId: string) => getDivision(userId, room.course.id);
  const move = (groupId: string | null, userId = room.author.id) =>
    movePeople(room.instructor.id, { courseId: room.course.id, moves: [{ groupId, userId }] });

  test("tells the staff who is in which group, and who in none", async () => {
    const [monday, tuesday] = [await make("Monday"), await make("Tuesday")];
    await move(monday.id, room.classmate.id);
    await move(monday.id);
    await move(tuesday.id, room.assistant.id);
    const { groups, others } = await division(room.assistant.id);
    expect(groups.map(({ name, people }) => [name, people.map((each) => each.name)])).toEqual([
      ["Monday", ["Ada", "Ben"]],
      ["Tuesday", ["Assistant"]],
    ]);
    expect(others).toEqual([]);
    await move(null);
    await move(null);
    expect((await division(room.instructor.id)).others).toEqual([
      { userId: room.author.id, name: "Ada" },
    ]);
  });

  test("is for those who may change it", async () => {
    const group = await make();
    for (const [name, { id }] of Object.entries(room.people)) {
      const outcomes = await Promise.all([
        outcomeOf(division(id)),
        outcomeOf(
          movePeople(id, {
            courseId: room.course.id,
            moves: [{ groupId: null, userId: room.author.id }],
          }),
        ),
      ]);
      const isStaff = name === "instructor" || name === "assistant";
      const isMember = isStaff || name === "author" || name === "classmate";
      const expected = isStaff ? "done" : isMember ? "Forbidden" : "NotFound";
      expect([name, ...outcomes]).toEqual([name, expected, expected]);
    }
    await expect(move(group.id, room.removed.id)).rejects.toThrow(NotFound);
    await expect(move(null, room.stranger.id)).rejects.toThrow(NotFound);
  });
});

describe("several people", () => {
  test("are moved together, each where they are to go, and back", async () => {
    const [monday, tuesday] = [await make("Monday"), await make("Tuesday")];
    const { author, classmate, course, instructor } = room;
    const move = (moves: { userId: string; groupId: string | null }[]) =>
      movePeople(instructor.id, { courseId: course.id, moves });
    await putInGroup(instructor.id, { groupId: monday.id, userId: author.id });
    await move([
      { userId: author.id, groupId: tuesday.id },
      { userId: classmate.id, groupId: tuesday.id },
    ]);
    const named = async () => {
      const { groups } = await getDivision(instructor.id, course.id);
      return groups.map(({ people }) => people.map(({ name }) => name));
    };
    expect(await named()).toEqual([[], ["Ada", "Ben"]]);
    await move([
      { userId: author.id, groupId: monday.id },
      { userId: classmate.id, groupId: null },
    ]);
    expect(await named()).toEqual([["Ada"], []]);
    expect(await db.groupMembership.count({ where: { groupId: tuesday.id } })).toBe(2);
  });

  test("stay where they are when one of them cannot be moved", async () => {
    const monday = await make("Monday");
    const { author, stranger, course, instructor } = room;
    const moves = [author, stranger].map(({ id: userId }) => ({ userId, groupId: monday.id }));
    await expect(movePeople(instructor.id, { courseId: course.id, moves })).rejects.toThrow(
      NotFound,
    );
    expect(await db.groupMembership.count({ where: { groupId: monday.id } })).toBe(0);
    const elsewhere = { userId: author.id, groupId: crypto.randomUUID() };
    await expect(
      movePeople(instructor.id, { courseId: course.id, moves: [elsewhere] }),
    ).rejects.toThrow(NotFound);
  });
});

describe("a group", () => {
  test("has a name of its own in its course, and an order", async () => {
    await make("Monday");
    const { id } = await make("Tuesday");
    await expect(make("Monday")).rejects.toThrow(Conflict);
    await expect(renameGroup(room.assistant.id, id, { name: "Monday" })).rejects.toThrow(Conflict);
    const groups = await listGroups(room.author.id, room.course.id);
    expect(groups.map(({ name }) => name)).toEqual(["Monday", "Tuesday"]);
    await expect(listGroups(room.stranger.id, room.course.id)).rejects.toThrow(NotFound);
  });

  test("is one at a time for a person, and every stay in one is kept", async () => {
    const [monday, tuesday] = [await make("Monday"), await make("Tuesday")];
    const { id: userId } = room.author;
    for (const { id: groupId } of [monday, tuesday, tuesday, monday]) {
      await putInGroup(room.instructor.id, { groupId, userId });
    }
    expect(await groupsOf(userId)).toEqual(["Monday 1"]);
    expect(await groupsOf(room.instructor.id)).toEqual(["Monday 1", "Tuesday 0"]);
    const stays = await db.groupMembership.findMany({ where: { userId } });
    expect(stays.filter(({ leftAt }) => leftAt === null)).toHaveLength(1);
    expect(stays).toHaveLength(3);
    await takeOutOfGroup(room.instructor.id, { groupId: monday.id, userId });
    expect(await groupsOf(userId)).toEqual([]);
  });

  test("takes in people of its course only, and loses those who leave it", async () => {
    const { id: groupId } = await make();
    for (const { id: userId } of [room.stranger, room.nobody, room.removed]) {
      const putting = putInGroup(room.instructor.id, { groupId, userId });
      await expect(putting).rejects.toThrow(NotFound);
    }
    await putInGroup(room.instructor.id, { groupId, userId: room.classmate.id });
    await leaveCourse(room.classmate.id, { courseId: room.course.id });
    expect(await groupsOf(room.instructor.id)).toEqual(["Monday 0"]);
  });

  test("can be deleted while nobody is in it and nothing was written for it", async () => {
    const { id: groupId } = await make();
    const member = { groupId, userId: room.author.id };
    await putInGroup(room.instructor.id, member);
    await expect(deleteGroup(room.instructor.id, groupId)).rejects.toThrow(Conflict);
    const marking = { says: "Among us.", audience: "GROUP" } as const;
    await annotate(room.author.id, room.assignment, "fox", marking);
    await takeOutOfGroup(room.instructor.id, member);
    await expect(deleteGroup(room.instructor.id, groupId)).rejects.toThrow(Conflict);
    const empty = await make("Tuesday");
    await deleteGroup(room.instructor.id, empty.id);
    expect(await groupsOf(room.instructor.id)).toEqual(["Monday 0"]);
  });
});
