import "server-only";

import { db } from "@/lib/db";
import type { Audience, EventType } from "@/prisma/generated/enums";

/** One entry of an assignment's log. */
export interface LoggedEvent {
  number: bigint;
  type: EventType;
  /** Null where the whole assignment changed. */
  annotationId: string | null;
  commentId: string | null;
  /** Whom the annotation had been for, where its audience changed. */
  formerAudience: Audience | null;
  formerGroupId: string | null;
}

/** The events after number `after`, in order, `limit` at most. */
export function readEvents(
  assignmentId: string,
  after: bigint,
  limit: number,
): Promise<LoggedEvent[]> {
  return db.event.findMany({
    where: { assignmentId, number: { gt: after } },
    select: {
      number: true,
      type: true,
      annotationId: true,
      commentId: true,
      formerAudience: true,
      formerGroupId: true,
    },
    orderBy: { number: "asc" },
    take: limit,
  });
}

/** The number of the newest event of an assignment; 0 before the first. */
export async function readHead(assignmentId: string): Promise<bigint> {
  const head = await db.eventHead.findUnique({
    where: { assignmentId },
    select: { number: true },
  });
  return head?.number ?? 0n;
}
