import "server-only";

import { readMomentCursor, writeCursor } from "@/lib/annotations/cursor";
import { readableBy } from "@/lib/annotations/policy";
import { listAssignmentViewers } from "@/lib/assignments/viewers";
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
  const found = await db.$queryRaw<{ id: string; at: Date }[]>`
    SELECT notification.annotation_id AS id, max(notification.created_at) AS at
    FROM notification
    JOIN annotation ON annotation.id = notification.annotation_id AND annotation.deleted_at IS NULL
    LEFT JOIN comment ON comment.id = notification.comment_id
    WHERE notification.user_id = ${userId}::uuid
      AND comment.deleted_at IS NULL
      AND ${conditionOf(show)}
    GROUP BY notification.annotation_id
    ${goesOn}
    ORDER BY at DESC, id DESC
    LIMIT ${THREADS_A_PAGE + 1}`;
  const page = found.slice(0, THREADS_A_PAGE);
  const last = found.length > page.length ? page.at(-1) : undefined;
  const notices = await listNotices(
    userId,
    page.map((thread) => thread.id),
    show,
  );
  return {
    threads: await readThreads(db, userId, notices),
    nextCursor: last ? writeCursor([last.at.toISOString(), last.id]) : null,
  };
}

/** How many threads of a person's inbox hold something unread; 100 at most. */
export async function countUnread(userId: string): Promise<number> {
  const unread = { userId, readAt: null, doneAt: null };
  const places = await db.notification.findMany({
    where: unread,
    distinct: ["assignmentId"],
    select: { assignmentId: true },
  });
  const assignmentIds = places.map(({ assignmentId }) => assignmentId);
  const viewers = await listAssignmentViewers(db, { userIds: [userId], assignmentIds });
  if (viewers.length === 0) return 0;
  const readable = viewers.map((viewer) => ({
    AND: [{ assignmentId: viewer.assignmentId }, readableBy(viewer)],
  }));
  const rows = await db.notification.findMany({
    where: {
      ...unread,
      annotation: { OR: readable },
      OR: [{ commentId: null }, { comment: { deletedAt: null } }],
    },
    distinct: ["annotationId"],
    select: { id: true },
    take: COUNT_AT_MOST,
  });
  return rows.length;
}

/** The latest notices of each thread, the threads in the order of their ids. */
async function listNotices(userId: string, annotationIds: string[], show: InboxFilter) {
  const ids = await db.$queryRaw<{ id: string }[]>`
    SELECT latest.id
    FROM unnest(${annotationIds}::uuid[]) WITH ORDINALITY AS thread (id, place)
    CROSS JOIN LATERAL (
      SELECT notification.id, notification.created_at FROM notification
      WHERE notification.user_id = ${userId}::uuid
        AND notification.annotation_id = thread.id
        AND ${conditionOf(show)}
      ORDER BY notification.created_at DESC
      LIMIT ${NOTICES_A_THREAD}
    ) AS latest
    ORDER BY thread.place, latest.created_at`;
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
