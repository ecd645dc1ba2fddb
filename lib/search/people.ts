import "server-only";

import { z } from "zod";

import { readCursor, writeCursor } from "@/lib/annotations/cursor";
import { isStaff } from "@/lib/courses/policy";
import { db } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import type { Role } from "@/prisma/generated/enums";
import { containing } from "./matching";
import type { Term } from "./query";
import { type Snippet, snippetOf } from "./snippet";

/** Somebody of a course that the viewer is in too. */
export interface FoundPerson {
  userId: string;
  name: Snippet;
  role: Role;
  courseId: string;
  courseTitle: string;
  /** Where the staff see what the person wrote; null for classmates. */
  href: string | null;
}

const place = z.tuple([z.string(), z.uuid()]);

interface FoundRow {
  enrolmentId: string;
  userId: string;
  name: string;
  sortName: string;
  role: Role;
  courseId: string;
  courseTitle: string;
  viewerRole: Role;
}

/**
 * A page of the people in the person's own courses whose names have all of the words, by name:
 * once for each course. Only names are searched, because only the staff see addresses.
 */
export async function searchPeople(
  userId: string,
  terms: readonly Term[],
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ people: FoundPerson[]; nextCursor: string | null }> {
  if (terms.length === 0) return { people: [], nextCursor: null };
  const after = cursor ? readCursor(cursor, place) : null;
  const named = terms.map(
    ({ text }) => Prisma.sql`search_words(person.name) LIKE ${containing(text)}`,
  );
  const rows = await db.$queryRaw<FoundRow[]>`
    SELECT * FROM (
      SELECT theirs.id AS "enrolmentId", person.id AS "userId", person.name,
        search_words(person.name) AS "sortName", theirs.role::text AS role,
        course.id AS "courseId", course.title AS "courseTitle", mine.role::text AS "viewerRole"
      FROM enrolment mine
      JOIN course ON course.id = mine.course_id
      JOIN enrolment theirs ON theirs.course_id = mine.course_id AND theirs.status = 'ACTIVE'
      JOIN "user" person ON person.id = theirs.user_id
      WHERE mine.user_id = ${userId}::uuid AND mine.status = 'ACTIVE'
        AND ${Prisma.join(named, " AND ")}
    ) AS found
    ${after ? Prisma.sql`WHERE ("sortName", "enrolmentId") > (${after[0]}, ${after[1]}::uuid)` : Prisma.empty}
    ORDER BY "sortName", "enrolmentId"
    LIMIT ${limit + 1}`;
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const parts = terms.map(({ text }) => text);
  return {
    people: page.map((row) => ({
      userId: row.userId,
      name: snippetOf(row.name, parts),
      role: row.role,
      courseId: row.courseId,
      courseTitle: row.courseTitle,
      href: isStaff(row.viewerRole) ? `/courses/${row.courseId}/people/${row.userId}` : null,
    })),
    nextCursor: last ? writeCursor([last.sortName, last.enrolmentId]) : null,
  };
}
