import "server-only";

import { z } from "zod";

import { readCursor, writeCursor } from "@/lib/annotations/cursor";
import type { AssignmentViewer } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import { containing, type Matching, matchTerms } from "./matching";
import { fromEach, listPlaces, type Place } from "./places";
import { listCards, type WhereView } from "./present";
import type { Term } from "./query";
import { type Snippet, snippetOf } from "./snippet";

/** A text that was found: as a course reads it, or in the person's own library. */
export interface FoundReading {
  id: string;
  href: string;
  title: Snippet;
  author: Snippet;
  /** The course that reads it; null for one that is only in the library. */
  where: WhereView | null;
  /** Words of the text around a hit; null where the title was found, or another form of the words. */
  words: Snippet | null;
}

const scored = z.tuple([z.int(), z.uuid()]);

interface FoundRow {
  id: string;
  isAssigned: boolean;
  title: string;
  author: string;
  excerpt: string | null;
  score: number;
}

interface ReadingOptions {
  userId: string;
  cursor?: string | undefined;
  limit: number;
}

/**
 * A page of the texts that the person may read and in which all of the words are: those whose
 * title or author has them first, then the latest.
 */
export async function searchReadings(
  viewers: readonly AssignmentViewer[],
  terms: readonly Term[],
  { userId, cursor, limit }: ReadingOptions,
): Promise<{ readings: FoundReading[]; nextCursor: string | null }> {
  if (terms.length === 0) return { readings: [], nextCursor: null };
  const places = await listPlaces(viewers);
  const languages = places.map(({ language }) => language);
  const matchings = await matchTerms(terms, languages, { inParts: false });
  const after = cursor ? readCursor(cursor, scored) : null;
  const found = fromEach(places, (place) => assignedIn(place, terms, matchings));
  const rows = await db.$queryRaw<FoundRow[]>`
    SELECT id, "isAssigned", title, author, excerpt, score
    FROM (${Prisma.join([...(found ? [found] : []), ownedBy(userId, terms)], " UNION ALL ")}) AS found
    ${after ? Prisma.sql`WHERE (score, id) < (${after[0]}, ${after[1]}::uuid)` : Prisma.empty}
    ORDER BY score DESC, id DESC
    LIMIT ${limit + 1}`;
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const cards = await listCards(page.flatMap(({ id, isAssigned }) => (isAssigned ? id : [])));
  const parts = terms.map(({ text }) => text);
  return {
    readings: page.map(({ id, isAssigned, title, author, excerpt }) => ({
      id,
      href: isAssigned ? `/read/${id}` : `/library/${id}`,
      title: snippetOf(title, parts),
      author: snippetOf(author, parts),
      where: cards.get(id) ?? null,
      words: excerpt === null ? null : snippetOf(excerpt, parts),
    })),
    nextCursor: last ? writeCursor([last.score, last.id]) : null,
  };
}

function assignedIn(
  { assignmentIds, language }: Place,
  terms: readonly Term[],
  matchings: ReadonlyMap<string | null, Matching>,
): Prisma.Sql {
  const text = matchings.get(language)?.text ?? null;
  const inTitle = allIn(
    Prisma.sql`concat_ws(' ', assignment.title, reading.title, reading.author)`,
    terms,
  );
  const inText =
    text === null
      ? Prisma.sql`FALSE`
      : Prisma.sql`(revision.search @@ ${text}::tsquery AND ${unspacedIn(terms)})`;
  return Prisma.sql`
    SELECT assignment.id, TRUE AS "isAssigned", assignment.title, reading.author,
      ${excerptOf(terms)} AS excerpt, CASE WHEN ${inTitle} THEN 2 ELSE 1 END AS score
    FROM assignment
    JOIN reading ON reading.id = assignment.reading_id
    JOIN revision ON revision.id = assignment.revision_id
    WHERE assignment.id = ANY(${assignmentIds}::uuid[]) AND (${inTitle} OR ${inText})`;
}

/** What nobody was given yet, by its title: its owner alone sees it. */
function ownedBy(userId: string, terms: readonly Term[]): Prisma.Sql {
  return Prisma.sql`
    SELECT reading.id, FALSE AS "isAssigned", reading.title, reading.author, NULL AS excerpt, 2 AS score
    FROM reading
    WHERE reading.owner_id = ${userId}::uuid
      AND ${allIn(Prisma.sql`concat_ws(' ', reading.title, reading.author)`, terms)}`;
}

function allIn(column: Prisma.Sql, terms: readonly Term[]): Prisma.Sql {
  const each = terms.map(
    ({ text }) => Prisma.sql`search_words(${column}) LIKE ${containing(text)}`,
  );
  return Prisma.sql`(${Prisma.join(each, " AND ")})`;
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** A long text is indexed by single characters of these scripts: that they stand together, it says itself. */
function unspacedIn(terms: readonly Term[]): Prisma.Sql {
  const each = terms
    .filter(({ text }) => UNSPACED.test(text))
    .map(({ text }) => Prisma.sql`strpos(lower(revision.text), lower(${text})) > 0`);
  return each.length === 0 ? Prisma.sql`TRUE` : Prisma.join(each, " AND ");
}

/** Units before a hit, and of what is cut around it. */
const LEAD = 60;
const LENGTH = 300;

function excerptOf(terms: readonly Term[]): Prisma.Sql {
  const first = terms[0]?.text ?? "";
  return Prisma.sql`(
    SELECT substr(revision.text, greatest(1, at - ${LEAD}::int), ${LENGTH}::int)
    FROM strpos(lower(revision.text), lower(${first})) AS at WHERE at > 0
  )`;
}
