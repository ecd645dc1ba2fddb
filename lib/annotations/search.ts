import "server-only";

import { type AssignmentViewer, getAssignmentViewer } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import { readMomentCursor, writeCursor } from "./cursor";
import {
  type AnnotationView,
  annotationSelect,
  type CommentView,
  commentSelect,
  presentAnnotation,
  presentComment,
} from "./present";
import type { Page } from "./queries";
import { readableSql, wordsReadableSql } from "./readable-sql";
import type { SearchQuery } from "./schema";
import { type Snippet, snippetAround, wordsOf } from "./snippet";

/** A comment that was found, and the thread that it stands in. */
export interface FoundComment {
  id: string;
  annotationId: string;
  author: CommentView["author"];
  createdAt: string;
  kind: AnnotationView["kind"];
  /** The passage that the thread is on; empty for the reading as a whole. */
  quote: string;
  snippet: Snippet;
}

/** More words than anybody looks for at once; the others narrow nothing. */
const WORDS_AT_MOST = 8;

/**
 * A page of the comments that the viewer may read and that have all of these words, or parts of
 * words, in them, the newest first. Accents and case make no difference. Of an older revision it
 * searches the threads that are shown beside it.
 *
 * @throws NotFound
 * @throws Invalid for a cursor that we did not write
 */
export async function searchComments(
  userId: string,
  assignmentId: string,
  { q, cursor, limit, revision }: SearchQuery,
): Promise<Page<FoundComment>> {
  const viewer = await getAssignmentViewer(userId, assignmentId, { revision });
  const words = wordsOf(q).slice(0, WORDS_AT_MOST);
  const ids = await findIds(viewer, words, { cursor, limit: limit + 1 });
  const rows = await db.comment.findMany({
    where: { id: { in: ids.slice(0, limit) } },
    select: {
      ...commentSelect(viewer),
      text: true,
      annotation: { select: annotationSelect(viewer) },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  const last = ids.length > limit ? rows.at(-1) : undefined;
  return {
    rows: rows.map(({ annotation, text, ...row }) => {
      const { kind, quote } = presentAnnotation(viewer, annotation);
      const { id, annotationId, author, createdAt } = presentComment(viewer, annotation, row);
      const snippet = snippetAround(text, words);
      return { id, annotationId, author, createdAt, kind, quote, snippet };
    }),
    nextCursor: last ? writeCursor([last.createdAt.toISOString(), last.id]) : null,
  };
}

async function findIds(
  viewer: AssignmentViewer,
  words: readonly string[],
  { cursor, limit }: { cursor: string | undefined; limit: number },
): Promise<string[]> {
  const [createdAt, id] = cursor ? readMomentCursor(cursor) : [null, null];
  const hasAll = words.map(
    (word) => Prisma.sql`search_words(comment.text) LIKE ${containing(word)} ESCAPE '\\'`,
  );
  const isLater = id
    ? Prisma.sql`AND (comment.created_at, comment.id) < (${createdAt}::timestamptz, ${id}::uuid)`
    : Prisma.empty;
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT comment.id
    FROM comment
    JOIN annotation ON annotation.id = comment.annotation_id
    JOIN anchor ON anchor.annotation_id = annotation.id
      AND anchor.revision_id = ${viewer.revisionId}::uuid
    WHERE comment.assignment_id = ${viewer.assignmentId}::uuid
      AND ${wordsReadableSql(viewer)}
      AND ${readableSql(viewer)}
      AND ${Prisma.join(hasAll, " AND ")}
      ${isLater}
    ORDER BY comment.created_at DESC, comment.id DESC
    LIMIT ${limit}`;
  return found.map((row) => row.id);
}

/** A pattern for `LIKE`: the word as the index has it, its own wildcards taken as they are typed. */
function containing(word: string): Prisma.Sql {
  return Prisma.sql`'%' || regexp_replace(search_words(${word}), '([\\\\%_])', '\\\\\\1', 'g') || '%'`;
}
