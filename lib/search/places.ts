import "server-only";

import { readableSql, wordsReadableSql } from "@/lib/annotations/readable-sql";
import type { AssignmentViewer } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";

/** Assignments in which the same rule decides what the viewer reads, and the same dictionary what words are. */
export interface Place {
  viewer: AssignmentViewer;
  assignmentIds: string[];
  /** PostgreSQL's configuration for the language of their texts; null where it has none. */
  language: string | null;
}

/**
 * The assignments of these viewers by rule and language: as few as there are different ones, so
 * that a query asks for each of them once.
 */
export async function listPlaces(viewers: readonly AssignmentViewer[]): Promise<Place[]> {
  const ids = viewers.map(({ assignmentId }) => assignmentId);
  const rows = await db.$queryRaw<{ id: string; language: string | null }[]>`
    SELECT assignment.id, search_language(reading.language)::text AS language
    FROM assignment JOIN reading ON reading.id = assignment.reading_id
    WHERE assignment.id = ANY(${ids}::uuid[])`;
  const languages = new Map(rows.map(({ id, language }) => [id, language]));
  const places = new Map<string, Place>();
  for (const viewer of viewers) {
    const language = languages.get(viewer.assignmentId) ?? null;
    const { sql, values } = readableWordsSql(viewer);
    const key = JSON.stringify([language, sql, values]);
    const place = places.get(key) ?? { viewer, assignmentIds: [], language };
    place.assignmentIds.push(viewer.assignmentId);
    places.set(key, place);
  }
  return [...places.values()];
}

/** That the viewer may read a comment's words, on rows named `comment` and `annotation`. */
export function readableWordsSql(viewer: AssignmentViewer): Prisma.Sql {
  return Prisma.sql`(${readableSql(viewer)} AND ${wordsReadableSql(viewer)})`;
}

/** Selects from every place, one below the other; null where there is none. */
export function fromEach<P>(
  places: readonly P[],
  select: (place: P) => Prisma.Sql,
): Prisma.Sql | null {
  return places.length === 0 ? null : Prisma.join(places.map(select), " UNION ALL ");
}
