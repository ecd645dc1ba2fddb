import "server-only";

import { db, type Transaction } from "@/lib/db";
import { writeCursor } from "./cursor";
import type { AnnotationViewer } from "./policy";
import {
  type AnnotationRow,
  type CommentRow,
  commentSelect,
  presentAnnotation,
  presentComment,
  type ThreadView,
} from "./present";

/** Comments that come with a thread; the others are asked for when somebody reads on. */
const COMMENTS_WITH_THREAD = 20;

/** The rows of annotations with the first of their comments, in two queries however many they are. */
export async function withComments(
  { courseId }: { courseId: string },
  annotations: AnnotationRow[],
  tx: Transaction = db,
): Promise<{ annotation: AnnotationRow; comments: CommentRow[] }[]> {
  const ids = annotations.map(({ id }) => id);
  const first = await tx.$queryRaw<{ id: string }[]>`
    SELECT comment.id
    FROM unnest(${ids}::uuid[]) AS thread (id)
    CROSS JOIN LATERAL (
      SELECT c.id FROM comment c
      WHERE c.annotation_id = thread.id
      ORDER BY c.created_at, c.id
      LIMIT ${COMMENTS_WITH_THREAD + 1}
    ) AS comment`;
  const rows = await tx.comment.findMany({
    where: { id: { in: first.map(({ id }) => id) } },
    select: commentSelect({ courseId }),
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const byThread = new Map<string, CommentRow[]>(ids.map((id) => [id, []]));
  for (const row of rows) byThread.get(row.annotationId)?.push(row);
  return annotations.map((annotation) => ({
    annotation,
    comments: byThread.get(annotation.id) ?? [],
  }));
}

export function presentThread(
  viewer: AnnotationViewer,
  { annotation, comments }: { annotation: AnnotationRow; comments: CommentRow[] },
): ThreadView {
  const shown = comments.slice(0, COMMENTS_WITH_THREAD);
  return {
    ...presentAnnotation(viewer, annotation),
    comments: shown.map((row) => presentComment(viewer, annotation, row)),
    nextCursor: comments.length > shown.length ? cursorAfter(shown) : null,
  };
}

/** Where a list of comments goes on after `rows`. */
export function cursorAfter(rows: CommentRow[]): string | null {
  const last = rows.at(-1);
  return last ? writeCursor([last.createdAt.toISOString(), last.id]) : null;
}

/**
 * Makes replying, editing, deleting and undoing in one thread wait for each other. To be taken
 * before anything else in the thread is written: two who locked in different orders would each
 * wait for the other.
 */
export async function lockThread(tx: Transaction, annotationId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM annotation WHERE id = ${annotationId}::uuid FOR UPDATE`;
}
