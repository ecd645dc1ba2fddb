import "server-only";

import { listPosts } from "@/lib/annotations/posts";
import { listAssignmentViewers } from "@/lib/assignments/queries";
import type { Transaction } from "@/lib/db";
import { type InboxThreadView, type NoticeRow, presentInboxThread } from "./present";

/**
 * The threads that a person's notices speak of, in the order of `rows`, of one thread oldest first,
 * as that person may see them at this moment: everything that leaves, to a page or by mail, comes through here.
 *
 * What they may read no longer is left out. A few queries, however many courses there are.
 */
export async function readThreads(
  tx: Transaction,
  userId: string,
  rows: readonly NoticeRow[],
): Promise<InboxThreadView[]> {
  const assignmentIds = [...new Set(rows.map(({ assignmentId }) => assignmentId))];
  const viewers = await listAssignmentViewers(userId, { assignmentIds, tx });
  const posts = await listPosts(viewers, rows, tx);
  const places = await tx.assignment.findMany({
    where: { id: { in: viewers.map(({ assignmentId }) => assignmentId) } },
    select: { id: true, title: true, course: { select: { title: true } } },
  });
  const byKey = new Map(posts.map((post) => [keyOf(post.annotation.id, post.comment?.id), post]));
  const placeOf = new Map(places.map((place) => [place.id, place]));
  return grouped(rows).flatMap((ofThread) => {
    const told = ofThread.flatMap((row) => {
      const post = byKey.get(keyOf(row.annotationId, row.commentId));
      return post ? [{ row, post }] : [];
    });
    const place = placeOf.get(ofThread[0]?.assignmentId ?? "");
    const view = place && presentInboxThread(place, told);
    return view ? [view] : [];
  });
}

function keyOf(annotationId: string, commentId: string | null | undefined): string {
  return `${annotationId} ${commentId ?? ""}`;
}

/** The notices by thread, in their order. */
function grouped(rows: readonly NoticeRow[]): NoticeRow[][] {
  const threads = new Map<string, NoticeRow[]>();
  for (const row of rows) {
    const ofThread = threads.get(row.annotationId) ?? [];
    threads.set(row.annotationId, ofThread);
    ofThread.push(row);
  }
  return [...threads.values()];
}
