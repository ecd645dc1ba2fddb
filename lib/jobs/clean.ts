import "server-only";

import { db } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import type { Queue } from "./boss";

const DAY_MS = 24 * 60 * 60_000;
/** How long what somebody read and put away stays among what is done in their inbox. */
const DONE_DAYS = 180;
/** A mail's key keeps it from being sent twice: longer than anything waits to be mailed. */
const MAIL_DAYS = 90;
/** So much is deleted at once, so that nobody waits for it; and in one night, the rest in the next. */
const BATCH = 1_000;
const BATCHES_AT_MOST = 500;

/** What is of use to nobody any more, by where it lies: its condition, which an index answers. */
type Stale = { table: string; key: string; condition: Prisma.Sql };

/** How many rows went, by table. */
export type Cleaned = Record<string, number>;

/** Once a night, one instance whichever that is. */
export function cleaningQueues(): Queue<never>[] {
  return [
    {
      ...{ name: "clean", cron: "20 3 * * *", everySeconds: 60, atOnce: 1 },
      work: async () => void (await clean(new Date())),
    },
  ];
}

/**
 * Deletes what the machinery kept of its own: notices that were read and put away half a year ago,
 * that mails were sent, and counted attempts (to sign in, to join, to post) whose time is over.
 * Nothing that a person wrote, drafts included, is ever among it.
 */
export async function clean(now: Date): Promise<Cleaned> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const stale: Stale[] = [
    {
      ...{ table: "notification", key: "id" },
      condition: Prisma.sql`done_at < ${before(DONE_DAYS)} AND read_at IS NOT NULL`,
    },
    {
      ...{ table: "delivery", key: "id" },
      condition: Prisma.sql`created_at < ${before(MAIL_DAYS)}`,
    },
    {
      ...{ table: "rate_limit", key: "key" },
      condition: Prisma.sql`expire < ${now.getTime()}`,
    },
  ];
  const cleaned: Cleaned = {};
  for (const each of stale) cleaned[each.table] = await cleanOne(each);
  return cleaned;
}

async function cleanOne({ table, key, condition }: Stale): Promise<number> {
  const [from, name] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${key}"`)];
  let count = 0;
  for (let batch = 0; batch < BATCHES_AT_MOST; batch++) {
    const deleted = await db.$executeRaw`
      DELETE FROM ${from} WHERE ${name} IN (
        SELECT ${name} FROM ${from} WHERE ${condition} LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
      )`;
    count += deleted;
    if (deleted < BATCH) break;
  }
  return count;
}
