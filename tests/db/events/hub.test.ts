import { beforeEach, describe, expect, test, vi } from "vitest";

import { signOutEverywhere } from "@/lib/auth/mutations";
import { changeRole, leaveCourse, removePerson } from "@/lib/courses/mutations";
import { db } from "@/lib/db";
import { TooMany } from "@/lib/errors";
import { publish } from "@/lib/events/publish";
import { type Classroom, openClassroom } from "../../support/classroom";
import { annotate, createAssignment, createCourse, enrol } from "../../support/factories";
import {
  type Hub,
  openHub,
  untilEnded,
  untilHeard,
  untilListening,
  watch,
} from "../../support/hub";

let room: Classroom;
let place: { assignmentId: string; courseId: string };
let annotationId: string;

beforeEach(async () => {
  room = await openClassroom();
  place = { assignmentId: room.assignment.id, courseId: room.course.id };
  ({ id: annotationId } = await annotate(room.author.id, room.assignment, "fox"));
});

/** Appends events as an instance does, and says the numbers up to the last. */
async function append(count: number) {
  const { assignmentId } = place;
  await db.$transaction(async (tx) => {
    for (let each = 0; each < count; each++) {
      await publish(tx, { assignmentId, type: "ANNOTATION", annotationId });
    }
  });
}

/** Appends many events at once, unannounced: they are the past of whoever comes next. */
async function appendPast(count: number) {
  const { assignmentId } = place;
  await db.$executeRaw`
    INSERT INTO event (assignment_id, number, type, annotation_id)
    SELECT ${assignmentId}::uuid, number, 'ANNOTATION', ${annotationId}::uuid
    FROM generate_series(2, ${count + 1}::int) AS number`;
  const data = { number: BigInt(count + 1) };
  await db.eventHead.update({ where: { assignmentId }, data });
}

function numbers(from: number, to: number) {
  return Array.from({ length: to - from + 1 }, (_, index) => BigInt(from + index));
}

function watchAs({ id: userId }: { id: string }, hub: Hub, given = {}) {
  return watch(hub, { ...place, userId, ...given });
}

describe("a stream", () => {
  test("replays what came after its cursor, then tells what happens", async () => {
    await append(3);
    const ben = watchAs(room.classmate, openHub(), { cursor: 2n });
    await untilHeard(ben, [3n, 4n]);
    await append(1);
    await untilHeard(ben, [3n, 4n, 5n]);
  });

  test("that comes later and from further back hears all, and disturbs nobody", async () => {
    const hub = openHub();
    const early = watchAs(room.classmate, hub, { cursor: 1n });
    await append(2);
    await untilHeard(early, [2n, 3n]);
    const late = watchAs(room.author, hub);
    await untilHeard(late, [1n, 2n, 3n]);
    await append(1);
    await untilHeard(late, [1n, 2n, 3n, 4n]);
    await untilHeard(early, [2n, 3n, 4n]);
  });

  test("replays more than one batch without a gap", async () => {
    await appendPast(450);
    const ben = watchAs(room.classmate, openHub());
    await untilHeard(ben, numbers(1, 451));
    expect(ben.resets).toEqual([]);
  });

  test("that is more than a thousand events behind begins anew at the present", async () => {
    await appendPast(1_500);
    const ben = watchAs(room.classmate, openHub());
    await vi.waitFor(() => expect(ben.resets).toEqual([1_501n]));
    await append(1);
    await vi.waitFor(() => expect(ben.heard.at(-1)).toBe(1_502n));
    expect(ben.ended).toEqual([]);
  });

  test("misses nothing of what is written while it catches up", async () => {
    await appendPast(400);
    const hub = openHub();
    const writing = Promise.all(Array.from({ length: 5 }, () => append(2)));
    const watchers = Array.from({ length: 5 }, () => watchAs(room.classmate, hub));
    await writing;
    for (const each of watchers) await untilHeard(each, numbers(1, 411));
  });

  test("that is closed hears no more, and closing it again harms nobody", async () => {
    const hub = openHub();
    const ben = watchAs(room.classmate, hub);
    await untilHeard(ben, [1n]);
    ben.close();
    const ada = watchAs(room.author, hub, { cursor: 1n });
    ben.close();
    await append(1);
    await untilHeard(ada, [2n]);
    expect(ben.heard).toEqual([1n]);
  });

  test("hears nothing of another assignment", async () => {
    const elsewhere = await createAssignment(room.course.id);
    const hub = openHub();
    const ben = watchAs(room.classmate, hub, { assignmentId: elsewhere.id });
    const ada = watchAs(room.author, hub);
    await append(1);
    await untilHeard(ada, [1n, 2n]);
    expect(ben.heard).toEqual([]);
  });
});

test("an event is prepared once, however many watch", async () => {
  const prepare = vi.fn(async () => 0);
  const hub = openHub(prepare);
  const watchers = Array.from({ length: 8 }, () => watchAs(room.classmate, hub, { cursor: 1n }));
  await untilListening(1);
  await append(1);
  for (const each of watchers) await untilHeard(each, [2n]);
  expect(prepare).toHaveBeenCalledTimes(1);
});

test("what could not be read is read again, and nothing is lost", async () => {
  const prepare = vi.fn(async () => 0);
  const hub = openHub(prepare);
  const ben = watchAs(room.classmate, hub);
  await untilHeard(ben, [1n]);
  await untilListening(1);
  prepare.mockRejectedValueOnce(new Error("the database is away"));
  await append(1);
  await untilHeard(ben, [1n, 2n]);
});

test("whose past could not be read is asked to come back", async () => {
  const prepare = vi.fn(async () => 0);
  prepare.mockRejectedValueOnce(new Error("the database is away"));
  expect(await untilEnded(watchAs(room.classmate, openHub(prepare)))).toBe("resume");
});

describe("a person's streams", () => {
  test("are twelve at most, and closing one makes room", async () => {
    const hub = openHub();
    const mine = Array.from({ length: 12 }, () => watchAs(room.classmate, hub));
    expect(() => watchAs(room.classmate, hub)).toThrow(TooMany);
    watchAs(room.author, hub);
    mine[0]?.close();
    await untilHeard(watchAs(room.classmate, hub), [1n]);
  });
});

describe("streams end at once when access ends", () => {
  const ending: [string, () => Promise<unknown>][] = [
    ["they are removed", () => removePerson(room.instructor.id, person())],
    ["they leave", () => leaveCourse(room.classmate.id, { courseId: room.course.id })],
    [
      "their role changes",
      () => changeRole(room.instructor.id, { ...person(), role: "ASSISTANT" }),
    ],
    ["they sign out everywhere", () => signOutEverywhere(room.classmate.id)],
  ];

  function person() {
    return { courseId: room.course.id, userId: room.classmate.id };
  }

  test.each(ending)("because %s", async (_, end) => {
    const hub = openHub();
    const streams = [watchAs(room.classmate, hub), watchAs(room.classmate, hub)];
    const other = watchAs(room.author, hub);
    await untilListening(1);
    await end();
    for (const each of streams) expect(await untilEnded(each)).toBe("access");
    expect(other.ended).toEqual([]);
  });

  test("in the course that it ends in, and in no other", async () => {
    const course = await createCourse();
    await enrol(course.id, room.classmate.id);
    const { id: assignmentId } = await createAssignment(course.id);
    const hub = openHub();
    const here = watchAs(room.classmate, hub);
    const there = watchAs(room.classmate, hub, { assignmentId, courseId: course.id });
    await untilListening(1);
    await removePerson(room.instructor.id, person());
    expect(await untilEnded(here)).toBe("access");
    expect(there.ended).toEqual([]);
  });

  test("and not when ending it was refused", async () => {
    const hub = openHub();
    const ben = watchAs(room.classmate, hub);
    await untilListening(1);
    await expect(removePerson(room.author.id, person())).rejects.toThrow();
    await append(1);
    await untilHeard(ben, [1n, 2n]);
    expect(ben.ended).toEqual([]);
  });
});
