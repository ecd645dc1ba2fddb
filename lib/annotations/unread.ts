import "server-only";

import { getAssignmentViewer } from "@/lib/assignments/queries";
import { db, type Transaction } from "@/lib/db";
import { publishToPeople } from "@/lib/events/person";
import { Prisma } from "@/prisma/generated/client";
import { type AnnotationViewer, type Reader, readableBy } from "./policy";
import { readableAmongSql, readableSql, wordsReadableSql } from "./readable-sql";
import type { MarkSeenInput } from "./schema";

/** More than anybody steps through; keeps the answer bounded. */
const IDS_AT_MOST = 2_000;

/** The threads of an assignment in which others wrote something that the viewer has not seen. */
export interface UnreadView {
  /** Written since they first had the assignment open, in the order of the text. */
  unread: string[];
  /** Written before that: there is no telling whether they want it, so it is offered apart. */
  earlier: string[];
}

/**
 * What a thread is to a viewer, as a letter: `S` for seen (or nothing in it is by others), `U` for
 * unread, `E` for earlier. For rows named `seen_thread` and `opened` of {@link unseenJoins}.
 *
 * @param others the last moment at which somebody else wrote in it, as SQL; null where nobody did
 */
export function unseenSql(others: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE
    WHEN ${others} IS NULL OR ${others} <= seen_thread.seen_at THEN 'S'
    WHEN opened.seen_at IS NULL OR ${others} <= opened.seen_at THEN 'E'
    ELSE 'U'
  END`;
}

/** What {@link unseenSql} needs to have joined to a row named `annotation`. */
export function unseenJoins(userId: string): Prisma.Sql {
  return Prisma.sql`
    LEFT JOIN thread_seen seen_thread
      ON seen_thread.annotation_id = annotation.id AND seen_thread.user_id = ${userId}::uuid
    LEFT JOIN seen opened
      ON opened.assignment_id = annotation.assignment_id AND opened.user_id = ${userId}::uuid`;
}

/** The threads that hold something the viewer has not seen. @throws NotFound */
export async function listUnread(userId: string, assignmentId: string): Promise<UnreadView> {
  const viewer = await getAssignmentViewer(userId, assignmentId);
  const rows = await db.$queryRaw<{ id: string; unseen: string }[]>`
    SELECT id, unseen FROM (
      SELECT annotation.id, anchor.start, ${unseenSql(Prisma.sql`talk.others_at`)} AS unseen
      FROM annotation
      JOIN anchor ON anchor.annotation_id = annotation.id
        AND anchor.revision_id = ${viewer.revisionId}::uuid
      JOIN LATERAL (
        SELECT max(comment.created_at) AS others_at
        FROM comment
        WHERE comment.annotation_id = annotation.id AND comment.author_id <> ${userId}::uuid
          AND ${wordsReadableSql(viewer)}
      ) talk ON talk.others_at IS NOT NULL
      ${unseenJoins(userId)}
      WHERE annotation.assignment_id = ${assignmentId}::uuid AND ${readableSql(viewer)}
    ) thread
    WHERE unseen <> 'S'
    ORDER BY start, id
    LIMIT ${IDS_AT_MOST}`;
  const idsOf = (letter: string) =>
    rows.flatMap(({ id, unseen }) => (unseen === letter ? [id] : []));
  return { unread: idsOf("U"), earlier: idsOf("E") };
}

/**
 * Remembers that the person saw these threads, or all that they may read, over all their devices.
 * What they were told of them counts as read, and is not mailed any more.
 *
 * @throws NotFound
 */
export async function markThreadsSeen(
  userId: string,
  assignmentId: string,
  { ids, agoMs }: MarkSeenInput,
  now = new Date(),
): Promise<void> {
  const viewer = await getAssignmentViewer(userId, assignmentId, { now });
  const seenAt = new Date(now.getTime() - agoMs);
  const among = ids ? Prisma.sql`AND annotation.id = ANY (${ids}::uuid[])` : Prisma.empty;
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO thread_seen (user_id, annotation_id, seen_at)
      SELECT ${userId}::uuid, annotation.id, ${seenAt}::timestamptz
      FROM annotation
      WHERE annotation.assignment_id = ${assignmentId}::uuid AND ${readableSql(viewer)} ${among}
        AND EXISTS (
          SELECT FROM comment
          WHERE comment.annotation_id = annotation.id AND ${wordsReadableSql(viewer)}
        )
      ON CONFLICT (user_id, annotation_id)
      DO UPDATE SET seen_at = excluded.seen_at, merged_from_id = NULL, former_seen_at = NULL
      WHERE excluded.seen_at > thread_seen.seen_at`;
    await readNotices(tx, viewer, { assignmentId, ids, seenAt });
  });
}

async function readNotices(
  tx: Transaction,
  viewer: AnnotationViewer,
  { assignmentId, ids, seenAt }: { assignmentId: string; ids: string[] | undefined; seenAt: Date },
): Promise<void> {
  const { userId } = viewer;
  const { count } = await tx.notification.updateMany({
    where: {
      ...{ userId, assignmentId, readAt: null, createdAt: { lte: seenAt } },
      ...(ids ? { annotationId: { in: ids } } : {}),
      annotation: readableBy(viewer),
    },
    data: { readAt: seenAt },
  });
  if (count > 0) await publishToPeople(tx, [userId]);
}

/** One person before one assignment. */
type Place = Reader & { assignmentId: string };

/**
 * How many comments of others each assignment holds that came after the person first had it open,
 * in threads that they have not seen since; all of them where they never had it open.
 */
export async function countUnseen(places: readonly Place[]): Promise<Map<string, number>> {
  const [first] = places;
  if (!first) return new Map();
  const rows = await db.$queryRaw<{ assignmentId: string; count: number }[]>`
    SELECT comment.assignment_id AS "assignmentId", count(*)::int AS count
    FROM comment JOIN annotation ON annotation.id = comment.annotation_id
    ${unseenJoins(first.userId)}
    WHERE ${readableAmongSql(places)} AND comment.author_id <> ${first.userId}::uuid
      AND (opened.seen_at IS NULL OR comment.created_at > opened.seen_at)
      AND (seen_thread.seen_at IS NULL OR comment.created_at > seen_thread.seen_at)
    GROUP BY comment.assignment_id`;
  return new Map(rows.map(({ assignmentId, count }) => [assignmentId, count]));
}
