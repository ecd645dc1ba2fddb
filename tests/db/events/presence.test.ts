import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { db } from "@/lib/db";
import { startListening } from "@/lib/events/listener";
import {
  announceWriting,
  createPresence,
  PRESENCE_CHANNEL,
  type Writing,
} from "@/lib/events/presence";

let assignmentId: string;

beforeEach(() => {
  assignmentId = crypto.randomUUID();
});

/** One instance of the application, as far as it knows who is there. */
async function startInstance() {
  const written: Writing[] = [];
  const looks: string[] = [];
  const presence = createPresence({
    onPeople: (assignmentIds) => void looks.push(...assignmentIds),
    onWriting: (writing) => void written.push(writing),
  });
  const hearing = vi.fn(presence.hear);
  const listening = await new Promise<{ stop(): void }>((resolve) => {
    const made = startListening([PRESENCE_CHANNEL], {
      onNotice: (_, payload) => hearing(payload),
      onReady: () => resolve(made),
      onReturn: () => undefined,
    });
  });
  onTestFinished(() => listening.stop());
  const leaving: (() => void)[] = [];
  onTestFinished(() => {
    for (const leave of leaving) leave();
  });
  return {
    ...{ written, looks, hearing },
    peopleOf: (id: string) => presence.peopleOf(id).sort(),
    enter(id: string, userId: string) {
      const leave = presence.enter(id, userId);
      leaving.push(leave);
      return leave;
    },
  };
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 50 });

describe("two instances", () => {
  test("come to know of each other's people, and that they leave", async () => {
    const [one, two] = [await startInstance(), await startInstance()];
    one.enter(assignmentId, "ada");
    const leave = two.enter(assignmentId, "ben");
    two.enter(crypto.randomUUID(), "cleo");
    await until(() => expect(one.peopleOf(assignmentId)).toEqual(["ada", "ben"]));
    await until(() => expect(two.peopleOf(assignmentId)).toEqual(["ada", "ben"]));
    expect(one.looks).toContain(assignmentId);
    leave();
    await until(() => expect(one.peopleOf(assignmentId)).toEqual(["ada"]));
  });

  test("count a person once, and as long as one of their pages is open", async () => {
    const [one, two] = [await startInstance(), await startInstance()];
    one.enter(assignmentId, "ada");
    const [first, second] = [two.enter(assignmentId, "ben"), two.enter(assignmentId, "ben")];
    one.enter(assignmentId, "ben");
    await until(() => expect(one.peopleOf(assignmentId)).toEqual(["ada", "ben"]));
    first();
    second();
    second();
    await until(() => expect(two.peopleOf(assignmentId)).toEqual([]));
    expect(one.peopleOf(assignmentId)).toEqual(["ada", "ben"]);
  });

  test("forget nobody who loads the page anew", async () => {
    const [one, two] = [await startInstance(), await startInstance()];
    one.enter(assignmentId, "ada");
    const leave = two.enter(assignmentId, "ben");
    await until(() => expect(one.peopleOf(assignmentId)).toEqual(["ada", "ben"]));
    leave();
    two.enter(assignmentId, "ben");
    two.enter(assignmentId, "cleo");
    await until(() => expect(one.peopleOf(assignmentId)).toEqual(["ada", "ben", "cleo"]));
  });

  test("hear that somebody writes, each of them once", async () => {
    const [one, two] = [await startInstance(), await startInstance()];
    one.enter(assignmentId, "ada");
    two.enter(assignmentId, "ben");
    const writing = { assignmentId, annotationId: crypto.randomUUID(), userId: "ben" };
    await announceWriting(writing);
    await until(() => expect([one.written, two.written]).toEqual([[writing], [writing]]));
  });

  test("believe a hundred and more of the other", async () => {
    const [one, two] = [await startInstance(), await startInstance()];
    one.enter(assignmentId, "ada");
    const ids = Array.from({ length: 400 }, () => crypto.randomUUID());
    for (const id of ids) two.enter(assignmentId, id);
    await until(() => expect(one.peopleOf(assignmentId)).toHaveLength(401));
  });
});

test("an instance that falls silent is forgotten with its people", async () => {
  const one = await startInstance();
  one.enter(assignmentId, "ada");
  const payload = JSON.stringify({ from: "another", assignmentId, here: ["ben"] });
  await db.$executeRaw`SELECT pg_notify(${PRESENCE_CHANNEL}, ${payload})`;
  await until(() => expect(one.peopleOf(assignmentId)).toEqual(["ada", "ben"]));
  await until(() => expect(one.peopleOf(assignmentId)).toEqual(["ada"]));
});

test("what nobody has open here is not remembered", async () => {
  const [one, two] = [await startInstance(), await startInstance()];
  two.enter(assignmentId, "ben");
  await until(() => expect(one.hearing).toHaveBeenCalled());
  expect(one.peopleOf(assignmentId)).toEqual([]);
});

test("nothing of it is in a table", async () => {
  const rows = await db.$queryRaw<{ name: string; kept: bigint }[]>`
    SELECT relname AS name, n_tup_ins + n_tup_upd AS kept FROM pg_stat_user_tables`;
  const written = new Map(rows.map(({ name, kept }) => [name, kept]));
  const one = await startInstance();
  one.enter(assignmentId, "ada");
  await announceWriting({ assignmentId, annotationId: "a", userId: "ada" });
  await until(() => expect(one.written).toHaveLength(1));
  await db.$queryRaw`SELECT pg_stat_force_next_flush() IS NULL`;
  const after = await db.$queryRaw<{ name: string; kept: bigint }[]>`
    SELECT relname AS name, n_tup_ins + n_tup_upd AS kept FROM pg_stat_user_tables`;
  expect(new Map(after.map(({ name, kept }) => [name, kept]))).toEqual(written);
});
