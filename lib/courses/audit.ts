import "server-only";

import type { Transaction } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";

/** What somebody did by virtue of their office, or called upon those to do who have it. Never the words that it was done to. */
export interface AuditFacts {
  actorId: string;
  courseId: string;
  action: string;
  targetType: "annotation" | "comment" | "assignment" | "course";
  targetId: string;
  details?: Prisma.InputJsonObject;
}

/** Notes it in the transaction that does it. */
export async function audit(
  tx: Transaction,
  { details = {}, ...facts }: AuditFacts,
): Promise<void> {
  await tx.auditEntry.create({ data: { ...facts, details }, select: { id: true } });
}
