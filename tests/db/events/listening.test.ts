import { beforeEach, describe, expect, test, vi } from "vitest";

import { getLiveCursor, liveHub } from "@/lib/annotations/live";
import { removePerson } from "@/lib/courses/mutations";
import { db } from "@/lib/db";
import { sealCursor } from "@/lib/events/cursor";
import { readHead } from "@/lib/events/log";
import { type Classroom, openClassroom } from "../../support/classroom";
import { annotate } from "../../support/factories";
import { cutListening, delayListening, openHub, untilListening } from "../../support/hub";
import { endOf, follow, spokenOf } from "../../support/live";
import { outcomeOf } from "../../support/outcome";

vi.mock("@/lib/events/log", { spy: true });

let room: Classroom;

beforeEach(async () => {
  liveHub().close();
  await untilListening(0);
  room = await openClassroom();
});

function open() {
  return follow(room.classmate.id, room.assignment.id);
}

function mark() {
  return annotate(room.author.id, room.assignment, "fox");
}

function remove() {
  const { classmate, course, instructor } = room;
  return removePerson(instructor.id, { courseId: course.id, userId: classmate.id });
}

test("one connection listens for all streams of an instance", async () => {
  await Promise.all([open(), open(), open()]);
  await untilListening(1);
});

test("two instances on one database hear each other", async () => {
  const other = openHub();
  const heard: bigint[] = [];
  const { assignment, course, author } = room;
  other.open({
    ...{ assignmentId: assignment.id, courseId: course.id, userId: author.id, cursor: 0n },
    isAllowed: async () => true,
    deliver: ({ number }) => heard.push(number),
    reset: () => {},
    end: () => {},
  });
  const ben = await open();
  await untilListening(2);
  const { id } = await mark();
  await ben.until((messages) => spokenOf(messages).includes(id));
  await vi.waitFor(() => expect(heard).toEqual([1n]));
});

describe("a database that goes away and comes back", () => {
  test("costs nobody a word: streams end with `resume`, and who comes back catches up", async () => {
    const ben = await open();
    const first = await mark();
    await ben.until((messages) => messages.length === 1);
    await untilListening(1);

    await cutListening();
    const meanwhile = await mark();
    expect(await endOf(ben)).toBe("resume");
    await untilListening(1);

    const back = await follow(room.classmate.id, room.assignment.id, ben.cursor);
    const later = await mark();
    await back.until((messages) => spokenOf(messages).includes(later.id));
    const told = spokenOf([...ben.messages, ...back.messages]);
    expect(told).toEqual([first.id, meanwhile.id, later.id]);
  });

  test("does not keep a stream open whose access ended meanwhile", async () => {
    const ben = await open();
    await untilListening(1);
    await cutListening();
    await remove();
    await endOf(ben);
    const again = follow(room.classmate.id, room.assignment.id, ben.cursor);
    expect(await outcomeOf(again)).toBe("NotFound");
  });
});

describe("access that ends while a stream opens", () => {
  test("ends the stream, though it ended between the look and the opening", async () => {
    vi.mocked(readHead).mockImplementationOnce(async () => {
      await remove();
      return 0n;
    });
    await untilListening(0);
    expect(await endOf(await open())).toBe("access");
  });

  test("ends the stream, though nobody listened yet", async () => {
    const listen = delayListening();
    const ben = await open();
    await remove();
    const { id } = await mark();
    listen();
    expect(await endOf(ben)).toBe("access");
    expect(spokenOf(ben.messages)).not.toContain(id);
  });
});

test("what is said before the first connection listens is told all the same", async () => {
  const listen = delayListening();
  const ben = await open();
  const { id } = await mark();
  listen();
  await ben.until((messages) => spokenOf(messages).includes(id));
});

describe("a cursor", () => {
  test.each([
    ["of another assignment", () => sealCursor(crypto.randomUUID(), 0n)],
    ["that we did not make", () => "nonsense"],
    ["of a number that the log has not reached", () => sealCursor(room.assignment.id, 9_999n)],
  ])("%s begins with a reset, and goes on from the present", async (_, cursorOf) => {
    await mark();
    const ben = await follow(room.classmate.id, room.assignment.id, cursorOf());
    await ben.until((messages) => messages.length === 1);
    expect(ben.messages).toEqual([{ type: "reset" }]);
    const { id } = await mark();
    await ben.until((messages) => spokenOf(messages).includes(id));
    expect(ben.messages).toHaveLength(2);
  });

  test("of a page is where its stream begins: nothing twice, nothing missed", async () => {
    await mark();
    const cursor = await getLiveCursor(room.assignment.id);
    const { id } = await mark();
    const ben = await follow(room.classmate.id, room.assignment.id, cursor);
    await ben.until((messages) => messages.length === 1);
    expect(spokenOf(ben.messages)).toEqual([id]);
  });

  test("is kept by every message, so that none is told twice to who comes back", async () => {
    const ben = await follow(room.classmate.id, room.assignment.id);
    await mark();
    await ben.until((messages) => messages.length === 1);
    expect(ben.cursor).toBe(sealCursor(room.assignment.id, 1n));
    ben.close();
    const { id } = await mark();
    const back = await follow(room.classmate.id, room.assignment.id, ben.cursor);
    await back.until((messages) => messages.length === 1);
    expect(spokenOf(back.messages)).toEqual([id]);
  });
});

test("an instance that stops asks everybody to come back", async () => {
  const ben = await open();
  liveHub().close();
  expect(await endOf(ben)).toBe("resume");
  await untilListening(0);
  expect(await db.event.count({ where: { assignmentId: room.assignment.id } })).toBe(0);
});
