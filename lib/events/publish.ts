import "server-only";

import type { Transaction } from "@/lib/db";
import type { Audience, EventType } from "@/prisma/generated/enums";

/** The channel on which a new number of an assignment's log is announced. */
export const EVENT_CHANNEL = "postil_event";

/** That an annotation, one of its comments or the text appeared, changed or went. Names it, never quotes it. */
export interface EventFacts {
  assignmentId: string;
  type: EventType;
  annotationId?: string;
  commentId?: string;
  /** Whom the annotation had been for, where its audience changed. */
  former?: { audience: Audience; groupId: string | null };
}

/**
 * Appends an event to its assignment's log and announces its number on commit.
 *
 * Takes the transaction, not the client: nobody hears of what did not happen. The number comes
 * from the assignment's `event_head` row, whose lock is held until commit, so numbers become
 * visible in their order and a reader of the log can never step over one that commits late.
 * Call it last in a transaction, because writers to the same assignment wait from here on; a
 * transaction that publishes to several assignments must do so in the order of their ids.
 */
export async function publish(tx: Transaction, event: EventFacts): Promise<void> {
  const { assignmentId, type, annotationId = null, commentId = null } = event;
  const { audience = null, groupId = null } = event.former ?? {};
  await tx.$executeRaw`
    WITH head AS (
      INSERT INTO event_head (assignment_id, number) VALUES (${assignmentId}::uuid, 1)
      ON CONFLICT (assignment_id) DO UPDATE SET number = event_head.number + 1
      RETURNING number
    ), logged AS (
      INSERT INTO event (
        assignment_id, number, type, annotation_id, comment_id, former_audience, former_group_id
      )
      SELECT ${assignmentId}::uuid, number, ${type}::"EventType", ${annotationId}::uuid,
        ${commentId}::uuid, ${audience}::"Audience", ${groupId}::uuid
      FROM head
      RETURNING number
    )
    SELECT pg_notify(${EVENT_CHANNEL}, ${assignmentId} || ' ' || number) FROM logged`;
}

/**
 * Says the same of several assignments at once, in the order of their ids, whatever the order they
 * are given in: that their course reads another text, or that other rules hold there now.
 */
export async function publishToAll(
  tx: Transaction,
  assignmentIds: string[],
  type: Extract<EventType, "REVISION" | "ASSIGNMENT">,
): Promise<void> {
  await tx.$executeRaw`
    WITH head AS (
      INSERT INTO event_head (assignment_id, number)
      SELECT id, 1 FROM unnest(${assignmentIds}::uuid[]) AS assignment (id) ORDER BY id
      ON CONFLICT (assignment_id) DO UPDATE SET number = event_head.number + 1
      RETURNING assignment_id, number
    ), logged AS (
      INSERT INTO event (assignment_id, number, type)
      SELECT assignment_id, number, ${type}::"EventType" FROM head
      RETURNING assignment_id, number
    )
    SELECT pg_notify(${EVENT_CHANNEL}, assignment_id || ' ' || number) FROM logged`;
}
