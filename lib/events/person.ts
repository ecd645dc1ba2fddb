import "server-only";

import type { Transaction } from "@/lib/db";

/** The channel on which it is announced that a person's inbox changed. */
export const PERSON_CHANNEL = "postil_person";

/**
 * Has the open pages of these people look at their inbox again when the transaction commits.
 *
 * Names the person and nothing else: what there is to see, each page asks for.
 */
export async function publishToPeople(tx: Transaction, userIds: string[]): Promise<void> {
  if (userIds.length === 0) return;
  await tx.$executeRaw`
    SELECT pg_notify(${PERSON_CHANNEL}, id::text) FROM unnest(${userIds}::uuid[]) AS person (id)`;
}
