import "server-only";

import { type AssignmentViewer, getAssignmentViewer } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import {
  annotationSelect,
  type CommentView,
  commentSelect,
  presentAnnotation,
  presentComment,
} from "./present";
import { readableSql, wordsReadableSql } from "./readable-sql";
import type { SimilarQuery } from "./schema";
import { snippetAround } from "./snippet";

/** A question that may be the one somebody is about to ask. */
export interface SimilarThread {
  id: string;
  author: CommentView["author"];
  quote: string;
  /** How it begins. */
  words: string;
  isAnswered: boolean;
}

const SHOWN_AT_MOST = 3;

/**
 * The questions that the viewer can read and answer, on words of this passage, or that say nearly what `q` does
 * anywhere in the assignment; the most alike first.
 *
 * Likeness is of letters in threes (pg_trgm), at least the 0.3 that its operator asks for: it knows
 * the same question in other forms of its words, in any language, and needs no model of one.
 *
 * @throws NotFound
 */
export async function listSimilar(
  userId: string,
  assignmentId: string,
  { start, end, q }: SimilarQuery,
): Promise<SimilarThread[]> {
  const viewer = await getAssignmentViewer(userId, assignmentId);
  const ids = await findIds(viewer, { start, end, q });
  const rows = await db.comment.findMany({
    where: { id: { in: ids } },
    select: {
      ...commentSelect(viewer),
      text: true,
      annotation: { select: annotationSelect(viewer) },
    },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const { annotation, text, ...comment } = row;
    const { quote, answeredAt, can } = presentAnnotation(viewer, annotation);
    if (!can.reply) return [];
    const { author, annotationId } = presentComment(viewer, annotation, comment);
    const words = snippetAround(text, []).text;
    return [{ id: annotationId, author, quote, words, isAnswered: answeredAt !== null }];
  });
}

/** The opening comments of such questions. Two searches, so that each has its index. */
async function findIds(
  viewer: AssignmentViewer,
  { start, end, q }: SimilarQuery,
): Promise<string[]> {
  const words = Prisma.sql`search_words(${q})`;
  const isReadable = Prisma.sql`annotation.kind::text = 'QUESTION' AND comment.is_opening
    AND ${wordsReadableSql(viewer)} AND ${readableSql(viewer)}`;
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      SELECT comment.id, search_words(comment.text) AS words
      FROM anchor
      JOIN annotation ON annotation.id = anchor.annotation_id
      JOIN comment ON comment.annotation_id = annotation.id
      WHERE anchor.revision_id = ${viewer.revisionId}::uuid
        AND anchor.start < ${end} AND anchor."end" > ${start}
        AND anchor.state::text <> 'DETACHED'
        AND annotation.assignment_id = ${viewer.assignmentId}::uuid
        AND ${isReadable}
      UNION
      SELECT comment.id, search_words(comment.text) AS words
      FROM comment
      JOIN annotation ON annotation.id = comment.annotation_id
      WHERE comment.assignment_id = ${viewer.assignmentId}::uuid
        AND search_words(comment.text) % ${words}
        AND ${isReadable}
    ) AS question
    ORDER BY similarity(words, ${words}) DESC, id
    LIMIT ${SHOWN_AT_MOST}`;
  return found.map(({ id }) => id);
}
