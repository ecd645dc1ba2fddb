import "server-only";

import type { Transaction } from "@/lib/db";

/** The channel on which the end of somebody's access is announced. */
export const ACCESS_CHANNEL = "postil_access";

/** Whose access ended: in one course, or everywhere. */
export interface AccessEnded {
  userId: string;
  courseId?: string;
}

/** The same for several people of a course. */
export async function publishAccessesEnded(
  tx: Transaction,
  { userIds, courseId }: { userIds: string[]; courseId: string },
): Promise<void> {
  if (userIds.length === 0) return;
  await tx.$executeRaw`
    SELECT pg_notify(${ACCESS_CHANNEL}, json_build_object('userId', id, 'courseId', ${courseId}::text)::text)
    FROM unnest(${userIds}::text[]) AS person (id)`;
}

/**
 * Closes a person's open streams on every instance when the transaction commits.
 *
 * Not part of the log: a stream that is opened later is refused by the ordinary check.
 */
export async function publishAccessEnded(tx: Transaction, ended: AccessEnded): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${ACCESS_CHANNEL}, ${JSON.stringify(ended)})`;
}
