import "server-only";

import type { Transaction } from "@/lib/db";
import type { NotificationKind } from "@/prisma/generated/enums";

/** The facts about a comment that decide whom it concerns. */
interface CommentConcerned {
  id: string;
  assignmentId: string;
  annotationId: string;
  authorId: string;
  isOpening: boolean;
  isAnonymous: boolean;
  privateToId: string | null;
}

/**
 * Whom a comment concerns, and why: the first of being named, having asked, having written in the
 * thread, and following. Says nothing of who may read it. A private reply concerns one person only.
 *
 * Who muted the thread, the author as they know them, or the whole assignment without following
 * the thread, is left out, also when they are named: muted is muted.
 */
export async function listConcerned(
  tx: Transaction,
  comment: CommentConcerned,
): Promise<Map<string, NotificationKind>> {
  const concerned = await listReasons(tx, comment);
  const userIds = [...concerned.keys()];
  if (userIds.length === 0) return concerned;
  for (const userId of await listMuters(tx, comment, userIds)) concerned.delete(userId);
  return concerned;
}

async function listReasons(
  tx: Transaction,
  comment: CommentConcerned,
): Promise<Map<string, NotificationKind>> {
  const { id, annotationId, assignmentId, authorId, privateToId } = comment;
  if (privateToId) return new Map([[privateToId, "PRIVATE_REPLY"]]);
  const mentions = await tx.mention.findMany({
    where: { commentId: id },
    select: { userId: true },
  });
  const follows = await tx.follow.findMany({
    where: {
      state: "FOLLOWED",
      OR: [
        { annotationId },
        { assignmentId },
        // What somebody writes under another name must not reach those who follow the person.
        ...(comment.isAnonymous ? [] : [{ personId: authorId }]),
      ],
    },
    select: { userId: true },
  });
  const others = comment.isOpening ? NOBODY : await listThread(tx, comment);
  // The later overrule the earlier.
  return new Map([
    ...reasonsOf(follows, "FOLLOWED"),
    ...reasonsOf(others.writers, "REPLY"),
    ...reasonsOf(others.askers, "ANSWER"),
    ...reasonsOf(mentions, "MENTION"),
  ]);
}

const NOBODY: { writers: Person[]; askers: Person[] } = { writers: [], askers: [] };

interface Person {
  userId: string;
}

/** Who wrote in the thread before, and of a question who asked it, themselves or by *Me too*. */
async function listThread(tx: Transaction, { id, annotationId }: CommentConcerned) {
  const annotation = await tx.annotation.findUniqueOrThrow({
    where: { id: annotationId },
    select: { kind: true, authorId: true },
  });
  const written = await tx.comment.findMany({
    where: { annotationId, deletedAt: null, id: { not: id } },
    select: { authorId: true },
    distinct: ["authorId"],
  });
  const writers = written.map(({ authorId }) => ({ userId: authorId }));
  const opener = { userId: annotation.authorId };
  if (annotation.kind !== "QUESTION") return { writers: [...writers, opener], askers: [] };
  const votes = await tx.vote.findMany({
    where: { comment: { annotationId, isOpening: true } },
    select: { userId: true },
  });
  return { writers, askers: [opener, ...votes] };
}

function reasonsOf(people: Person[], kind: NotificationKind): [string, NotificationKind][] {
  return people.map(({ userId }) => [userId, kind]);
}

async function listMuters(
  tx: Transaction,
  { annotationId, assignmentId, authorId, isAnonymous }: CommentConcerned,
  userIds: string[],
): Promise<Set<string>> {
  const userId = { in: userIds };
  const follows = await tx.follow.findMany({
    where: { userId, OR: [{ annotationId }, { assignmentId }] },
    select: { userId: true, annotationId: true, state: true },
  });
  const pseudonym = isAnonymous
    ? await tx.pseudonym.findUnique({
        where: { assignmentId_userId: { assignmentId, userId: authorId } },
        select: { key: true },
      })
    : null;
  // Staff know the author of an anonymous post by name, classmates by the pseudonym.
  const voices = pseudonym ? [authorId, pseudonym.key] : [authorId];
  const mutes = await tx.personMute.findMany({
    where: { userId, voiceId: { in: voices } },
    select: { userId: true, voiceId: true },
  });
  const staff = pseudonym ? await listStaffAmong(tx, assignmentId, userIds) : new Set<string>();
  const muters = mutes.flatMap((mute) => {
    const voice = pseudonym && !staff.has(mute.userId) ? pseudonym.key : authorId;
    return mute.voiceId === voice ? [mute.userId] : [];
  });
  const ofThread = new Map(
    follows.flatMap((each) => (each.annotationId ? [[each.userId, each.state] as const] : [])),
  );
  const muted = follows.flatMap((each) => {
    const state = ofThread.get(each.userId) ?? each.state;
    return state === "MUTED" ? [each.userId] : [];
  });
  return new Set([...muters, ...muted]);
}

async function listStaffAmong(
  tx: Transaction,
  assignmentId: string,
  userIds: string[],
): Promise<Set<string>> {
  const rows = await tx.enrolment.findMany({
    where: {
      course: { assignments: { some: { id: assignmentId } } },
      userId: { in: userIds },
      role: { not: "STUDENT" },
    },
    select: { userId: true },
  });
  return new Set(rows.map(({ userId }) => userId));
}
