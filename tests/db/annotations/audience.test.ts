import { beforeEach, describe, expect, test } from "vitest";

import { changeAudience, forecastAudience } from "@/lib/annotations/audience";
import { createAnnotation } from "@/lib/annotations/mutations";
import { getThread } from "@/lib/annotations/queries";
import { db } from "@/lib/db";
import { Conflict, Forbidden, Invalid, NotFound, Stale } from "@/lib/errors";
import { annotate, annotationOf, reply } from "../../support/factories";
import { DIVIDED, type DividedClassroom, openDividedClassroom } from "../../support/groups";
import { follow } from "../../support/live";
import { outcomeOf } from "../../support/outcome";

let room: DividedClassroom;

beforeEach(async () => {
  room = await openDividedClassroom();
});

async function readersOf(id: string) {
  const outcomes = await Promise.all(
    DIVIDED.map(async (name) => [name, await outcomeOf(getThread(room.people[name].id, id))]),
  );
  return outcomes.filter(([, outcome]) => outcome === "done").map(([name]) => name);
}

function write(userId: string, given: { audience?: "GROUP" | "COURSE"; groupId?: string } = {}) {
  const { audience: _, ...input } = annotationOf(room.assignment, "fox", { says: "Why?" });
  return createAnnotation(userId, room.assignment.id, { ...input, ...given });
}

describe("a note for a group", () => {
  test("is read by the group and the staff", async () => {
    const { id, group } = await write(room.author.id, { audience: "GROUP" });
    expect(group).toEqual({ id: room.group.id, name: "Monday" });
    expect(await readersOf(id)).toEqual(["author", "mate", "instructor", "assistant"]);
  });

  test("is for a student's own group, and for any that the staff name", async () => {
    const { author, instructor, otherGroup, classmate } = room;
    const asked = { audience: "GROUP", groupId: otherGroup.id } as const;
    await expect(write(author.id, asked)).rejects.toThrow(Invalid);
    await expect(write(classmate.id, { audience: "GROUP" })).rejects.toThrow(Invalid);
    const { id } = await write(instructor.id, asked);
    expect(await readersOf(id)).toEqual(["other", "instructor", "assistant"]);
  });

  test("is not read any more by who leaves the group, unless they wrote it", async () => {
    const { id } = await write(room.author.id, { audience: "GROUP" });
    await db.groupMembership.updateMany({
      where: { groupId: room.group.id },
      data: { leftAt: new Date() },
    });
    expect(await readersOf(id)).toEqual(["author", "instructor", "assistant"]);
  });
});

test.each([
  ["COURSE", "author", "COURSE"],
  ["GROUP", "author", "GROUP"],
  ["GROUP", "classmate", "INSTRUCTORS"],
  ["INSTRUCTORS", "author", "INSTRUCTORS"],
] as const)(
  "in an assignment for %s, %s writes for %s unless they say otherwise",
  async (audienceDefault, name, expected) => {
    await db.assignment.update({ where: { id: room.assignment.id }, data: { audienceDefault } });
    expect((await write(room.people[name].id)).audience).toBe(expected);
    expect((await write(room.people[name].id, { audience: "COURSE" })).audience).toBe("COURSE");
  },
);

describe("changing whom a note is for", () => {
  test("is its author's business alone", async () => {
    const { id, version } = await annotate(room.author.id, room.assignment, "fox", {
      says: "Why?",
    });
    for (const { id: userId } of [room.classmate, room.instructor]) {
      const changing = changeAudience(userId, id, version, { audience: "ONLY_ME" });
      await expect(changing).rejects.toThrow(Forbidden);
    }
  });

  test("takes it from who may not read it any more, and says so to them and to nobody else", async () => {
    const { id, version } = await annotate(room.author.id, room.assignment, "fox", {
      says: "Why?",
    });
    const ben = await follow(room.classmate.id, room.assignment.id);
    const teacher = await follow(room.instructor.id, room.assignment.id);
    const input = { audience: "INSTRUCTORS" } as const;
    const forecast = await forecastAudience(room.author.id, id, input);
    expect(forecast).toEqual({ loseSight: 3, gainSight: 0, othersComments: 0, refusal: null });
    const narrowed = await changeAudience(room.author.id, id, version, input);
    await changeAudience(room.author.id, id, narrowed.version, { audience: "ONLY_ME" });
    await annotate(room.author.id, room.assignment, "dog");
    await Promise.all([
      ben.until((all) => all.length >= 2),
      teacher.until((all) => all.length >= 3),
    ]);
    const types = (messages: { type: string }[]) => messages.map(({ type }) => type);
    expect(types(ben.messages)).toEqual(["removed", "thread"]);
    expect(types(teacher.messages)).toContain("removed");
    expect(await readersOf(id)).toEqual(["author"]);
  });

  test("is refused where somebody would not see their own words any more", async () => {
    const { id, version } = await annotate(room.author.id, room.assignment, "fox", {
      says: "Why?",
    });
    await reply(room.classmate.id, id, "Because.");
    for (const audience of ["ONLY_ME", "INSTRUCTORS", "GROUP"] as const) {
      const changing = changeAudience(room.author.id, id, version, { audience });
      await expect(changing).rejects.toMatchObject({ key: "repliesWouldVanish" });
      const { refusal } = await forecastAudience(room.author.id, id, { audience });
      expect(refusal).toBe("repliesWouldVanish");
    }
    expect(await readersOf(id)).toContain("classmate");
  });

  test("goes where all who answered still see it", async () => {
    const { id, version } = await annotate(room.author.id, room.assignment, "fox", {
      says: "Why?",
    });
    await reply(room.mate.id, id, "Because.");
    await changeAudience(room.author.id, id, version, { audience: "GROUP" });
    expect(await readersOf(id)).toEqual(["author", "mate", "instructor", "assistant"]);
  });

  test("shows nobody's words to more than they wrote for", async () => {
    const { author, assignment, instructor } = room;
    const marking = { says: "Why?", audience: "INSTRUCTORS" } as const;
    const open = await annotate(author.id, assignment, "fox", marking);
    const answered = await annotate(author.id, assignment, "dog", marking);
    await reply(instructor.id, answered.id, "Between us: because.");
    await changeAudience(author.id, open.id, open.version, { audience: "COURSE" });
    expect(await readersOf(open.id)).toEqual(DIVIDED);
    const widening = changeAudience(author.id, answered.id, answered.version, {
      audience: "COURSE",
    });
    await expect(widening).rejects.toThrow(Conflict);
    expect(await readersOf(answered.id)).not.toContain("classmate");
  });

  test("needs the version that one saw, and a note that one sees", async () => {
    const { id, version } = await annotate(room.author.id, room.assignment, "fox", {
      audience: "ONLY_ME",
    });
    const input = { audience: "COURSE" } as const;
    await expect(changeAudience(room.author.id, id, version + 1, input)).rejects.toThrow(Stale);
    await expect(changeAudience(room.instructor.id, id, version, input)).rejects.toThrow(NotFound);
  });
});
