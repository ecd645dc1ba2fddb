import "server-only";

import { z } from "zod";

import { readCursor, writeCursor } from "@/lib/annotations/cursor";
import { readableSql } from "@/lib/annotations/readable-sql";
import { db } from "@/lib/db";
import { containing, type Matching } from "@/lib/search/matching";
import { fromEach, type Place, readableWordsSql } from "@/lib/search/places";
import type { Term } from "@/lib/search/query";
import { Prisma } from "@/prisma/generated/client";
import type { Shown, Sort } from "./schema";

/** What an entry is of: a mark, a comment, a thread that was saved, or something begun. */
export type Source = "mark" | "post" | "saved" | "draft";

export interface EntryKey {
  id: string;
  source: Source;
  assignmentId: string;
  annotationId: string | null;
  commentId: string | null;
  /** Of a draft, which composer it is in. */
  place: string | null;
  /** Where in the text, for the order of the text. */
  start: number;
  at: Date;
}

/** Whose notebook, as who, and what of it. */
export interface NotebookScope {
  personId: string;
  /** Their own: with what only they have, saved threads and drafts. */
  isOwn: boolean;
  places: readonly Place[];
  terms: readonly Term[];
  matchings: ReadonlyMap<string | null, Matching>;
  show: Shown;
  sort: Sort;
}

const byTime = z.tuple([z.iso.datetime(), z.uuid()]);
const byText = z.tuple([z.uuid(), z.int(), z.uuid()]);

/**
 * A page of the keys of a notebook's entries. In the order of the readings the newest assignment
 * comes first and each in the order of its text.
 *
 * @throws Invalid for a cursor that we did not write
 */
export async function listKeys(
  scope: NotebookScope,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ keys: EntryKey[]; nextCursor: string | null }> {
  const sources = sourcesOf(scope).flatMap(
    (select) => fromEach(scope.places, (place) => select(place, scope)) ?? [],
  );
  if (sources.length === 0) return { keys: [], nextCursor: null };
  const rows = await db.$queryRaw<EntryKey[]>`
    SELECT * FROM (${Prisma.join(sources, " UNION ALL ")}) AS entry
    ${cursor ? Prisma.sql`WHERE ${isAfter(scope.sort, cursor)}` : Prisma.empty}
    ORDER BY ${ORDERS[scope.sort]}
    LIMIT ${limit + 1}`;
  const keys = rows.slice(0, limit);
  const last = rows.length > limit ? keys.at(-1) : undefined;
  return { keys, nextCursor: last ? cursorAt(scope.sort, last) : null };
}

/**
 * The assignments in which there is something of the person's that is seen here, the newest first:
 * where they only wrote for themselves is their own to know.
 */
export async function listAssignmentIds(
  { personId, places }: Pick<NotebookScope, "personId" | "places">,
  limit: number,
): Promise<string[]> {
  const all: NotebookScope = {
    ...{ personId, places, isOwn: false, terms: [], matchings: new Map() },
    ...{ show: "all", sort: "newest" },
  };
  const found = [marks, posts].flatMap(
    (select) => fromEach(places, (place) => select(place, all)) ?? [],
  );
  if (found.length === 0) return [];
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT "assignmentId" AS id FROM (${Prisma.join(found, " UNION ALL ")}) AS entry
    ORDER BY id DESC
    LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

type Select = (place: Place, scope: NotebookScope) => Prisma.Sql;

function sourcesOf({ show, isOwn }: NotebookScope): Select[] {
  const own = isOwn ? { saved: [saved], drafts: [drafts] } : { saved: [], drafts: [] };
  switch (show) {
    case "all":
      return [marks, posts, ...own.saved, ...own.drafts];
    case "highlights":
      return [marks];
    case "comments":
    case "questions":
      return [posts];
    case "private":
      return [marks, posts];
    case "saved":
    case "drafts":
      return own[show];
  }
}

const ORDERS = {
  newest: Prisma.sql`at DESC, id DESC`,
  oldest: Prisma.sql`at, id`,
  reading: Prisma.sql`"assignmentId" DESC, start, id`,
};

function isAfter(sort: Sort, cursor: string): Prisma.Sql {
  if (sort === "reading") {
    const [assignmentId, start, id] = readCursor(cursor, byText);
    return Prisma.sql`("assignmentId" < ${assignmentId}::uuid OR ("assignmentId" = ${assignmentId}::uuid
      AND (start, id) > (${start}, ${id}::uuid)))`;
  }
  const [at, id] = readCursor(cursor, byTime);
  return sort === "newest"
    ? Prisma.sql`(at, id) < (${at}::timestamptz, ${id}::uuid)`
    : Prisma.sql`(at, id) > (${at}::timestamptz, ${id}::uuid)`;
}

function cursorAt(sort: Sort, { at, id, assignmentId, start }: EntryKey): string {
  return writeCursor(sort === "reading" ? [assignmentId, start, id] : [at.toISOString(), id]);
}

const ANCHOR = Prisma.sql`
  LEFT JOIN anchor ON anchor.annotation_id = annotation.id AND anchor.revision_id = assignment.revision_id`;

function marks(
  { viewer, assignmentIds }: Place,
  { personId, terms, show }: NotebookScope,
): Prisma.Sql {
  return Prisma.sql`
    SELECT annotation.id, 'mark' AS source, annotation.assignment_id AS "assignmentId",
      annotation.id AS "annotationId", NULL::uuid AS "commentId", NULL AS place,
      coalesce(anchor.start, 0) AS start, annotation.created_at AS at
    FROM annotation JOIN assignment ON assignment.id = annotation.assignment_id ${ANCHOR}
    WHERE annotation.author_id = ${personId}::uuid AND annotation.kind = 'HIGHLIGHT'
      AND annotation.assignment_id = ANY(${assignmentIds}::uuid[])
      AND ${readableSql(viewer)}
      AND ${show === "private" ? PRIVATE : TRUE}
      AND ${allIn(Prisma.sql`annotation.quote`, terms)}`;
}

function posts(
  { viewer, assignmentIds, language }: Place,
  { personId, matchings, show }: NotebookScope,
): Prisma.Sql {
  const isQuestion = Prisma.sql`(comment.is_opening AND annotation.kind = 'QUESTION')`;
  const isShown = {
    ...{ all: TRUE, highlights: TRUE, saved: TRUE, drafts: TRUE, private: PRIVATE },
    questions: isQuestion,
    comments: Prisma.sql`NOT ${isQuestion}`,
  }[show];
  return Prisma.sql`
    SELECT comment.id, 'post' AS source, comment.assignment_id AS "assignmentId",
      annotation.id AS "annotationId", comment.id AS "commentId", NULL AS place,
      coalesce(anchor.start, 0) AS start, comment.created_at AS at
    FROM comment
    JOIN annotation ON annotation.id = comment.annotation_id
    JOIN assignment ON assignment.id = annotation.assignment_id ${ANCHOR}
    WHERE comment.author_id = ${personId}::uuid
      AND comment.assignment_id = ANY(${assignmentIds}::uuid[])
      AND ${readableWordsSql(viewer)}
      AND ${isShown}
      AND ${matchings.get(language)?.comment ?? TRUE}`;
}

function saved(
  { viewer, assignmentIds, language }: Place,
  { personId, terms, matchings }: NotebookScope,
): Prisma.Sql {
  const hasWords =
    terms.length === 0
      ? TRUE
      : Prisma.sql`(${allIn(Prisma.sql`annotation.quote`, terms)} OR ${matchings.get(language)?.comment ?? TRUE})`;
  return Prisma.sql`
    SELECT md5('saved' || annotation.id)::uuid AS id, 'saved' AS source,
      annotation.assignment_id AS "assignmentId", annotation.id AS "annotationId",
      comment.id AS "commentId", NULL AS place, coalesce(anchor.start, 0) AS start,
      saved.created_at AS at
    FROM saved
    JOIN annotation ON annotation.id = saved.annotation_id
    JOIN assignment ON assignment.id = annotation.assignment_id ${ANCHOR}
    LEFT JOIN LATERAL (
      SELECT comment.* FROM comment
      WHERE comment.annotation_id = annotation.id AND comment.is_opening
        AND ${readableWordsSql(viewer)}
      ORDER BY comment.created_at, comment.id
      LIMIT 1
    ) AS comment ON TRUE
    WHERE saved.user_id = ${personId}::uuid
      AND annotation.assignment_id = ANY(${assignmentIds}::uuid[])
      AND ${readableSql(viewer)}
      AND ${hasWords}`;
}

function drafts({ assignmentIds }: Place, { personId, terms }: NotebookScope): Prisma.Sql {
  return Prisma.sql`
    SELECT md5(draft.assignment_id::text || draft.place)::uuid AS id, 'draft' AS source,
      draft.assignment_id AS "assignmentId", NULL::uuid AS "annotationId",
      NULL::uuid AS "commentId", draft.place AS place, 0 AS start, draft.updated_at AS at
    FROM draft
    WHERE draft.user_id = ${personId}::uuid
      AND draft.assignment_id = ANY(${assignmentIds}::uuid[])
      AND ${allIn(Prisma.sql`jsonb_path_query_array(draft.body, '$.**.text')::text`, terms)}`;
}

const TRUE = Prisma.sql`TRUE`;
const PRIVATE = Prisma.sql`annotation.audience = 'ONLY_ME'`;

function allIn(column: Prisma.Sql, terms: readonly Term[]): Prisma.Sql {
  if (terms.length === 0) return TRUE;
  const each = terms.map(
    ({ text }) => Prisma.sql`search_words(${column}) LIKE ${containing(text)}`,
  );
  return Prisma.sql`(${Prisma.join(each, " AND ")})`;
}
