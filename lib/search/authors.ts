import "server-only";

import { seesAuthor } from "@/lib/annotations/policy";
import type { AssignmentViewer } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import { containing } from "./matching";

/** More people of one name than are told apart by it. */
const AUTHORS_AT_MOST = 500;

/** Who may be meant by `from:`, each by the name that the viewer sees. */
export interface Authors {
  /** By their own names. */
  personIds: string[];
  /** By pseudonyms, which hold in one assignment. */
  voices: { assignmentId: string; userId: string }[];
}

/** Those of whom all of `names` could be said; null where nobody is named. `me` is the viewer. */
export async function findAuthors(
  userId: string,
  viewers: readonly AssignmentViewer[],
  names: readonly string[],
): Promise<Authors | null> {
  if (names.length === 0) return null;
  const courseIds = [...new Set(viewers.map(({ courseId }) => courseId))];
  const assignmentIds = viewers.map(({ assignmentId }) => assignmentId);
  const named = (column: Prisma.Sql) =>
    Prisma.join(
      names.map((name) => Prisma.sql`search_words(${column}) LIKE ${containing(name)}`),
      " AND ",
    );
  if (names.every((name) => name.toLowerCase() === "me")) {
    return { personIds: [userId], voices: [] };
  }
  const [people, voices] = await Promise.all([
    db.$queryRaw<{ id: string }[]>`
      SELECT id FROM "user"
      WHERE ${named(Prisma.sql`"user".name`)}
        AND id IN (SELECT user_id FROM enrolment WHERE course_id = ANY(${courseIds}::uuid[]))
      LIMIT ${AUTHORS_AT_MOST}`,
    db.$queryRaw<Authors["voices"]>`
      SELECT assignment_id AS "assignmentId", user_id AS "userId" FROM pseudonym
      WHERE assignment_id = ANY(${assignmentIds}::uuid[]) AND ${named(Prisma.sql`pseudonym.name`)}
      LIMIT ${AUTHORS_AT_MOST}`,
  ]);
  return { personIds: people.map(({ id }) => id), voices };
}

/**
 * That one of them wrote the comment, as far as the viewer can see it: who writes under a
 * pseudonym is not found by their name where it is not shown, nor by either name for the other.
 */
export function isFromSql(viewer: AssignmentViewer, { personIds, voices }: Authors): Prisma.Sql {
  const known = personIds.filter((id) => seesAuthor(viewer, id));
  const voiceAssignments = voices.map(({ assignmentId }) => assignmentId);
  const voiceIds = voices.map(({ userId }) => userId);
  return Prisma.sql`(
    (comment.author_id = ANY(${personIds}::uuid[])
      AND (NOT comment.is_anonymous OR comment.author_id = ANY(${known}::uuid[])))
    OR (comment.is_anonymous AND (comment.assignment_id, comment.author_id) IN (
      SELECT * FROM unnest(${voiceAssignments}::uuid[], ${voiceIds}::uuid[])
    ))
  )`;
}
