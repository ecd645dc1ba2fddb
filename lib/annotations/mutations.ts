import "server-only";

import { describeRange } from "@/lib/anchoring";
import { type AssignmentViewer, getAssignmentViewer } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import { authorize, Conflict, Invalid, NotFound, Stale } from "@/lib/errors";
import { publish } from "@/lib/events/publish";
import { checkBody } from "./comment-body";
import { annotationAbilities } from "./policy";
import type { ThreadView } from "./present";
import { getReadableAnnotation, getThread } from "./queries";
import { isRepeat } from "./repeat";
import { type ChangeAnnotationInput, type CreateAnnotationInput, PASSAGE_LIMIT } from "./schema";

/**
 * Annotates `[start, end)` of the text that an assignment's course reads now.
 *
 * The quote is cut from the stored text, never taken from the client, so an annotation cannot
 * claim that a reading says what it does not say. Sending the same id again returns what the
 * first sending made.
 *
 * @throws NotFound, Forbidden
 * @throws Invalid when the passage is not part of the text, or the comment is missing or unfit
 * @throws Conflict when the text has been revised meanwhile, or the id belongs to something else
 */
export async function createAnnotation(
  userId: string,
  assignmentId: string,
  input: CreateAnnotationInput,
): Promise<ThreadView> {
  const viewer = await getAssignmentViewer(userId, assignmentId);
  authorize(viewer.can.annotate);
  const comment = checkOpening(input);
  const target = await describeTarget(viewer, input);

  try {
    await db.$transaction(async (tx) => {
      await tx.annotation.create({
        data: {
          id: input.id,
          assignmentId,
          authorId: userId,
          revisionId: viewer.revisionId,
          kind: input.kind,
          audience: input.audience,
          ...target,
          commentCount: comment ? 1 : 0,
          anchors: {
            create: { revisionId: viewer.revisionId, start: target.start, end: target.end },
          },
          ...(comment
            ? {
                comments: {
                  create: { ...comment, assignmentId, authorId: userId, isOpening: true },
                },
              }
            : {}),
        },
        select: { id: true },
      });
      await publish(tx, { assignmentId, type: "ANNOTATION", annotationId: input.id });
    });
  } catch (error) {
    const { id } = input;
    if (
      !(await isRepeat(error, () =>
        db.annotation.count({ where: { id, assignmentId, authorId: userId } }),
      ))
    ) {
      throw error;
    }
  }
  return getThread(userId, input.id);
}

/** Marks a question as answered, or open again. @throws NotFound, Forbidden, Stale */
export async function changeAnnotation(
  userId: string,
  annotationId: string,
  version: number,
  { isAnswered }: ChangeAnnotationInput,
): Promise<ThreadView> {
  const { viewer, annotation } = await getReadableAnnotation(userId, annotationId);
  authorize(annotationAbilities(viewer, annotation).answer);
  await db.$transaction(async (tx) => {
    const { count } = await tx.annotation.updateMany({
      where: { id: annotationId, version, deletedAt: null },
      data: { answeredAt: isAnswered ? new Date() : null, version: { increment: 1 } },
    });
    if (count === 0) throw new Stale();
    await publish(tx, { assignmentId: viewer.assignmentId, type: "ANNOTATION", annotationId });
  });
  return getThread(userId, annotationId);
}

function checkOpening({ kind, comment }: CreateAnnotationInput) {
  if (kind === "HIGHLIGHT") {
    if (comment) throw new Invalid("bodyNotAllowed", { field: "comment" });
    return null;
  }
  if (!comment) throw new Invalid("bodyMissing", { field: "comment" });
  return { id: comment.id, ...checkBody(comment.body, "comment.body") };
}

async function describeTarget(
  { revisionId }: AssignmentViewer,
  { revisionId: madeOn, start, end }: CreateAnnotationInput,
) {
  if (madeOn !== revisionId) throw new Conflict("textRevised");
  if (end - start > PASSAGE_LIMIT) {
    throw new Invalid("passageTooLong", { field: "end", values: { maximum: PASSAGE_LIMIT } });
  }
  const revision = await db.revision.findUnique({
    where: { id: revisionId },
    select: { text: true },
  });
  if (!revision) throw new NotFound();
  if (start >= end || end > revision.text.length) {
    throw new Invalid("passageOutside", { field: "start" });
  }
  if (revision.text.slice(start, end).trim() === "") {
    throw new Invalid("passageEmpty", { field: "start" });
  }
  return describeRange(revision.text, start, end);
}
