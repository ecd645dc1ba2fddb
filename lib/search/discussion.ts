import "server-only";

import { z } from "zod";

import { readCursor, writeCursor } from "@/lib/annotations/cursor";
import { listPosts, type PostKey } from "@/lib/annotations/posts";
import { readableSql, wordsReadableSql } from "@/lib/annotations/readable-sql";
import type { AssignmentViewer } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import { type Authors, findAuthors, isFromSql } from "./authors";
import { daysOf } from "./days";
import { containing, type Matching, matchTerms } from "./matching";
import { fromEach, listPlaces, type Place } from "./places";
import { type FoundPost, presentFound } from "./present";
import type { ParsedQuery } from "./query";

/**
 * What fits best is looked for among so many of the latest that fit: a word that half of a million
 * comments have would else have to be weighed in all of them.
 */
const RANKED_AT_MOST = 500;

const scored = z.tuple([z.int().min(0), z.iso.datetime(), z.uuid()]);

interface FoundRow extends PostKey {
  id: string;
  assignmentId: string;
  score: number;
  at: Date;
}

interface Search {
  userId: string;
  query: ParsedQuery;
  authors: Authors | null;
  /** What lies after `after` and before `before`, where they are given. */
  days: { after: Date | null; before: Date | null };
  matchings: Map<string | null, Matching>;
}

/**
 * A page of the comments that the person may read and that a query finds, and of their own marks:
 * what fits best first, of the same the latest. The place of each depends on nothing but its own
 * words, so that nothing is shown twice or left out when others write meanwhile.
 *
 * @throws Invalid for a cursor that we did not write
 */
export async function searchDiscussion(
  viewers: readonly AssignmentViewer[],
  query: ParsedQuery,
  { userId, zone, cursor, limit }: SearchOptions,
): Promise<{ found: FoundPost[]; nextCursor: string | null }> {
  const [places, authors] = await Promise.all([
    listPlaces(viewers),
    findAuthors(userId, viewers, query.from),
  ]);
  const find = async (among: readonly Place[], inParts: boolean) => {
    const languages = among.map(({ language }) => language);
    const matchings = await matchTerms(query.terms, languages, { inParts });
    const search: Search = { userId, query, authors, days: daysOf(query, zone), matchings };
    return { matchings, rows: await findPage(among, search, { cursor, limit: limit + 1 }) };
  };
  let { matchings, rows } = await find(places, false);
  const withoutDictionary = places.filter(({ language }) => language === null);
  // Where no word begins so, and PostgreSQL knows no forms of it, any part of a word will do.
  if (rows.length === 0 && query.terms.length > 0 && withoutDictionary.length > 0) {
    ({ matchings, rows } = await find(withoutDictionary, true));
  }
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const posts = await listPosts(viewers, page);
  const languageOf = new Map(
    places.flatMap(({ assignmentIds, language }) => assignmentIds.map((id) => [id, language])),
  );
  return {
    found: await presentFound(posts, ({ assignmentId }) =>
      matchings.get(languageOf.get(assignmentId) ?? null),
    ),
    nextCursor: last ? writeCursor([last.score, last.at.toISOString(), last.id]) : null,
  };
}

export interface SearchOptions {
  userId: string;
  /** Where the person's days begin and end. */
  zone: string;
  cursor?: string | undefined;
  limit: number;
}

async function findPage(
  places: readonly Place[],
  search: Search,
  { cursor, limit }: { cursor: string | undefined; limit: number },
): Promise<FoundRow[]> {
  const after = cursor ? readCursor(cursor, scored) : null;
  const isAfter = after
    ? Prisma.sql`WHERE (score, at, id) < (${after[0]}, ${after[1]}::timestamptz, ${after[2]}::uuid)`
    : Prisma.empty;
  const comments = asksForComments(search.query)
    ? fromEach(places, (place) => commentsOf(place, search))
    : null;
  const marks = asksForMarks(search.query)
    ? fromEach(places, (place) => marksOf(place, search))
    : null;
  const all = [comments, marks].filter((each) => each !== null);
  if (all.length === 0) return [];
  return db.$queryRaw<FoundRow[]>`
    SELECT id, "annotationId", "commentId", "assignmentId", score, at
    FROM (${Prisma.join(all, " UNION ALL ")}) AS found
    ${isAfter}
    ORDER BY score DESC, at DESC, id DESC
    LIMIT ${limit}`;
}

/**
 * Newest first, and where words are looked for each comment's annotation on its own (`OFFSET 0`
 * keeps the two from being joined): of words that many comments have, PostgreSQL then reads only as
 * many as are wanted, from the newest on, and of rare ones those alone that have them.
 */
function commentsOf({ viewer, assignmentIds, language }: Place, search: Search): Prisma.Sql {
  const { comment, score } = search.matchings.get(language)!;
  return Prisma.sql`
    (SELECT comment.id, comment.annotation_id AS "annotationId", comment.id AS "commentId",
      comment.assignment_id AS "assignmentId", ${score} AS score, comment.created_at AS at
    FROM comment
    WHERE comment.assignment_id = ANY(${assignmentIds}::uuid[])
      AND ${comment}
      AND ${filtersOf(viewer, search)}
      AND ${wordsReadableSql(viewer)}
      AND EXISTS (
        SELECT FROM annotation
        WHERE annotation.id = comment.annotation_id
          AND ${readableSql(viewer)}
          AND ${threadFiltersOf(search)}
        ${search.query.terms.length > 0 ? Prisma.sql`OFFSET 0` : Prisma.empty}
      )
    ORDER BY comment.created_at DESC, comment.id DESC
    LIMIT ${RANKED_AT_MOST})`;
}

/** The person's own highlights, which have no words but those of their passages. */
function marksOf({ viewer, assignmentIds }: Place, { userId, query, days }: Search): Prisma.Sql {
  const conditions = [
    within(Prisma.sql`annotation.created_at`, days),
    savedBy(userId, query),
    ...query.terms.map(
      ({ text }) => Prisma.sql`search_words(annotation.quote) LIKE ${containing(text)}`,
    ),
  ];
  return Prisma.sql`
    (SELECT annotation.id, annotation.id AS "annotationId", NULL::uuid AS "commentId",
      annotation.assignment_id AS "assignmentId", 0 AS score, annotation.created_at AS at
    FROM annotation
    WHERE annotation.author_id = ${userId}::uuid AND annotation.kind = 'HIGHLIGHT'
      AND annotation.assignment_id = ANY(${assignmentIds}::uuid[])
      AND ${readableSql(viewer)}
      AND ${Prisma.join(conditions, " AND ")}
    ORDER BY annotation.created_at DESC, annotation.id DESC
    LIMIT ${RANKED_AT_MOST})`;
}

/** Whether something other than highlights is asked for. */
function asksForComments({ kinds }: ParsedQuery): boolean {
  return kinds.length === 0 || kinds.some((kind) => kind in KIND_OF);
}

function asksForMarks({ kinds, from, tags, is }: ParsedQuery): boolean {
  const isOfKind = kinds.length === 0 || kinds.includes("highlight");
  const isMine = from.every((name) => name.toLowerCase() === "me");
  return isOfKind && isMine && tags.length === 0 && is.every((state) => state === "saved");
}

const KIND_OF: Record<string, Prisma.Sql> = {
  comment: Prisma.sql`(comment.is_opening AND annotation.kind = 'COMMENT')`,
  question: Prisma.sql`(comment.is_opening AND annotation.kind = 'QUESTION')`,
  reply: Prisma.sql`NOT comment.is_opening`,
  note: Prisma.sql`annotation.audience = 'ONLY_ME'`,
};

function filtersOf(viewer: AssignmentViewer, { query, authors, days }: Search): Prisma.Sql {
  const tags = query.tags.map(
    (tag) => Prisma.sql`EXISTS (
      SELECT FROM comment_tag WHERE comment_tag.comment_id = comment.id AND comment_tag.name = ${tag})`,
  );
  const conditions = [
    within(Prisma.sql`comment.created_at`, days),
    ...(authors ? [isFromSql(viewer, authors)] : []),
    ...tags,
  ];
  return Prisma.join(conditions, " AND ");
}

/** What is asked of the thread that a comment stands in. */
function threadFiltersOf({ query, userId }: Search): Prisma.Sql {
  const kinds = query.kinds.flatMap((kind) => KIND_OF[kind] ?? []);
  const states = query.is.flatMap((state) =>
    state === "saved"
      ? []
      : [
          Prisma.sql`(comment.is_opening AND annotation.kind = 'QUESTION'
            AND (annotation.answered_at IS NULL) = ${state === "unanswered"})`,
        ],
  );
  const conditions = [
    savedBy(userId, query),
    ...(kinds.length > 0 ? [Prisma.sql`(${Prisma.join(kinds, " OR ")})`] : []),
    ...states,
  ];
  return Prisma.join(conditions, " AND ");
}

function savedBy(userId: string, { is }: ParsedQuery): Prisma.Sql {
  if (!is.includes("saved")) return Prisma.sql`TRUE`;
  return Prisma.sql`EXISTS (
    SELECT FROM saved WHERE saved.annotation_id = annotation.id AND saved.user_id = ${userId}::uuid)`;
}

function within(column: Prisma.Sql, { after, before }: Search["days"]): Prisma.Sql {
  const conditions = [
    ...(after ? [Prisma.sql`${column} >= ${after}`] : []),
    ...(before ? [Prisma.sql`${column} < ${before}`] : []),
  ];
  return conditions.length === 0 ? Prisma.sql`TRUE` : Prisma.join(conditions, " AND ");
}
