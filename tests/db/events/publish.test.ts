import pg from "pg";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { readEvents, readHead } from "@/lib/events/log";
import { EVENT_CHANNEL, publish } from "@/lib/events/publish";
import { type Classroom, openClassroom } from "../../support/classroom";
import { annotate, createAssignment } from "../../support/factories";
import { holdTransaction, untilBlocked } from "../../support/transactions";

let room: Classroom;
let annotationId: string;
let assignmentId: string;

beforeEach(async () => {
  room = await openClassroom();
  assignmentId = room.assignment.id;
  ({ id: annotationId } = await annotate(room.author.id, room.assignment, "fox"));
});

/** The event that a transaction of these tests appends. */
function event(place = assignmentId) {
  return { assignmentId: place, type: "ANNOTATION", annotationId } as const;
}

async function numbersAfter(after: bigint) {
  return (await readEvents(assignmentId, after, 100)).map(({ number }) => number);
}

describe("the log", () => {
  test("begins at 1 and counts each assignment for itself", async () => {
    const elsewhere = await createAssignment(room.course.id);
    await annotate(room.author.id, elsewhere, "fox");
    expect(await readEvents(assignmentId, 0n, 100)).toMatchObject([
      { number: 1n, type: "ANNOTATION", annotationId, commentId: null },
    ]);
    expect(await readHead(elsewhere.id)).toBe(1n);
  });

  test("has no head before the first event", async () => {
    const silent = await createAssignment(room.course.id);
    expect(await readHead(silent.id)).toBe(0n);
    expect(await readEvents(silent.id, 0n, 100)).toEqual([]);
  });

  test("is read in order, after a number and no further than asked", async () => {
    await db.$transaction(async (tx) => {
      for (let count = 0; count < 5; count++) await publish(tx, event());
    });
    expect(await numbersAfter(2n)).toEqual([3n, 4n, 5n, 6n]);
    const two = await readEvents(assignmentId, 2n, 2);
    expect(two.map(({ number }) => number)).toEqual([3n, 4n]);
    expect(await numbersAfter(6n)).toEqual([]);
  });
});

describe("an event of a transaction", () => {
  let heard: string[];
  let listener: pg.Client;

  beforeEach(async () => {
    heard = [];
    listener = new pg.Client({ connectionString: env.DATABASE_URL });
    await listener.connect();
    listener.on("notification", ({ payload }) => heard.push(payload ?? ""));
    await listener.query(`LISTEN ${EVENT_CHANNEL}`);
  });

  afterEach(() => listener.end());

  test("is appended and announced when it commits, and not before", async () => {
    const open = await holdTransaction((tx) => publish(tx, event()));
    expect(await readHead(assignmentId)).toBe(1n);
    await listener.query("SELECT 1");
    expect(heard).toEqual([]);

    await open.commit();
    await vi.waitFor(() => expect(heard).toEqual([`${assignmentId} 2`]));
    expect(await readHead(assignmentId)).toBe(2n);
  });

  test("is neither appended nor announced when it is rolled back, and its number is used again", async () => {
    const open = await holdTransaction((tx) => publish(tx, event()));
    await open.rollBack();
    expect(await numbersAfter(0n)).toEqual([1n]);
    await db.$transaction((tx) => publish(tx, event()));
    await vi.waitFor(() => expect(heard).toEqual([`${assignmentId} 2`]));
    expect(await numbersAfter(0n)).toEqual([1n, 2n]);
  });
});

describe("two transactions that write at the same time", () => {
  test("take their numbers in the order in which they commit: the second waits", async () => {
    const first = await holdTransaction((tx) => publish(tx, event()));
    let isSecondDone = false;
    const second = db
      .$transaction((tx) => publish(tx, event()), { timeout: 20_000 })
      .then(() => {
        isSecondDone = true;
      });
    await untilBlocked(1);
    expect(isSecondDone).toBe(false);
    expect(await numbersAfter(0n)).toEqual([1n]);

    await first.commit();
    expect((await numbersAfter(0n)).slice(0, 2)).toEqual([1n, 2n]);
    await second;
    expect(await numbersAfter(0n)).toEqual([1n, 2n, 3n]);
  });

  test("wait for each other also at the first event of an assignment", async () => {
    const silent = await createAssignment(room.course.id);
    const first = await holdTransaction((tx) => publish(tx, event(silent.id)));
    const second = db.$transaction((tx) => publish(tx, event(silent.id)), { timeout: 20_000 });
    await untilBlocked(1);
    await first.commit();
    await second;
    expect(await readHead(silent.id)).toBe(2n);
  });

  test("leave no gap when the first of them is rolled back", async () => {
    const first = await holdTransaction((tx) => publish(tx, event()));
    const second = db.$transaction((tx) => publish(tx, event()), { timeout: 20_000 });
    await untilBlocked(1);
    await first.rollBack();
    await second;
    expect(await numbersAfter(0n)).toEqual([1n, 2n]);
  });

  test("do not wait for each other in different assignments", async () => {
    const elsewhere = await createAssignment(room.course.id);
    const first = await holdTransaction((tx) => publish(tx, event()));
    await db.$transaction((tx) => publish(tx, event(elsewhere.id)));
    expect(await readHead(elsewhere.id)).toBe(1n);
    await first.commit();
  });

  test("never let a reader who follows the log miss a number or see one twice", async () => {
    const seen: bigint[] = [];
    let areWriting = true;
    const writing = Promise.all(
      Array.from({ length: 25 }, () =>
        db.$transaction((tx) => publish(tx, event()), { timeout: 20_000, maxWait: 20_000 }),
      ),
    ).finally(() => {
      areWriting = false;
    });
    while (areWriting || (await readHead(assignmentId)) > (seen.at(-1) ?? 0n)) {
      seen.push(...(await numbersAfter(seen.at(-1) ?? 0n)));
    }
    await writing;
    expect(seen).toEqual(Array.from({ length: 26 }, (_, index) => BigInt(index + 1)));
  });
});
