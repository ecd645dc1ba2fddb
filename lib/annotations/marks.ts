import "server-only";

import { createHash } from "node:crypto";

import { type AssignmentViewer, getAssignmentViewer } from "@/lib/assignments/queries";
import type { ShownQuery } from "@/lib/assignments/schema";
import { db } from "@/lib/db";
import { readHead } from "@/lib/events/log";
import { Prisma } from "@/prisma/generated/client";
import { type AuthorView, authorSelect, presentAuthor } from "./present-author";
import { readableSql, wordsReadableSql } from "./readable-sql";
import { unseenJoins, unseenSql } from "./unread";

/**
 * Where every annotation lies that the viewer may read, in the order of the text: columns rather
 * than an object each, because a reading with thousands of marks sends this at every opening.
 * In the strings every mark has a letter, the first of its value's name; moments are seconds
 * since 1970.
 */
export interface MarksView {
  revisionId: string;
  authors: AuthorView[];
  /** 32 hexadecimal digits each: a UUID without its dashes. */
  ids: string;
  starts: number[];
  lengths: number[];
  states: string;
  kinds: string;
  audiences: string;
  /** `1` for a question that was answered, else `0`. */
  answered: string;
  /** `1` for what the staff pinned, else `0`. */
  pinned: string;
  /** `1` for a thread of which the staff picked a comment, else `0`. */
  picked: string;
  /** Index into `authors`. */
  authorIndexes: number[];
  /** Comments whose place the viewer sees: of a hidden one others have the words. */
  commentCounts: number[];
  /** Upvotes of the opening comment; of a question, how many ask it too. */
  voteCounts: number[];
  createdAts: number[];
  /** When somebody last wrote in it. */
  activeAts: number[];
  /** `S` for seen, `U` for unread, `E` for what was unseen when the viewer first had it open. */
  unseen: string;
  /** The groups that there are marks for, in the order of the text. */
  groups: { id: string; name: string }[];
  /** Index into `groups`, of those marks alone that are for one. */
  groupIndexes: number[];
  /** The tags of comments that the viewer can read, in the order of the alphabet. */
  tags: string[];
  /** Who has which: the index of a mark and one into `tags`, in turn, in the order of the text. */
  tagPairs: number[];
}

/** More marks than can be painted usefully on one text; keeps the answer bounded. */
const MARKS_AT_MOST = 20_000;
const TAGGED_AT_MOST = 50_000;

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
  const [[columns], tagged] = await Promise.all([
    db.$queryRaw<Columns[]>(columnsOf(viewer)),
    db.$queryRaw<Tagged[]>(taggedBy(viewer)),
  ]);
  const { authorIds, anonymous, groupIds, ...marks } = columns ?? EMPTY;
  // Somebody who writes under their name and under another is two authors. They come in the order
  // of the text, which everybody sees.
  const voices = authorIds.map((id, at) => `${id} ${anonymous[at]}`);
  const distinct = [...new Set(voices)];
  const [rows, groups] = await Promise.all([
    db.user.findMany({
      where: { id: { in: [...new Set(authorIds)] } },
      select: authorSelect(viewer),
    }),
    db.group.findMany({
      where: { id: { in: [...new Set(groupIds)] } },
      select: { id: true, name: true },
    }),
  ]);
  const people = new Map(rows.map((row) => [row.id, row]));
  const indexes = new Map(distinct.map((voice, index) => [voice, index]));
  return {
    revisionId: viewer.revisionId,
    authors: distinct.flatMap((voice) => {
      const [id = "", isAnonymous] = voice.split(" ");
      const person = people.get(id);
      return person ? presentAuthor(viewer, person, isAnonymous === "1") : [];
    }),
    ...marks,
    authorIndexes: voices.map((voice) => indexes.get(voice) ?? 0),
    ...indexGroups(groupIds, groups),
    ...indexTags(marks.ids, tagged),
  };
}

function indexGroups(
  groupIds: string[],
  rows: MarksView["groups"],
): Pick<MarksView, "groups" | "groupIndexes"> {
  const distinct = [...new Set(groupIds)];
  const byId = new Map(rows.map((row) => [row.id, row]));
  const indexes = new Map(distinct.map((id, index) => [id, index]));
  return {
    groups: distinct.map((id) => byId.get(id) ?? { id, name: "" }),
    groupIndexes: groupIds.map((id) => indexes.get(id) ?? 0),
  };
}

/** Only tags of marks that are there: one that was made a moment later comes with its event. */
function indexTags(ids: string, tagged: Tagged[]): Pick<MarksView, "tags" | "tagPairs"> {
  const byMark = new Map<string, string[]>();
  for (const { id, name } of tagged) byMark.set(id, [...(byMark.get(id) ?? []), name]);
  const found: [at: number, name: string][] = [];
  for (let at = 0; at * 32 < ids.length; at++) {
    for (const name of byMark.get(ids.slice(at * 32, at * 32 + 32)) ?? []) found.push([at, name]);
  }
  const tags = [...new Set(found.map(([, name]) => name))].sort();
  const indexes = new Map(tags.map((name, index) => [name, index]));
  return { tags, tagPairs: found.flatMap(([at, name]) => [at, indexes.get(name) ?? 0]) };
}

/**
 * Changes whenever {@link listMarks} would answer otherwise: with the log of events, the text,
 * who looks and what they have seen, and the names, roles and groups of the course. Far cheaper than the list itself.
 *
 * @throws NotFound
 */
export async function getMarksTag(
  userId: string,
  assignmentId: string,
  shown: ShownQuery = {},
): Promise<string> {
  const viewer = await getAssignmentViewer(userId, assignmentId, shown);
  const [head, [people], [groups], [seen]] = await Promise.all([
    readHead(assignmentId),
    db.$queryRaw<{ changedAt: Date | null }[]>`
      SELECT max(greatest(e.updated_at, u.updated_at)) AS "changedAt"
      FROM enrolment e JOIN "user" u ON u.id = e.user_id
      WHERE e.course_id = ${viewer.courseId}::uuid`,
    db.$queryRaw<{ changedAt: Date | null }[]>`
      SELECT max(updated_at) AS "changedAt" FROM "group"
      WHERE course_id = ${viewer.courseId}::uuid`,
    db.$queryRaw<{ at: Date | null; opened: Date | null }[]>`
      SELECT max(thread_seen.seen_at) AS at, max(opened.seen_at) AS opened
      FROM seen opened
      LEFT JOIN annotation ON annotation.assignment_id = opened.assignment_id
      LEFT JOIN thread_seen ON thread_seen.annotation_id = annotation.id
        AND thread_seen.user_id = opened.user_id
      WHERE opened.user_id = ${userId}::uuid AND opened.assignment_id = ${assignmentId}::uuid`,
  ]);
  const { role, groupId, revisionId } = viewer;
  const moments = [people?.changedAt, groups?.changedAt, seen?.at, seen?.opened].map((at) =>
    at?.getTime(),
  );
  const facts = [userId, role, groupId, revisionId, head, ...moments];
  return createHash("sha256").update(facts.join(" ")).digest("base64url").slice(0, 22);
}

type Made =
  | ("revisionId" | "authors" | "authorIndexes")
  | ("groups" | "groupIndexes" | "tags" | "tagPairs");
type Columns = Omit<MarksView, Made> & {
  authorIds: string[];
  groupIds: string[];
  /** `1` for what stands under a pseudonym, else `0`. */
  anonymous: string;
};

/** A tag in a thread, whose id has no dashes. */
interface Tagged {
  id: string;
  name: string;
}

const EMPTY: Columns = {
  ids: "",
  starts: [],
  lengths: [],
  states: "",
  kinds: "",
  audiences: "",
  answered: "",
  pinned: "",
  picked: "",
  commentCounts: [],
  voteCounts: [],
  createdAts: [],
  activeAts: [],
  unseen: "",
  authorIds: [],
  groupIds: [],
  anonymous: "",
};

/**
 * Comments are looked up mark by mark, by their index. Joined to a list of all, a planner without
 * fresh statistics may go through that list once for every mark: ten thousand squared. For the same
 * reason `OFFSET 0` keeps it from asking other indexes as well who may read them.
 */
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
      coalesce(string_agg(CASE WHEN pinned_at IS NULL THEN '0' ELSE '1' END, ''), '') AS pinned,
      coalesce(string_agg(CASE WHEN has_picked THEN '1' ELSE '0' END, ''), '') AS picked,
      coalesce(array_agg(coalesce(comment_count, 0)::int), '{}') AS "commentCounts",
      coalesce(array_agg(coalesce(vote_count, 0)::int), '{}') AS "voteCounts",
      coalesce(array_agg(extract(epoch FROM created_at)::int), '{}') AS "createdAts",
      coalesce(array_agg(extract(epoch FROM coalesce(active_at, created_at))::int), '{}') AS "activeAts",
      coalesce(string_agg(unseen, ''), '') AS unseen,
      coalesce(array_agg(author_id::text), '{}') AS "authorIds",
      coalesce(array_agg(group_id::text) FILTER (WHERE audience = 'GROUP'), '{}') AS "groupIds",
      coalesce(string_agg(CASE WHEN is_anonymous THEN '1' ELSE '0' END, ''), '') AS anonymous
    FROM (
      SELECT
        annotation.id, annotation.kind, annotation.audience, annotation.answered_at,
        annotation.pinned_at, annotation.created_at, annotation.author_id, annotation.is_anonymous,
        annotation.group_id, talk.has_picked,
        anchor.start AS at, anchor."end" AS until, anchor.state,
        talk.comment_count, talk.vote_count, talk.active_at,
        ${unseenSql(Prisma.sql`talk.others_at`)} AS unseen
      FROM anchor
      JOIN annotation ON annotation.id = anchor.annotation_id
      LEFT JOIN LATERAL (
        SELECT annotation.comment_count + count(*)
            FILTER (WHERE comment.held_at IS NOT NULL OR comment.private_to_id IS NOT NULL)
            AS comment_count,
          max(comment.created_at) AS active_at,
          bool_or(comment.picked_at IS NOT NULL) AS has_picked,
          max(comment.created_at) FILTER (WHERE comment.author_id <> ${userId}::uuid) AS others_at,
          max(comment.vote_count)
            FILTER (WHERE comment.is_opening AND comment.merged_from_id IS NULL) AS vote_count
        FROM (SELECT * FROM comment WHERE annotation_id = annotation.id OFFSET 0) AS comment
        WHERE ${wordsReadableSql(viewer)}
      ) talk ON true
      ${unseenJoins(userId)}
      WHERE anchor.revision_id = ${revisionId}::uuid
        AND annotation.assignment_id = ${assignmentId}::uuid
        AND ${readableSql(viewer)}
      ORDER BY anchor.start, anchor."end" DESC, annotation.id
      LIMIT ${MARKS_AT_MOST}
    ) mark`;
}

/** By the tag and not by the mark: few threads have one. */
function taggedBy(viewer: AssignmentViewer): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT replace(annotation.id::text, '-', '') AS id, comment_tag.name
    FROM comment_tag
    JOIN comment ON comment.id = comment_tag.comment_id
    JOIN annotation ON annotation.id = comment.annotation_id
    WHERE comment_tag.assignment_id = ${viewer.assignmentId}::uuid
      AND ${wordsReadableSql(viewer)} AND ${readableSql(viewer)}
    ORDER BY 1, 2
    LIMIT ${TAGGED_AT_MOST}`;
}
