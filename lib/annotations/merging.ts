import "server-only";

import type { AssignmentViewer } from "@/lib/assignments/queries";
import { audit } from "@/lib/courses/audit";
import { db, type Transaction } from "@/lib/db";
import { authorize, Conflict, NotFound } from "@/lib/errors";
import { publish } from "@/lib/events/publish";
import { bringAlong, giveBack } from "./merged-own";
import { annotationAbilities } from "./policy";
import type { AnnotationRow, ThreadView } from "./present";
import { getReadableAnnotation, getThread } from "./queries";
import type { MergeInput } from "./schema";
import { countComments, lockThread } from "./threads";

/**
 * Puts a thread's comments, each with its author, into another thread that says the same. Who
 * comes by the old address is led to the new one, and so is who was told of it, or follows, mutes
 * or keeps it. Sending it twice does nothing more.
 *
 * Only between threads for the same people, so that nobody sees or loses a word by it.
 *
 * @throws NotFound, Forbidden
 * @throws Conflict for threads that cannot be one
 */
export async function mergeThread(
  userId: string,
  annotationId: string,
  { into }: MergeInput,
): Promise<ThreadView> {
  if (await isMergedInto(annotationId, into)) return getThread(userId, into);
  await db.$transaction(async (tx) => {
    await lockThread(tx, annotationId, into);
    const { viewer, annotation } = await getReadableAnnotation(userId, annotationId, { tx });
    const { annotation: lead } = await getReadableAnnotation(userId, into, { tx });
    authorize(annotationAbilities(viewer, annotation).moderate);
    authorize(annotationAbilities(viewer, lead).moderate);
    await requireMergeable(tx, annotation, lead);
    await tx.comment.updateMany({
      where: { annotationId },
      data: { annotationId: into, mergedFromId: annotationId },
    });
    await raise(tx, annotationId, { mergedIntoId: into, mergedAt: new Date() });
    await raise(tx, into, {});
    await bringAlong(tx, { annotationId, leadId: into });
    await finish(tx, viewer, { action: "merge", annotationId, leadId: into });
  });
  return getThread(userId, into);
}

/**
 * Takes a merging back: the comments return, with what was answered in the other thread since
 * staying there.
 *
 * @throws NotFound when the thread was not merged; Forbidden
 */
export async function unmergeThread(userId: string, annotationId: string): Promise<ThreadView> {
  const { annotation: lead } = await getReadableAnnotation(userId, annotationId, {
    isFollowed: true,
  });
  const leadId = lead.id;
  if (leadId === annotationId) return getThread(userId, annotationId);
  await db.$transaction(async (tx) => {
    await lockThread(tx, annotationId, leadId);
    const { viewer, annotation } = await getReadableAnnotation(userId, leadId, { tx });
    authorize(annotationAbilities(viewer, annotation).moderate);
    const came = { annotationId: leadId, mergedFromId: annotationId };
    const { count } = await tx.annotation.updateMany({
      where: { id: leadId, answer: came },
      data: { answerId: null },
    });
    await tx.comment.updateMany({ where: came, data: { annotationId, mergedFromId: null } });
    const { mergedAt } = await tx.annotation.findUniqueOrThrow({
      where: { id: annotationId },
      select: { mergedAt: true },
    });
    await raise(tx, annotationId, { mergedIntoId: null, mergedAt: null });
    await giveBack(tx, { annotationId, leadId, mergedAt });
    await raise(tx, leadId, count > 0 ? { answeredAt: null } : {});
    await finish(tx, viewer, { action: "unmerge", annotationId, leadId });
  });
  return getThread(userId, annotationId);
}

async function isMergedInto(annotationId: string, into: string): Promise<boolean> {
  return (await db.annotation.count({ where: { id: annotationId, mergedIntoId: into } })) > 0;
}

async function requireMergeable(
  tx: Transaction,
  annotation: AnnotationRow,
  lead: AnnotationRow,
): Promise<void> {
  if (annotation.assignmentId !== lead.assignmentId) throw new NotFound();
  if (annotation.id === lead.id) throw new Conflict("mergeItself");
  const isForSame = annotation.audience === lead.audience && annotation.groupId === lead.groupId;
  if (!isForSame) throw new Conflict("mergeAudiences");
  const isOfMark = [annotation, lead].some(({ kind }) => kind === "HIGHLIGHT");
  if (isOfMark || annotation.heldAt !== null || lead.heldAt !== null) {
    throw new Conflict("mergeUnfit");
  }
  // One step from any old address to where its words are, and one step back.
  const isLead = await tx.annotation.count({ where: { mergedIntoId: annotation.id } });
  if (isLead) throw new Conflict("mergeOfMerged");
}

async function raise(
  tx: Transaction,
  id: string,
  data: { mergedIntoId?: string | null; mergedAt?: Date | null; answeredAt?: null },
): Promise<void> {
  await tx.annotation.update({
    where: { id },
    data: { ...data, version: { increment: 1 } },
    select: { id: true },
  });
}

async function finish(
  tx: Transaction,
  { userId, courseId, assignmentId }: AssignmentViewer,
  { action, annotationId, leadId }: { action: string; annotationId: string; leadId: string },
): Promise<void> {
  await countComments(tx, annotationId, leadId);
  await audit(tx, {
    ...{ actorId: userId, courseId, action, details: { leadId } },
    ...{ targetType: "annotation", targetId: annotationId },
  });
  await publish(tx, { assignmentId, type: "ANNOTATION", annotationId });
  await publish(tx, { assignmentId, type: "ANNOTATION", annotationId: leadId });
}
