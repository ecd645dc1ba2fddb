import "server-only";

import { db, type Transaction } from "@/lib/db";
import { writeCursor } from "./cursor";
import { type AnnotationViewer, commentAbilities } from "./policy";
import {
  type AnnotationRow,
  type CommentRow,
  commentSelect,
  presentAnnotation,
  presentComment,
  RESTRICTED_AT_MOST,
  type Shown,
  type ThreadView,
} from "./present";

/** Comments that come with a thread; the others are asked for when somebody reads on. */
const COMMENTS_WITH_THREAD = 20;

/** An annotation with the first of its comments, for whoever may look at it. */
export interface ThreadRows {
  annotation: AnnotationRow;
  /** The first that everybody sees, and all that only some do, oldest first. */
  comments: CommentRow[];
}

/** The rows of annotations with the first of their comments, in two queries however many they are. */
export async function withComments(
  shown: Omit<Shown, "revisionId">,
  annotations: AnnotationRow[],
  tx: Transaction = db,
): Promise<ThreadRows[]> {
  const ids = annotations.map(({ id }) => id);
  const first = await tx.$queryRaw<{ id: string }[]>`
    SELECT comment.id
    FROM unnest(${ids}::uuid[]) AS thread (id)
    CROSS JOIN LATERAL (
      (
        SELECT c.id FROM comment c
        WHERE c.annotation_id = thread.id AND c.held_at IS NULL AND c.private_to_id IS NULL
        ORDER BY c.created_at, c.id
        LIMIT ${COMMENTS_WITH_THREAD + 1}
      )
      UNION ALL
      (
        SELECT c.id FROM comment c
        WHERE c.annotation_id = thread.id
          AND (c.held_at IS NOT NULL OR c.private_to_id IS NOT NULL)
        ORDER BY c.created_at, c.id
        LIMIT ${RESTRICTED_AT_MOST}
      )
    ) AS comment`;
  const rows = await tx.comment.findMany({
    where: { id: { in: first.map(({ id }) => id) } },
    select: commentSelect(shown),
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
  { annotation, comments }: ThreadRows,
): ThreadView {
  const readable = comments.filter((row) => commentAbilities(viewer, annotation, row).read);
  const shown = readable.slice(0, COMMENTS_WITH_THREAD);
  return {
    ...presentAnnotation(viewer, annotation),
    comments: shown.map((row) => presentComment(viewer, annotation, row)),
    nextCursor: readable.length > shown.length ? cursorAfter(shown) : null,
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
 * wait for the other. Of several threads in the order of their ids.
 */
export async function lockThread(tx: Transaction, ...annotationIds: string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT id FROM annotation WHERE id = ANY(${annotationIds}::uuid[]) ORDER BY id FOR UPDATE`;
}

/** Counts anew the comments of threads that are locked. */
export async function countComments(tx: Transaction, ...annotationIds: string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE annotation SET comment_count = (
      SELECT count(*) FROM comment
      WHERE comment.annotation_id = annotation.id AND comment.deleted_at IS NULL
        AND comment.held_at IS NULL AND comment.private_to_id IS NULL
    )
    WHERE id = ANY(${annotationIds}::uuid[])`;
}
