import "server-only";

import { readMomentCursor, writeCursor } from "@/lib/annotations/cursor";
import { readableAmongSql } from "@/lib/annotations/readable-sql";
import { type AssignmentViewer, listAssignmentViewers } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import { type InboxThreadView, noticeSelect } from "./present";
import { INBOX_KINDS, type InboxFilter, type InboxQuery, NOTICES_A_THREAD } from "./schema";
import { readThreads } from "./spoken";

const THREADS_A_PAGE = 30;
/** Beyond so many, the exact number helps nobody. */
const COUNT_AT_MOST = 100;

/** A page of an inbox: threads over all courses, those with the latest news first. */
export interface InboxPage {
  threads: InboxThreadView[];
  nextCursor: string | null;
}

/** What a person was told of, by thread, as they may see it now. */
export async function listInbox(userId: string, { show, cursor }: InboxQuery): Promise<InboxPage> {
  const [at, id] = cursor ? readMomentCursor(cursor) : [null, null];
  const goesOn = id
    ? Prisma.sql`HAVING (max(notification.created_at), notification.annotation_id) < (${at}::timestamptz, ${id}::uuid)`
    : Prisma.empty;
  const viewers = await listViewers(userId);
  const found = await db.$queryRaw<{ id: string; at: Date }[]>`
    SELECT notification.annotation_id AS id, max(notification.created_at) AS at
    FROM notification ${SPOKEN_OF}
    WHERE notification.user_id = ${userId}::uuid
      AND ${conditionOf(show)} AND ${readableAmongSql(viewers)}
    GROUP BY notification.annotation_id
    ${goesOn}
    ORDER BY at DESC, id DESC
    LIMIT ${THREADS_A_PAGE + 1}`;
  const page = found.slice(0, THREADS_A_PAGE);
  const last = found.length > page.length ? page.at(-1) : undefined;
  const notices = await listNotices(
    viewers,
    page.map((thread) => thread.id),
    Prisma.sql`notification.user_id = ${userId}::uuid AND ${conditionOf(show)}`,
  );
  return {
    threads: await readThreads(db, userId, notices),
    nextCursor: last ? writeCursor([last.at.toISOString(), last.id]) : null,
  };
}

/** How many threads of a person's inbox hold something unread; 100 at most. */
export async function countUnread(userId: string): Promise<number> {
  const viewers = await listViewers(userId, { readAt: null, doneAt: null });
  if (viewers.length === 0) return 0;
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT DISTINCT notification.annotation_id
      FROM notification ${SPOKEN_OF}
      WHERE notification.user_id = ${userId}::uuid
        AND ${conditionOf("unread")} AND ${readableAmongSql(viewers)}
      LIMIT ${COUNT_AT_MOST}
    ) AS thread`;
  return row?.count ?? 0;
}

/** The person before each assignment in which they were told of something. */
async function listViewers(
  userId: string,
  what: Prisma.NotificationWhereInput = {},
): Promise<AssignmentViewer[]> {
  const rows = await db.notification.groupBy({
    by: ["assignmentId"],
    where: { userId, ...what },
  });
  return listAssignmentViewers(userId, {
    assignmentIds: rows.map(({ assignmentId }) => assignmentId),
  });
}

/** What a row named `notification` speaks of: a thread, and mostly one comment in it. */
const SPOKEN_OF = Prisma.sql`
  JOIN annotation ON annotation.id = notification.annotation_id
  LEFT JOIN comment ON comment.id = notification.comment_id`;

/** The latest notices of each thread, the threads in the order of their ids. */
async function listNotices(
  viewers: readonly AssignmentViewer[],
  annotationIds: string[],
  isMeant: Prisma.Sql,
) {
  const ids = await db.$queryRaw<{ id: string }[]>`
    SELECT latest.id
    FROM unnest(${annotationIds}::uuid[]) WITH ORDINALITY AS thread (id, place)
    CROSS JOIN LATERAL (
      SELECT notification.id, notification.created_at
      FROM notification ${SPOKEN_OF}
      WHERE notification.annotation_id = thread.id
        AND ${isMeant} AND ${readableAmongSql(viewers)}
      ORDER BY notification.created_at DESC, notification.id DESC
      LIMIT ${NOTICES_A_THREAD}
    ) AS latest
    ORDER BY thread.place, latest.created_at, latest.id`;
  const rows = await db.notification.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    select: noticeSelect,
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap(({ id }) => byId.get(id) ?? []);
}

/** What a filter shows, as a condition on a row named `notification`. */
function conditionOf(show: InboxFilter): Prisma.Sql {
  if (show === "done") return Prisma.sql`notification.done_at IS NOT NULL`;
  const present = Prisma.sql`notification.done_at IS NULL`;
  if (show === "all") return present;
  if (show === "unread") return Prisma.sql`${present} AND notification.read_at IS NULL`;
  return Prisma.sql`${present} AND notification.kind::text IN (${Prisma.join([...INBOX_KINDS[show]])})`;
}
