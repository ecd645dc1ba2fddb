import "server-only";

import { isStaff } from "@/lib/courses/policy";
import { Prisma } from "@/prisma/generated/client";
import type { AnnotationViewer } from "./policy";

/**
 * The `read` ability as a condition on a row named `annotation`, for the queries that are written
 * in SQL. Must agree with `readableBy`; tests/db proves that it does.
 */
export function readableSql({ userId, role }: Pick<AnnotationViewer, "userId" | "role">) {
  const audiences = isStaff(role) ? ["COURSE", "INSTRUCTORS"] : ["COURSE"];
  return Prisma.sql`(
    annotation.deleted_at IS NULL
    AND (annotation.audience::text IN (${Prisma.join(audiences)}) OR annotation.author_id = ${userId}::uuid)
  )`;
}

/**
 * That the viewer may read its words, as a condition on a row named `comment`, among those of
 * annotations that are readable.
 */
export function wordsReadableSql({ userId, role }: Pick<AnnotationViewer, "userId" | "role">) {
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
