import "server-only";

import { db } from "@/lib/db";
import { authorize } from "@/lib/errors";
import { publish } from "@/lib/events/publish";
import { commentAbilities } from "./policy";
import type { CommentView } from "./present";
import { getComment, getReadableComment } from "./queries";

/**
 * Gives a comment the person's vote, or takes it back. On a question it says that they ask it too.
 * Others learn the number of votes and never whose they are.
 *
 * @throws NotFound, Forbidden
 */
export async function voteOn(
  userId: string,
  commentId: string,
  isVoted: boolean,
): Promise<CommentView> {
  const { viewer, annotation, comment } = await getReadableComment(userId, commentId);
  authorize(commentAbilities(viewer, annotation, comment).vote);
  const vote = { commentId, userId };
  await db.$transaction(async (tx) => {
    const { count } = isVoted
      ? await tx.vote.createMany({ data: [vote], skipDuplicates: true })
      : await tx.vote.deleteMany({ where: vote });
    if (count === 0) return;
    await tx.comment.update({
      where: { id: commentId },
      data: { voteCount: { increment: isVoted ? 1 : -1 } },
      select: { id: true },
    });
    const { assignmentId } = viewer;
    await publish(tx, { assignmentId, type: "COMMENT", annotationId: annotation.id, commentId });
  });
  return getComment(userId, commentId);
}
