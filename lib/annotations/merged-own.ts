import "server-only";

import type { Transaction } from "@/lib/db";
import { publishToPeople } from "@/lib/events/person";
import { Prisma } from "@/prisma/generated/client";

/** A thread, and the one that it is or was merged into. */
interface Merged {
  annotationId: string;
  leadId: string;
}

/**
 * Lets what people were told of a thread, and what they said of it for themselves, hold for the
 * thread that it is merged into: notices lead there, who followed, muted or kept it does so there.
 * What somebody said of that thread itself is theirs and stays. Nothing that somebody has not seen
 * counts as seen by it.
 *
 * Both threads are locked, and `annotationId` is merged already. What was said of it is kept with
 * it, for {@link giveBack}.
 */
export async function bringAlong(tx: Transaction, merged: Merged): Promise<void> {
  await moveNotices(tx, merged);
  await bringFollows(tx, merged, ANYBODY);
  await bringSaved(tx, merged, ANYBODY);
  await bringSeen(tx, merged);
}

/**
 * Takes {@link bringAlong} back, but for what people said since of the thread that it was merged
 * into. `annotationId` is merged no longer; who saw the other since has seen this one with it.
 */
export async function giveBack(tx: Transaction, merged: Merged & { mergedAt: Date | null }) {
  await returnNotices(tx, merged);
  await returnFollows(tx, merged);
  await returnSaved(tx, merged);
  await returnSeen(tx, merged);
}

async function moveNotices(tx: Transaction, { annotationId, leadId }: Merged): Promise<void> {
  const rows = await tx.$queryRaw<{ userId: string }[]>`
    UPDATE notification SET annotation_id = ${leadId}::uuid, merged_from_id = ${annotationId}::uuid
    WHERE annotation_id = ${annotationId}::uuid
    RETURNING user_id AS "userId"`;
  await publishToPeople(tx, [...new Set(rows.map(({ userId }) => userId))]);
}

async function returnNotices(tx: Transaction, { annotationId, leadId }: Merged): Promise<void> {
  const rows = await tx.$queryRaw<{ userId: string }[]>`
    UPDATE notification SET annotation_id = ${annotationId}::uuid, merged_from_id = NULL
    WHERE annotation_id = ${leadId}::uuid AND merged_from_id = ${annotationId}::uuid
    RETURNING user_id AS "userId"`;
  await publishToPeople(tx, [...new Set(rows.map(({ userId }) => userId))]);
}

const ANYBODY = Prisma.sql`TRUE`;

/** What a person says of the lead themselves, later or before, has no thread that it came from. */
function bringFollows(tx: Transaction, { annotationId, leadId }: Merged, among: Prisma.Sql) {
  return tx.$executeRaw`
    INSERT INTO follow (id, user_id, annotation_id, state, merged_from_id, updated_at)
    SELECT gen_random_uuid(), user_id, ${leadId}::uuid, state, ${annotationId}::uuid, now()
    FROM follow WHERE annotation_id = ${annotationId}::uuid AND ${among}
    ON CONFLICT (user_id, annotation_id) DO NOTHING`;
}

function bringSaved(tx: Transaction, { annotationId, leadId }: Merged, among: Prisma.Sql) {
  return tx.$executeRaw`
    INSERT INTO saved (user_id, annotation_id, merged_from_id, created_at)
    SELECT user_id, ${leadId}::uuid, ${annotationId}::uuid, created_at
    FROM saved WHERE annotation_id = ${annotationId}::uuid AND ${among}
    ON CONFLICT (user_id, annotation_id) DO NOTHING`;
}

async function returnFollows(tx: Transaction, { annotationId, leadId }: Merged): Promise<void> {
  const rows = await tx.$queryRaw<{ userId: string }[]>`
    DELETE FROM follow
    WHERE annotation_id = ${leadId}::uuid AND merged_from_id = ${annotationId}::uuid
    RETURNING user_id AS "userId"`;
  await again(tx, leadId, rows, bringFollows);
}

async function returnSaved(tx: Transaction, { annotationId, leadId }: Merged): Promise<void> {
  const rows = await tx.$queryRaw<{ userId: string }[]>`
    DELETE FROM saved
    WHERE annotation_id = ${leadId}::uuid AND merged_from_id = ${annotationId}::uuid
    RETURNING user_id AS "userId"`;
  await again(tx, leadId, rows, bringSaved);
}

/** Others that are merged into the same thread may say the same of it, for those people. */
async function again(
  tx: Transaction,
  leadId: string,
  people: { userId: string }[],
  bring: (tx: Transaction, merged: Merged, among: Prisma.Sql) => Promise<number>,
): Promise<void> {
  if (people.length === 0) return;
  const ids = people.map(({ userId }) => userId);
  const among = Prisma.sql`user_id = ANY(${ids}::uuid[])`;
  const rest = await tx.annotation.findMany({
    where: { mergedIntoId: leadId },
    select: { id: true },
    orderBy: [{ mergedAt: "asc" }, { id: "asc" }],
  });
  for (const { id } of rest) await bring(tx, { annotationId: id, leadId }, among);
}

/**
 * Who saw either thread has seen the merged one up to the first comment of another's that they had
 * not seen where it stood: all of it where there is none. So something may be new to them once
 * more, and nothing that was new is lost.
 */
async function bringSeen(tx: Transaction, { annotationId, leadId }: Merged): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO thread_seen (user_id, annotation_id, seen_at, merged_from_id, former_seen_at)
    SELECT person.user_id, ${leadId}::uuid,
      least(person.last_at, unseen.first_at - interval '1 millisecond'),
      ${annotationId}::uuid, person.lead_at
    FROM (
      SELECT user_id, max(seen_at) AS last_at,
        max(seen_at) FILTER (WHERE annotation_id = ${leadId}::uuid) AS lead_at,
        max(seen_at) FILTER (WHERE annotation_id = ${annotationId}::uuid) AS merged_at
      FROM thread_seen WHERE annotation_id IN (${leadId}::uuid, ${annotationId}::uuid)
      GROUP BY user_id
    ) AS person
    CROSS JOIN LATERAL (
      SELECT min(comment.created_at) AS first_at FROM comment
      WHERE comment.annotation_id = ${leadId}::uuid AND comment.author_id <> person.user_id
        AND comment.deleted_at IS NULL AND comment.held_at IS NULL AND comment.private_to_id IS NULL
        AND comment.created_at > coalesce(
          CASE WHEN comment.merged_from_id = ${annotationId}::uuid
            THEN person.merged_at ELSE person.lead_at END, '-infinity'::timestamptz)
    ) AS unseen
    ON CONFLICT (user_id, annotation_id) DO UPDATE SET
      seen_at = excluded.seen_at, merged_from_id = excluded.merged_from_id,
      former_seen_at = excluded.former_seen_at`;
}

async function returnSeen(
  tx: Transaction,
  { annotationId, leadId, mergedAt }: Merged & { mergedAt: Date | null },
): Promise<void> {
  const isBrought = { annotationId: leadId, mergedFromId: annotationId };
  await tx.threadSeen.deleteMany({ where: { ...isBrought, formerSeenAt: null } });
  await tx.$executeRaw`
    UPDATE thread_seen SET seen_at = former_seen_at, merged_from_id = NULL, former_seen_at = NULL
    WHERE annotation_id = ${leadId}::uuid AND merged_from_id = ${annotationId}::uuid`;
  await tx.$executeRaw`
    INSERT INTO thread_seen (user_id, annotation_id, seen_at)
    SELECT user_id, ${annotationId}::uuid, seen_at FROM thread_seen
    WHERE annotation_id = ${leadId}::uuid AND merged_from_id IS NULL
      AND seen_at > ${mergedAt}::timestamptz
    ON CONFLICT (user_id, annotation_id)
    DO UPDATE SET seen_at = greatest(thread_seen.seen_at, excluded.seen_at)`;
}
