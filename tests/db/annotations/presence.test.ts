import { beforeEach, describe, expect, test, vi } from "vitest";

import { noteWriting } from "@/lib/annotations/presence";
import { removePerson } from "@/lib/courses/mutations";
import { db } from "@/lib/db";
import { Forbidden, NotFound, TooMany } from "@/lib/errors";
import { changePreferences } from "@/lib/preferences/mutations";
import { annotate } from "../../support/factories";
import {
  allowAnonymity,
  DIVIDED,
  type DividedClassroom,
  OUTSIDERS,
  openDividedClassroom,
} from "../../support/groups";
import { endOf, type Follower, follow } from "../../support/live";
import { hideBehind } from "../../support/talk";

let room: DividedClassroom;

beforeEach(async () => {
  room = await openDividedClassroom();
});

const open = ({ id }: { id: string }) => follow(id, room.assignment.id);
const openAll = () =>
  Promise.all(DIVIDED.map(async (name) => ({ name, follower: await open(room.people[name]) })));

const until = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 50 });

/** Who somebody was told of last, by name. */
function peopleAs({ passing }: Follower): string[] | null {
  const last = passing.findLast(({ type }) => type === "presence");
  return last?.type === "presence" ? last.people.map(({ name }) => name) : null;
}

/** What somebody was told of writing: in which thread, and who. */
function writingAs({ passing }: Follower): [string, string | null][] {
  return passing.flatMap((told): [string, string | null][] =>
    told.type === "writing" ? [[told.annotationId, told.person?.name ?? null]] : [],
  );
}

describe("who is here", () => {
  test("is told to everybody who has the reading open, by name, and again when somebody leaves", async () => {
    const ada = await open(room.author);
    const ben = await open(room.classmate);
    const teacher = await open(room.instructor);
    for (const each of [ada, ben, teacher]) {
      await until(() => expect(peopleAs(each)).toEqual(["Ada", "Ben", "Teacher"]));
    }
    const last = ada.passing.findLast(({ type }) => type === "presence");
    expect(last).toEqual({
      type: "presence",
      people: [
        { id: room.author.id, name: "Ada", isStaff: false },
        { id: room.classmate.id, name: "Ben", isStaff: false },
        { id: room.instructor.id, name: "Teacher", isStaff: true },
      ],
      count: 3,
      isStaffOnly: false,
    });
    teacher.close();
    for (const each of [ada, ben]) {
      await until(() => expect(peopleAs(each)).toEqual(["Ada", "Ben"]));
    }
  });

  test("leaves out who does not want to be seen, also from now on", async () => {
    await changePreferences(room.classmate.id, { showPresence: false });
    const [ada, ben] = [await open(room.author), await open(room.classmate)];
    await open(room.mate);
    for (const each of [ada, ben]) {
      await until(() => expect(peopleAs(each)).toEqual(["Ada", "Mate"]));
    }
    await changePreferences(room.mate.id, { showPresence: false });
    for (const each of [ada, ben]) await until(() => expect(peopleAs(each)).toEqual(["Ada"]));
  });

  test("leaves out whom one has muted, for oneself alone", async () => {
    await db.personMute.create({ data: { userId: room.author.id, voiceId: room.classmate.id } });
    const [ada, ben] = [await open(room.author), await open(room.classmate)];
    await until(() => expect(peopleAs(ben)).toEqual(["Ada", "Ben"]));
    await until(() => expect(peopleAs(ada)).toEqual(["Ada"]));
  });

  test("forgets who was removed, and tells them nothing more", async () => {
    const [ada, ben] = [await open(room.author), await open(room.classmate)];
    await until(() => expect(peopleAs(ada)).toEqual(["Ada", "Ben"]));
    const person = { courseId: room.course.id, userId: room.classmate.id };
    await removePerson(room.instructor.id, person);
    expect(await endOf(ben)).toBe("access");
    const heard = ben.passing.length;
    await until(() => expect(peopleAs(ada)).toEqual(["Ada"]));
    const mate = await open(room.mate);
    await until(() => expect(peopleAs(mate)).toEqual(["Ada", "Mate"]));
    expect(ben.passing).toHaveLength(heard);
  });

  test("is the staff alone where people may write under a pseudonym, whoever looks", async () => {
    await allowAnonymity(room.assignment.id);
    const followers = await openAll();
    for (const { follower } of followers) {
      await until(() => expect(peopleAs(follower)).toEqual(["Assistant", "Teacher"]));
      const said = JSON.stringify(follower.passing);
      for (const { id, name } of [room.author, room.classmate, room.mate, room.other]) {
        expect(said).not.toContain(id);
        expect(said).not.toContain(name);
      }
      expect(follower.passing.at(-1)).toMatchObject({ count: 2, isStaffOnly: true });
    }
  });

  test("is the staff alone as well where people did, and may no longer", async () => {
    const note = await annotate(room.author.id, room.assignment, "fox", { says: "Who am I?" });
    await hideBehind(room.assignment, note, "Quiet Heron");
    const [ada, teacher] = [await open(room.author), await open(room.instructor)];
    for (const each of [ada, teacher]) {
      await until(() => expect(peopleAs(each)).toEqual(["Teacher"]));
    }
  });
});

describe("that somebody writes", () => {
  /** Says it, and waits until it has reached all who are to hear of it. */
  async function write(userId: string, annotationId: string, teacher: Follower): Promise<void> {
    const last = await annotate(room.instructor.id, room.assignment, "dog", { says: "Last." });
    await noteWriting(userId, annotationId);
    await noteWriting(room.assistant.id, last.id);
    await until(() => expect(writingAs(teacher).some(([id]) => id === last.id)).toBe(true));
  }

  test.each([
    ["COURSE", ["mate", "classmate", "other", "instructor", "assistant"]],
    ["GROUP", ["mate", "instructor", "assistant"]],
    ["INSTRUCTORS", ["instructor", "assistant"]],
  ] as const)(
    "in a thread for %s is told to those who read it, by name, and not to oneself",
    async (audience, readers) => {
      const { id } = await annotate(room.author.id, room.assignment, "fox", {
        ...{ says: "Why?", audience },
      });
      const followers = await openAll();
      const teacher = followers.find(({ name }) => name === "instructor")!.follower;
      await write(room.author.id, id, teacher);
      const told = followers.filter(({ follower }) =>
        writingAs(follower).some(([thread, name]) => thread === id && name === "Ada"),
      );
      expect(told.map(({ name }) => name).sort()).toEqual([...readers].sort());
      const never = followers.filter(({ name }) => !readers.some((each) => each === name));
      for (const { follower } of never) expect(JSON.stringify(follower.passing)).not.toContain(id);
    },
  );

  test("is told to nobody in a note for oneself, or where it would wait for the staff", async () => {
    const { author, classmate, assignment } = room;
    const own = await annotate(author.id, assignment, "fox", { says: "I.", audience: "ONLY_ME" });
    const open = await annotate(author.id, assignment, "fox", { says: "Why?" });
    await db.course.update({ where: { id: room.course.id }, data: { holdsFirstPosts: true } });
    const followers = await openAll();
    const teacher = followers.find(({ name }) => name === "instructor")!.follower;
    await noteWriting(classmate.id, open.id);
    await write(author.id, own.id, teacher);
    for (const { follower } of followers) {
      const threads = writingAs(follower).map(([id]) => id);
      expect(threads).not.toContain(own.id);
      expect(threads).not.toContain(open.id);
    }
  });

  test("names nobody where people may write under a pseudonym, and muting tells nothing there", async () => {
    const { author, classmate, assignment } = room;
    await allowAnonymity(assignment.id);
    const { id } = await annotate(room.instructor.id, assignment, "fox", { says: "Why?" });
    await db.personMute.create({ data: { userId: classmate.id, voiceId: author.id } });
    const [ben, teacher] = [await open(classmate), await open(room.instructor)];
    await write(author.id, id, teacher);
    for (const each of [ben, teacher]) {
      expect(writingAs(each)).toContainEqual([id, null]);
      expect(JSON.stringify(each.passing)).not.toContain(author.id);
    }
    // The staff have no pseudonym.
    expect(writingAs(teacher).map(([, name]) => name)).toContain("Assistant");
  });

  test("is not told to who muted them, nor of who does not want to be seen", async () => {
    const { author, classmate, mate, assignment } = room;
    const { id } = await annotate(author.id, assignment, "fox", { says: "Why?" });
    await db.personMute.create({ data: { userId: classmate.id, voiceId: author.id } });
    await changePreferences(mate.id, { showPresence: false });
    const [ben, teacher] = [await open(classmate), await open(room.instructor)];
    await noteWriting(mate.id, id);
    await write(author.id, id, teacher);
    expect(writingAs(ben).map(([, name]) => name)).toEqual(["Assistant"]);
    expect(writingAs(teacher).map(([, name]) => name)).not.toContain("Mate");
  });

  test.each(OUTSIDERS)(
    "cannot be said by %s, who does not learn that the thread exists",
    async (name) => {
      const { id } = await annotate(room.author.id, room.assignment, "fox", { says: "Why?" });
      await expect(noteWriting(room.people[name].id, id)).rejects.toThrow(NotFound);
    },
  );

  test("cannot be said where one may not reply, nor without end", async () => {
    const { author, classmate, assignment } = room;
    const highlight = await annotate(author.id, assignment, "fox");
    await expect(noteWriting(classmate.id, highlight.id)).rejects.toThrow(Forbidden);
    const grouped = await annotate(author.id, assignment, "fox", {
      says: "Us.",
      audience: "GROUP",
    });
    await expect(noteWriting(room.other.id, grouped.id)).rejects.toThrow(NotFound);
    const { id } = await annotate(author.id, assignment, "fox", { says: "Why?" });
    const flood = async () => {
      for (let at = 0; at < 30; at++) await noteWriting(room.mate.id, id);
    };
    await expect(flood()).rejects.toThrow(TooMany);
  });
});
