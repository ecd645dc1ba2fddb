import "server-only";

import type { Prisma } from "@/prisma/generated/client";
import type { Rows } from "./rows";

/**
 * What came into the people's inboxes while they talked: replies to those who had written in the
 * thread, answers to those who had asked. What was there when they last looked is read; none of it
 * is to be mailed.
 */
export function noticesOf(
  { annotations, comments, votes }: Rows,
  seen: readonly { userId: string; seenAt: Date }[],
): Prisma.NotificationCreateManyInput[] {
  const lookedAt = new Map(seen.map(({ userId, seenAt }) => [userId, seenAt]));
  return annotations.flatMap(({ id, kind, audience }) => {
    const thread = comments.filter(({ annotationId }) => annotationId === id);
    const [opening] = thread;
    if (!opening || audience === "ONLY_ME") return [];
    const voters = votes.filter(({ commentId }) => commentId === opening.id);
    const askers = kind === "QUESTION" ? [opening, ...voters].map(personOf) : [];
    return thread.slice(1).flatMap((reply, before) => {
      if (reply.deletedAt) return [];
      const concerned = new Set([...askers, ...thread.slice(0, before + 1).map(personOf)]);
      concerned.delete(reply.authorId);
      return [...concerned].map((userId) => {
        const createdAt = reply.createdAt as Date;
        const looked = lookedAt.get(userId);
        return {
          ...{ userId, createdAt, annotationId: id, commentId: reply.id },
          assignmentId: reply.assignmentId,
          kind: askers.includes(userId) ? ("ANSWER" as const) : ("REPLY" as const),
          readAt: looked && looked >= createdAt ? looked : null,
          mailedAt: createdAt,
        };
      });
    });
  });
}

function personOf(row: { authorId: string } | { userId: string }): string {
  return "authorId" in row ? row.authorId : row.userId;
}
