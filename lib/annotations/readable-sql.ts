import "server-only";

import { isStaff } from "@/lib/courses/policy";
import { Prisma } from "@/prisma/generated/client";
import type { Reader } from "./policy";

/**
 * The `read` ability as a condition on a row named `annotation`, for the queries that are written
 * in SQL. Must agree with `readableBy`; tests/db proves that it does.
 */
export function readableSql({ userId, role, groupId }: Reader): Prisma.Sql {
  const shared = isStaff(role)
    ? Prisma.sql`annotation.audience::text IN ('COURSE', 'GROUP', 'INSTRUCTORS')`
    : Prisma.sql`annotation.held_at IS NULL AND (
        annotation.audience::text = 'COURSE'
        OR (annotation.audience::text = 'GROUP' AND annotation.group_id = ${groupId}::uuid)
      )`;
  return Prisma.sql`(
    annotation.deleted_at IS NULL AND annotation.merged_into_id IS NULL
    AND (annotation.author_id = ${userId}::uuid OR (${shared}))
  )`;
}

/**
 * The `readWords` ability as a condition on a row named `comment`, among those of annotations that
 * are readable. Must agree with `wordsReadableBy`; tests/db proves that it does.
 */
export function wordsReadableSql({ userId, role }: Pick<Reader, "userId" | "role">): Prisma.Sql {
  if (isStaff(role)) return Prisma.sql`(comment.deleted_at IS NULL)`;
  return Prisma.sql`(
    comment.deleted_at IS NULL
    AND (
      comment.author_id = ${userId}::uuid
      OR (
        comment.hidden_at IS NULL AND comment.held_at IS NULL
        AND (comment.private_to_id IS NULL OR comment.private_to_id = ${userId}::uuid)
      )
    )
  )`;
}

/**
 * That one person may read a row named `annotation`, and the words of a row named `comment` where
 * there is one, in one of the assignments before which they are. Each rule is said once, however
 * many assignments it holds for.
 */
export function readableAmongSql(
  viewers: readonly (Reader & { assignmentId: string })[],
): Prisma.Sql {
  const rules = new Map<string, { viewer: Reader; assignmentIds: string[] }>();
  for (const viewer of viewers) {
    const key = `${viewer.role} ${viewer.groupId}`;
    const rule = rules.get(key) ?? { viewer, assignmentIds: [] };
    rule.assignmentIds.push(viewer.assignmentId);
    rules.set(key, rule);
  }
  if (rules.size === 0) return Prisma.sql`FALSE`;
  const conditions = [...rules.values()].map(
    ({ viewer, assignmentIds }) => Prisma.sql`(
      annotation.assignment_id = ANY(${assignmentIds}::uuid[]) AND ${readableSql(viewer)}
      AND (comment.id IS NULL OR ${wordsReadableSql(viewer)})
    )`,
  );
  return Prisma.sql`(${Prisma.join(conditions, " OR ")})`;
}
