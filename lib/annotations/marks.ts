import "server-only";

import { createHash } from "node:crypto";

import { type AssignmentViewer, getAssignmentViewer } from "@/lib/assignments/queries";
import type { ShownQuery } from "@/lib/assignments/schema";
import { isStaff } from "@/lib/courses/policy";
import { db } from "@/lib/db";
import { readHead } from "@/lib/events/log";
import { Prisma } from "@/prisma/generated/client";
import { readableSql } from "./readable-sql";
import { unseenJoins, unseenSql } from "./unread";

/**
 * Where every annotation lies that the viewer may read, in the order of the text: columns rather
 * than an object each, because a reading with thousands of marks sends this at every opening.
 * In the strings every mark has a letter, the first of its value's name; moments are seconds
 * since 1970.
 */
export interface MarksView {
  revisionId: string;
  authors: { id: string; name: string; isStaff: boolean }[];
  /** 32 hexadecimal digits each: a UUID without its dashes. */
  ids: string;
  starts: number[];
  lengths: number[];
  states: string;
  kinds: string;
  audiences: string;
  /** `1` for a question that was answered, else `0`. */
  answered: string;
  /** Index into `authors`. */
  authorIndexes: number[];
  commentCounts: number[];
  createdAts: number[];
  /** When somebody last wrote in it. */
  activeAts: number[];
  /** When somebody other than the viewer last did; 0 where nobody has. */
  othersAts: number[];
  /** `S` for seen, `U` for unread, `E` for what was unseen when the viewer first had it open. */
  unseen: string;
}

/** More marks than can be painted usefully on one text; keeps the answer bounded. */
const MARKS_AT_MOST = 20_000;

/**
 * All marks of an assignment in the order of the text, the longer first; detached ones count as
 * lying where they were last expected. One row of columns, made by the database, which keeps the
 * order of the inner query in every one of them.
 *
 * @throws NotFound
 */
export async function listMarks(
  userId: string,
  assignmentId: string,
  shown: ShownQuery = {},
): Promise<MarksView> {
  const viewer = await getAssignmentViewer(userId, assignmentId, shown);
  const [columns] = await db.$queryRaw<Columns[]>(columnsOf(viewer));
  const { authors: authorIds = [], ...marks } = columns ?? EMPTY;
  const distinct = [...new Set(authorIds)];
  const authors = await db.user.findMany({
    where: { id: { in: distinct } },
    select: {
      id: true,
      name: true,
      enrolments: { where: { courseId: viewer.courseId }, select: { role: true } },
    },
  });
  const indexes = new Map(authors.map(({ id }, index) => [id, index]));
  return {
    revisionId: viewer.revisionId,
    authors: authors.map(({ id, name, enrolments: [enrolment] }) => ({
      id,
      name,
      isStaff: enrolment !== undefined && isStaff(enrolment.role),
    })),
    ...marks,
    authorIndexes: authorIds.map((id) => indexes.get(id) ?? 0),
  };
}

/**
 * Changes whenever {@link listMarks} would answer otherwise: with the log of events, the text,
 * who looks and what they have seen, and the names and roles of the course. Far cheaper than the list itself.
 *
 * @throws NotFound
 */
export async function getMarksTag(
  userId: string,
  assignmentId: string,
  shown: ShownQuery = {},
): Promise<string> {
  const viewer = await getAssignmentViewer(userId, assignmentId, shown);
  const [head, [people], [seen]] = await Promise.all([
    readHead(assignmentId),
    db.$queryRaw<{ changedAt: Date | null }[]>`
      SELECT max(greatest(e.updated_at, u.updated_at)) AS "changedAt"
      FROM enrolment e JOIN "user" u ON u.id = e.user_id
      WHERE e.course_id = ${viewer.courseId}::uuid`,
    db.$queryRaw<{ at: Date | null; opened: Date | null }[]>`
      SELECT max(thread_seen.seen_at) AS at, max(opened.seen_at) AS opened
      FROM seen opened
      LEFT JOIN annotation ON annotation.assignment_id = opened.assignment_id
      LEFT JOIN thread_seen ON thread_seen.annotation_id = annotation.id
        AND thread_seen.user_id = opened.user_id
      WHERE opened.user_id = ${userId}::uuid AND opened.assignment_id = ${assignmentId}::uuid`,
  ]);
  const moments = [people?.changedAt, seen?.at, seen?.opened].map((at) => at?.getTime());
  const facts = [userId, viewer.role, viewer.revisionId, head, ...moments];
  return createHash("sha256").update(facts.join(" ")).digest("base64url").slice(0, 22);
}

type Columns = Omit<MarksView, "revisionId" | "authors" | "authorIndexes"> & { authors: string[] };

const EMPTY: Columns = {
  ids: "",
  starts: [],
  lengths: [],
  states: "",
  kinds: "",
  audiences: "",
  answered: "",
  commentCounts: [],
  createdAts: [],
  activeAts: [],
  othersAts: [],
  unseen: "",
  authors: [],
};

function columnsOf(viewer: AssignmentViewer): Prisma.Sql {
  const { userId, assignmentId, revisionId } = viewer;
  return Prisma.sql`
    SELECT
      coalesce(string_agg(replace(id::text, '-', ''), ''), '') AS ids,
      coalesce(array_agg(at), '{}') AS starts,
      coalesce(array_agg(until - at), '{}') AS lengths,
      coalesce(string_agg(left(state::text, 1), ''), '') AS states,
      coalesce(string_agg(left(kind::text, 1), ''), '') AS kinds,
      coalesce(string_agg(left(audience::text, 1), ''), '') AS audiences,
      coalesce(string_agg(CASE WHEN answered_at IS NULL THEN '0' ELSE '1' END, ''), '') AS answered,
      coalesce(array_agg(comment_count), '{}') AS "commentCounts",
      coalesce(array_agg(extract(epoch FROM created_at)::int), '{}') AS "createdAts",
      coalesce(array_agg(extract(epoch FROM coalesce(active_at, created_at))::int), '{}') AS "activeAts",
      coalesce(array_agg(extract(epoch FROM coalesce(others_at, CASE WHEN author_id <> ${userId}::uuid THEN created_at END, 'epoch'))::int), '{}') AS "othersAts",
      coalesce(string_agg(unseen, ''), '') AS unseen,
      coalesce(array_agg(author_id::text), '{}') AS authors
    FROM (
      SELECT
        annotation.id, annotation.kind, annotation.audience, annotation.answered_at,
        annotation.comment_count, annotation.created_at, annotation.author_id,
        anchor.start AS at, anchor."end" AS until, anchor.state, talk.active_at, talk.others_at,
        ${unseenSql(Prisma.sql`talk.others_at`)} AS unseen
      FROM anchor
      JOIN annotation ON annotation.id = anchor.annotation_id
      LEFT JOIN (
        SELECT annotation_id, max(created_at) AS active_at,
          max(created_at) FILTER (WHERE author_id <> ${userId}::uuid) AS others_at
        FROM comment
        WHERE assignment_id = ${assignmentId}::uuid AND deleted_at IS NULL
        GROUP BY annotation_id
      ) talk ON talk.annotation_id = annotation.id
      ${unseenJoins(userId)}
      WHERE anchor.revision_id = ${revisionId}::uuid
        AND annotation.assignment_id = ${assignmentId}::uuid
        AND ${readableSql(viewer)}
      ORDER BY anchor.start, anchor."end" DESC, annotation.id
      LIMIT ${MARKS_AT_MOST}
    ) mark`;
}
