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
