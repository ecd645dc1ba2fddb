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
