import "server-only";

import { db } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import type { Part } from "./parts";
import type { OpenQuestion, PartTalk, TagCount, VoicesRow } from "./present";

/** An assignment, and the revision that its course reads. */
export interface InsightPlace {
  assignmentId: string;
  courseId: string;
  revisionId: string;
}

const LISTED = 10;
const TAGS = 30;

/** Threads that others than their author read. What people note for themselves counts nowhere. */
export const IS_SHARED = Prisma.sql`(
  annotation.deleted_at IS NULL AND annotation.merged_into_id IS NULL
  AND annotation.held_at IS NULL AND annotation.audience::text <> 'ONLY_ME'
)`;

/** Posts that all see who see their thread. */
export const IS_SAID = Prisma.sql`(
  comment.deleted_at IS NULL AND comment.held_at IS NULL
  AND comment.hidden_at IS NULL AND comment.private_to_id IS NULL
)`;

/** What is said about each part of the text, by the part's index; parts in silence are left out. */
export async function countTalk(
  { assignmentId, revisionId }: InsightPlace,
  parts: readonly Part[],
): Promise<Map<number, PartTalk>> {
  const starts = parts.map(({ start }) => start);
  const rows = await db.$queryRaw<(PartTalk & { index: number })[]>`
    SELECT width_bucket(anchor.start, ${starts}::int[]) - 1 AS index,
      count(*)::int AS threads,
      coalesce(sum(annotation.comment_count), 0)::int AS posts,
      (count(*) FILTER (WHERE annotation.kind::text = 'QUESTION'))::int AS questions,
      (count(*) FILTER (
        WHERE annotation.kind::text = 'QUESTION' AND annotation.answered_at IS NULL
      ))::int AS open
    FROM annotation
    JOIN anchor ON anchor.annotation_id = annotation.id AND anchor.revision_id = ${revisionId}::uuid
    WHERE annotation.assignment_id = ${assignmentId}::uuid AND ${IS_SHARED}
      AND anchor.state::text <> 'DETACHED' AND anchor."end" > anchor.start
    GROUP BY 1`;
  return new Map(rows.map(({ index, ...talk }) => [index, talk]));
}

const isOpen = ({ assignmentId }: InsightPlace) => Prisma.sql`
  annotation.assignment_id = ${assignmentId}::uuid AND ${IS_SHARED}
  AND annotation.kind::text = 'QUESTION' AND annotation.answered_at IS NULL`;

/** Questions that nobody called answered, those that most people ask first. */
export async function listOpenQuestions(place: InsightPlace): Promise<OpenQuestion[]> {
  return db.$queryRaw<OpenQuestion[]>`
    SELECT annotation.id, annotation.quote, comment.text AS words,
      comment.vote_count AS "tooCount", annotation.comment_count - 1 AS "replyCount"
    FROM annotation
    JOIN comment ON comment.annotation_id = annotation.id
      AND comment.is_opening AND comment.merged_from_id IS NULL
    WHERE ${isOpen(place)} AND ${IS_SAID}
    ORDER BY comment.vote_count DESC, annotation.created_at, annotation.id
    LIMIT ${LISTED}`;
}

export async function countOpenQuestions(place: InsightPlace): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM annotation WHERE ${isOpen(place)}`;
  return row?.count ?? 0;
}

/** Threads in which the most people talk; a monologue is none. */
export async function listVoices({ assignmentId }: InsightPlace): Promise<VoicesRow[]> {
  return db.$queryRaw<VoicesRow[]>`
    SELECT annotation.id, annotation.quote, annotation.kind::text AS kind,
      count(DISTINCT comment.author_id)::int AS voices, count(*)::int AS posts
    FROM comment
    JOIN annotation ON annotation.id = comment.annotation_id
    WHERE comment.assignment_id = ${assignmentId}::uuid AND ${IS_SHARED} AND ${IS_SAID}
    GROUP BY annotation.id
    HAVING count(DISTINCT comment.author_id) > 1
    ORDER BY voices DESC, posts DESC, annotation.id
    LIMIT ${LISTED}`;
}

/** The tags of the discussion, the most used first. */
export async function listTags({ assignmentId }: InsightPlace): Promise<TagCount[]> {
  return db.$queryRaw<TagCount[]>`
    SELECT comment_tag.name, count(*)::int AS count
    FROM comment_tag
    JOIN comment ON comment.id = comment_tag.comment_id
    JOIN annotation ON annotation.id = comment.annotation_id
    WHERE comment_tag.assignment_id = ${assignmentId}::uuid AND ${IS_SHARED} AND ${IS_SAID}
    GROUP BY comment_tag.name
    ORDER BY count DESC, comment_tag.name
    LIMIT ${TAGS}`;
}
