import "server-only";

import type { Transaction } from "@/lib/db";

/** The channel on which the end of somebody's access is announced. */
export const ACCESS_CHANNEL = "postil_access";

/** Whose access ended: in one course, or everywhere. */
export interface AccessEnded {
  userId: string;
  courseId?: string;
}

/**
 * Closes a person's open streams on every instance when the transaction commits.
 *
 * Not part of the log: a stream that is opened later is refused by the ordinary check.
 */
export async function publishAccessEnded(tx: Transaction, ended: AccessEnded): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${ACCESS_CHANNEL}, ${JSON.stringify(ended)})`;
}
