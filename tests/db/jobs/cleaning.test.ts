import { expect, test } from "vitest";

import { saveDraft } from "@/lib/annotations/drafts";
import { countAttempt } from "@/lib/auth/limits";
import { db } from "@/lib/db";
import { clean } from "@/lib/jobs/clean";
import { openClassroom } from "../../support/classroom";
import { annotate, reply } from "../../support/factories";
import { toldOf } from "../../support/notices";

const DAY_MS = 24 * 60 * 60_000;
const ago = (days: number) => new Date(Date.now() - days * DAY_MS);

test("notices go that were read and put away long ago, and no others", async () => {
  const room = await openClassroom();
  const { id } = await annotate(room.author.id, room.assignment, "fox", { says: "A fox." });
  for (const says of ["Yes.", "No.", "Perhaps.", "Or not."])
    await reply(room.classmate.id, id, says);
  const [old, unread, late] = await db.notification.findMany({
    where: { userId: room.author.id },
    orderBy: { createdAt: "asc" },
  });
  const change = (which: typeof old, data: { readAt?: Date; doneAt?: Date }) =>
    db.notification.update({ where: { id: which!.id }, data: { createdAt: ago(900), ...data } });
  await change(old, { readAt: ago(200), doneAt: ago(181) });
  await change(unread, {});
  await change(late, { readAt: ago(200), doneAt: ago(179) });
  const words = await db.comment.count();
  expect(await clean(new Date())).toMatchObject({ notification: 1 });
  const left = await db.notification.findMany({ where: { userId: room.author.id } });
  expect(left.map((each) => each.id)).not.toContain(old!.id);
  expect(await toldOf(room.author, room.assignment.id)).toHaveLength(3);
  expect(await db.comment.count()).toBe(words);
});

test("more than a batch goes in one night, and nothing in the next", async () => {
  const { author } = await openClassroom();
  const kind = "NOTICE" as const;
  const rows = Array.from({ length: 2_500 }, (_, at) => ({
    ...{ userId: author.id, kind, messageKey: `${author.id} ${at}` },
    createdAt: at < 2_100 ? ago(91) : ago(89),
  }));
  await db.delivery.createMany({ data: rows });
  expect(await clean(new Date())).toMatchObject({ delivery: 2_100 });
  expect(await clean(new Date())).toMatchObject({ delivery: 0 });
  expect(await db.delivery.count({ where: { userId: author.id } })).toBe(400);
});

test("attempts go when their time is over", async () => {
  const who = crypto.randomUUID();
  await countAttempt("account", who);
  await clean(new Date());
  await countAttempt("account", who);
  const rows = () => db.rateLimit.findMany({ where: { key: { startsWith: "account:" } } });
  const [before, now] = [await rows(), Date.now()];
  expect(before.some(({ points }) => points === 2)).toBe(true);
  expect((await clean(new Date(now + 16 * 60_000))).rate_limit).toBeGreaterThan(0);
  expect(await rows()).toEqual([]);
});

test("drafts stay however old they are, and go with their assignment", async () => {
  const { author, assignment } = await openClassroom();
  const place = { assignmentId: assignment.id, place: "new.COMMENT.0-3" };
  await saveDraft(author.id, place, 0, { body: { body: { type: "doc" } } });
  await db.draft.updateMany({ where: { userId: author.id }, data: { updatedAt: ago(5_000) } });
  await clean(new Date());
  expect(await db.draft.count({ where: { userId: author.id } })).toBe(1);
  await db.assignment.delete({ where: { id: assignment.id } });
  expect(await db.draft.count({ where: { userId: author.id } })).toBe(0);
});

test.each([
  ["notification", "done_at < now()"],
  ["delivery", "created_at < now()"],
  ["rate_limit", "expire < 1"],
])("what is stale in %s is found by an index", async (table, condition) => {
  const plan = await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    return tx.$queryRawUnsafe<object[]>(`EXPLAIN SELECT 1 FROM "${table}" WHERE ${condition}`);
  });
  expect(JSON.stringify(plan)).toMatch(/Index (Only )?Scan|Bitmap Index Scan/);
});
