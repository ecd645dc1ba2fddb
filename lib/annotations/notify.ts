import "server-only";

import { listAssignmentViewers } from "@/lib/assignments/queries";
import type { Transaction } from "@/lib/db";
import { publishToPeople } from "@/lib/events/person";
import type { Prisma } from "@/prisma/generated/client";
import type { NotificationKind } from "@/prisma/generated/enums";
import { listConcerned } from "./concerned";
import { annotationAbilities, commentAbilities } from "./policy";
import { annotationSelect, commentSelect } from "./present";

/**
 * Tells those whom a comment concerns, in the transaction that makes it readable: posts it, or lets
 * it in after it was held.
 *
 * Each is told once, for the first reason that holds for them. Nobody is told of their own words,
 * of what they may not read, or of what they muted. Doing it again tells nobody again.
 * Of a comment that waits the staff alone are told, and that it does.
 */
export async function notifyOfComment(tx: Transaction, commentId: string): Promise<void> {
  const comment = await tx.comment.findUniqueOrThrow({ where: { id: commentId }, select: FACTS });
  const { annotationId, authorId: actorId } = comment;
  if (comment.heldAt !== null) {
    return notifyByOffice(tx, "HELD", { annotationId, commentId, actorId });
  }
  await tell(tx, { ...comment, commentId }, await listConcerned(tx, comment));
}

/**
 * Tells those whom a comment mentions since it was edited, and no longer those whom it mentioned
 * before, if they had not read it. Whom it mentioned all along hears nothing, and what an earlier
 * wording told somebody who has read it is not told again. To those who are left it is what it
 * would have been without their name in it.
 *
 * @param before whom it mentioned until now
 */
export async function notifyOfEdit(
  tx: Transaction,
  commentId: string,
  before: readonly string[],
): Promise<void> {
  const comment = await tx.comment.findUniqueOrThrow({
    where: { id: commentId },
    select: { ...FACTS, mentions: { select: { userId: true } } },
  });
  if (comment.heldAt !== null) return;
  const present = new Set(comment.mentions.map(({ userId }) => userId));
  const added = [...present].filter((id) => !before.includes(id));
  const removed = before.filter((id) => !present.has(id));
  if (added.length + removed.length === 0) return;
  const reasons = await listConcerned(tx, comment);
  // One comment is one entry: another reason for it, not read yet, gives way to this one.
  const { count } = await tx.notification.deleteMany({
    where: {
      ...{ commentId, readAt: null },
      OR: [
        { userId: { in: removed }, kind: "MENTION" },
        {
          userId: { in: added.filter((id) => reasons.get(id) === "MENTION") },
          kind: { in: ["REPLY", "ANSWER", "FOLLOWED"] },
        },
      ],
    },
  });
  const heard = await tx.notification.findMany({
    where: { commentId, userId: { in: removed } },
    select: { userId: true },
  });
  const known = new Set(heard.map(({ userId }) => userId));
  const changed = [...added, ...removed.filter((id) => !known.has(id))];
  const news = new Map([...reasons].filter(([userId]) => changed.includes(userId)));
  await tell(tx, { ...comment, commentId }, news);
  if (count > 0) await publishToPeople(tx, removed);
}

/** Tells those who asked a question that the asker or the staff called it answered. */
export async function notifyOfAnswer(
  tx: Transaction,
  annotationId: string,
  actorId: string,
): Promise<void> {
  const opening = await tx.comment.findFirst({
    where: { annotationId, isOpening: true, mergedFromId: null },
    select: { ...FACTS, votes: { select: { userId: true } } },
  });
  if (!opening) return;
  const askers = [opening.authorId, ...opening.votes.map(({ userId }) => userId)];
  const reasons = new Map(askers.map((id) => [id, "ANSWER" as const]));
  await tell(tx, { ...opening, commentId: opening.id, authorId: actorId }, reasons);
}

/** What is done to a post by those who keep order, or is left for them to do. */
export type ByOffice = "HIDDEN" | "APPROVED" | "HELD" | "REPORTED" | "NEEDS_INSTRUCTOR";

/**
 * Tells of what was done, or is to be done, by office: a post's author that it was hidden or let
 * in, the staff that one waits or was reported, the instructors that one was handed to them. Whoever
 * did it knows.
 */
export async function notifyByOffice(
  tx: Transaction,
  kind: ByOffice,
  { annotationId, commentId, actorId }: Concerned,
): Promise<void> {
  const { assignmentId, authorId, assignment } = await tx.annotation.findUniqueOrThrow({
    where: { id: annotationId },
    select: { assignmentId: true, authorId: true, assignment: { select: { courseId: true } } },
  });
  const isForAuthor = kind === "HIDDEN" || kind === "APPROVED";
  const people = isForAuthor
    ? [await authorOf(tx, commentId, authorId)]
    : await listStaff(tx, assignment.courseId, kind);
  const reasons = new Map(people.map((id) => [id, kind] as const));
  await tell(tx, { assignmentId, annotationId, commentId, authorId: actorId }, reasons);
}

interface Concerned {
  annotationId: string;
  /** Null for a mark without words. */
  commentId: string | null;
  actorId: string;
}

const FACTS = {
  id: true,
  assignmentId: true,
  annotationId: true,
  authorId: true,
  isOpening: true,
  isAnonymous: true,
  privateToId: true,
  heldAt: true,
} satisfies Prisma.CommentSelect;

async function authorOf(tx: Transaction, commentId: string | null, otherwise: string) {
  if (!commentId) return otherwise;
  const comment = await tx.comment.findUniqueOrThrow({
    where: { id: commentId },
    select: { authorId: true },
  });
  return comment.authorId;
}

async function listStaff(tx: Transaction, courseId: string, kind: ByOffice): Promise<string[]> {
  const roles = kind === "NEEDS_INSTRUCTOR" ? [] : (["ASSISTANT"] as const);
  const rows = await tx.enrolment.findMany({
    where: { courseId, status: "ACTIVE", role: { in: ["INSTRUCTOR", ...roles] } },
    select: { userId: true },
  });
  return rows.map(({ userId }) => userId);
}

interface Told {
  assignmentId: string;
  annotationId: string;
  commentId: string | null;
  /** Who did it. */
  authorId: string;
}

async function tell(
  tx: Transaction,
  { assignmentId, annotationId, commentId, authorId }: Told,
  reasons: ReadonlyMap<string, NotificationKind>,
): Promise<void> {
  const userIds = [...reasons.keys()].filter((id) => id !== authorId);
  if (userIds.length === 0) return;
  const readers = await listReaders(tx, { assignmentId, annotationId, commentId }, userIds);
  // Among rows without a comment the database sees no repeats.
  const known = commentId === null ? await listTold(tx, annotationId, readers) : new Set();
  const rows = readers.flatMap((userId) => {
    const kind = reasons.get(userId);
    if (!kind || known.has(`${userId} ${kind}`)) return [];
    return [{ userId, kind, assignmentId, annotationId, commentId }];
  });
  if (rows.length === 0) return;
  await tx.notification.createMany({ data: rows, skipDuplicates: true });
  await publishToPeople(tx, readers);
}

async function listTold(tx: Transaction, annotationId: string, userIds: string[]) {
  const rows = await tx.notification.findMany({
    where: { annotationId, commentId: null, userId: { in: userIds } },
    select: { userId: true, kind: true },
  });
  return new Set(rows.map(({ userId, kind }) => `${userId} ${kind}`));
}

/** Those of the people who may read it now, by the same policy as the page. */
async function listReaders(
  tx: Transaction,
  { assignmentId, annotationId, commentId }: Omit<Told, "authorId">,
  userIds: string[],
): Promise<string[]> {
  const viewers = await listAssignmentViewers(userIds, { assignmentIds: [assignmentId], tx });
  const [place] = viewers;
  if (!place) return [];
  const annotation = await tx.annotation.findUniqueOrThrow({
    where: { id: annotationId },
    select: annotationSelect(place),
  });
  const comment =
    commentId &&
    (await tx.comment.findUniqueOrThrow({
      where: { id: commentId },
      select: commentSelect(place),
    }));
  return viewers
    .filter((viewer) => annotationAbilities(viewer, annotation).read)
    .filter((viewer) => !comment || commentAbilities(viewer, annotation, comment).readWords)
    .map(({ userId }) => userId);
}
