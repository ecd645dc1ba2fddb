import "server-only";

import { db } from "@/lib/db";
import { authorize, Invalid } from "@/lib/errors";
import { publish } from "@/lib/events/publish";
import { notifyOfAnswer } from "./notify";
import { annotationAbilities } from "./policy";
import type { ThreadView } from "./present";
import { getReadableAnnotation, getThread } from "./queries";
import type { AnswerInput } from "./schema";
import { lockThread } from "./threads";

/**
 * Calls a question answered, by one of its comments where one is named, or open again for null.
 * What is so already stays as it is.
 *
 * @throws NotFound, Forbidden
 * @throws Invalid for a comment that not everybody can read who sees the question
 */
export async function answerQuestion(
  userId: string,
  annotationId: string,
  answer: AnswerInput | null,
): Promise<ThreadView> {
  const { viewer, annotation } = await getReadableAnnotation(userId, annotationId);
  authorize(annotationAbilities(viewer, annotation).answer);
  const answerId = answer?.commentId ?? null;
  const isSame = answer
    ? annotation.answeredAt !== null && annotation.answerId === answerId
    : annotation.answeredAt === null;
  if (isSame) return getThread(userId, annotationId);
  await db.$transaction(async (tx) => {
    await lockThread(tx, annotationId);
    if (answerId !== null) {
      const open = { deletedAt: null, hiddenAt: null, heldAt: null, privateToId: null };
      const isReply = { OR: [{ isOpening: false }, { mergedFromId: { not: null } }] };
      const where = { id: answerId, annotationId, ...open, ...isReply };
      if (!(await tx.comment.count({ where }))) {
        throw new Invalid("answerUnfit", { field: "commentId" });
      }
    }
    await tx.annotation.update({
      where: { id: annotationId },
      data: {
        ...{ answeredAt: answer ? new Date() : null, answerId },
        version: { increment: 1 },
      },
      select: { id: true },
    });
    if (answer) await notifyOfAnswer(tx, annotationId, userId);
    await publish(tx, { assignmentId: viewer.assignmentId, type: "ANNOTATION", annotationId });
  });
  return getThread(userId, annotationId);
}
