import "server-only";

import { db, type Transaction } from "@/lib/db";
import type { Post, PostState } from "@/lib/scoring";

interface PostRow extends Omit<Post, "createdAt" | "promptId" | "kind" | "state"> {
  assignmentId: string;
  authorId: string;
  createdAt: Date;
  kind: Post["kind"];
  state: PostState;
}

/** Whose posts: everybody's, or one person's. */
interface Whose {
  userId?: string;
  tx?: Transaction;
}

/**
 * The posts of assignments as scoring takes them, by assignment and author, in one query however
 * many they are.
 *
 * Notes for oneself are left out here, whatever became of them, and so are the words: nothing that
 * is made of these can show either. A post keeps the kind and the place of the thread that it was
 * written in, so that neither merging threads nor revising the text moves a score.
 */
export async function listScoringPosts(
  assignmentIds: readonly string[],
  { userId, tx = db }: Whose = {},
): Promise<Map<string, Post[]>> {
  const rows = await tx.$queryRaw<PostRow[]>`
    WITH revision_length AS MATERIALIZED (
      SELECT revision.id, char_length(revision.text) AS length
      FROM revision
      WHERE revision.id IN (
        SELECT annotation.revision_id FROM annotation
        WHERE annotation.assignment_id = ANY(${[...assignmentIds]}::uuid[])
      )
    )
    SELECT
      comment.id, comment.assignment_id AS "assignmentId", comment.author_id AS "authorId",
      comment.annotation_id AS "threadId", comment.created_at AS "createdAt",
      CASE
        WHEN NOT comment.is_opening THEN 'reply'
        WHEN origin.kind = 'QUESTION' THEN 'question'
        ELSE 'comment'
      END AS kind,
      (NOT comment.is_opening AND origin.kind = 'QUESTION'
        AND origin.author_id <> comment.author_id) AS "isAnswer",
      comment.word_count AS words,
      CASE
        WHEN btrim(comment.text) = '' THEN comment.id::text
        ELSE md5(lower(regexp_replace(btrim(comment.text), '\\s+', ' ', 'g')))
      END AS sameness,
      CASE
        WHEN origin.start < origin."end"
        THEN LEAST(origin.start::float8 / GREATEST(revision_length.length, 1), 0.999999)
      END AS place,
      comment.vote_count AS votes, comment.picked_at IS NOT NULL AS "isPicked",
      CASE
        WHEN comment.deleted_at IS NOT NULL OR annotation.deleted_at IS NOT NULL THEN 'deleted'
        WHEN comment.private_to_id IS NOT NULL THEN 'private'
        WHEN comment.hidden_at IS NOT NULL THEN 'hidden'
        WHEN comment.held_at IS NOT NULL OR annotation.held_at IS NOT NULL THEN 'held'
        ELSE 'shown'
      END AS state
    FROM comment
    JOIN annotation ON annotation.id = comment.annotation_id
    JOIN annotation origin ON origin.id = COALESCE(comment.merged_from_id, comment.annotation_id)
    JOIN revision_length ON revision_length.id = origin.revision_id
    WHERE comment.assignment_id = ANY(${[...assignmentIds]}::uuid[])
      AND (${userId ?? null}::uuid IS NULL OR comment.author_id = ${userId ?? null}::uuid)
      AND annotation.audience <> 'ONLY_ME' AND origin.audience <> 'ONLY_ME'`;
  const posts = new Map<string, Post[]>();
  for (const { assignmentId, authorId, createdAt, ...row } of rows) {
    const key = scoreKey(assignmentId, authorId);
    const post = { ...row, createdAt: createdAt.getTime(), promptId: null };
    const list = posts.get(key);
    if (list) list.push(post);
    else posts.set(key, [post]);
  }
  return posts;
}

/** What names one person's score in one assignment in a map. */
export function scoreKey(assignmentId: string, userId: string): string {
  return `${assignmentId} ${userId}`;
}
