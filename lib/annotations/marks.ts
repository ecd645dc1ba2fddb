import "server-only";

import { getAssignmentViewer } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import type { AnnotationKind, Audience } from "@/prisma/generated/enums";
import { readableBy } from "./policy";

/** More marks than can be painted usefully on one text; keeps the answer bounded. */
const MARKS_AT_MOST = 20_000;

/**
 * Where every annotation lies that the viewer may read: columns rather than an object each,
 * because a reading with thousands of marks sends this list at every opening.
 */
export interface MarksView {
  revisionId: string;
  authors: { id: string; name: string }[];
  ids: string[];
  starts: number[];
  ends: number[];
  kinds: AnnotationKind[];
  audiences: Audience[];
  /** Index into `authors`. */
  authorIndexes: number[];
  commentCounts: number[];
}

/** All marks of an assignment in the order of the text, the longer first. @throws NotFound */
export async function listMarks(userId: string, assignmentId: string): Promise<MarksView> {
  const viewer = await getAssignmentViewer(userId, assignmentId);
  const { revisionId } = viewer;
  const rows = await db.anchor.findMany({
    where: {
      revisionId,
      state: { not: "DETACHED" },
      annotation: { assignmentId, ...readableBy(viewer) },
    },
    select: {
      start: true,
      end: true,
      annotation: {
        select: { id: true, kind: true, audience: true, commentCount: true, authorId: true },
      },
    },
    orderBy: [{ start: "asc" }, { end: "desc" }, { annotationId: "asc" }],
    take: MARKS_AT_MOST,
  });
  const authorIds = [...new Set(rows.map(({ annotation }) => annotation.authorId))];
  const authors = await db.user.findMany({
    where: { id: { in: authorIds } },
    select: { id: true, name: true },
  });
  const indexes = new Map(authors.map(({ id }, index) => [id, index]));
  return {
    revisionId,
    authors,
    ids: rows.map(({ annotation }) => annotation.id),
    starts: rows.map(({ start }) => start),
    ends: rows.map(({ end }) => end),
    kinds: rows.map(({ annotation }) => annotation.kind),
    audiences: rows.map(({ annotation }) => annotation.audience),
    authorIndexes: rows.map(({ annotation }) => indexes.get(annotation.authorId) ?? 0),
    commentCounts: rows.map(({ annotation }) => annotation.commentCount),
  };
}
