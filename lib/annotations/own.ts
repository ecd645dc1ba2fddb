import "server-only";

import { getAssignmentViewer } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import type { FollowState } from "@/prisma/generated/enums";
import { readableBy } from "./policy";
import { getReadableAnnotation } from "./queries";
import { markThreadsSeen } from "./unread";

/**
 * What a person noted for themselves in one assignment, beside what they wrote. It goes to nobody
 * else, and is therefore no part of the views of threads, which are made for many at once.
 */
export interface OwnView {
  /** Comments that they voted for. */
  votedIds: string[];
  /** Threads that they keep. */
  savedIds: string[];
  /** Threads that they follow or want to hear nothing of. */
  follows: Record<string, FollowState>;
  /** The same of the assignment as a whole; null where they said nothing. */
  follow: FollowState | null;
  /** Authors whom they do not want to read, by the ids that they see. */
  mutedIds: string[];
  /** When they last had a thread before their eyes, in milliseconds since 1970. */
  seenAts: Record<string, number>;
}

/** More of each than one person makes in one assignment; keeps the answer bounded. */
const EACH_AT_MOST = 5_000;

/** @throws NotFound */
export async function getOwn(userId: string, assignmentId: string): Promise<OwnView> {
  const viewer = await getAssignmentViewer(userId, assignmentId);
  const annotation = { assignmentId, ...readableBy(viewer) };
  const take = EACH_AT_MOST;
  const [votes, saved, follows, mutes, seen] = await Promise.all([
    db.vote.findMany({
      where: { userId, comment: { assignmentId } },
      select: { commentId: true },
      take,
    }),
    db.saved.findMany({ where: { userId, annotation }, select: { annotationId: true }, take }),
    db.follow.findMany({
      where: { userId, OR: [{ annotation }, { assignmentId }] },
      select: { annotationId: true, state: true },
      take,
    }),
    db.personMute.findMany({ where: { userId }, select: { voiceId: true }, take }),
    db.threadSeen.findMany({
      where: { userId, annotation },
      select: { annotationId: true, seenAt: true },
      take,
    }),
  ]);
  return {
    votedIds: votes.map(({ commentId }) => commentId),
    savedIds: saved.map(({ annotationId }) => annotationId),
    follows: Object.fromEntries(
      follows.flatMap(({ annotationId, state }) => (annotationId ? [[annotationId, state]] : [])),
    ),
    follow: follows.find(({ annotationId }) => annotationId === null)?.state ?? null,
    mutedIds: mutes.map(({ voiceId }) => voiceId),
    seenAts: Object.fromEntries(
      seen.map(({ annotationId, seenAt }) => [annotationId, seenAt.getTime()]),
    ),
  };
}

/** Keeps a thread to come back to, or no longer. @throws NotFound */
export async function saveThread(
  userId: string,
  annotationId: string,
  isSaved: boolean,
): Promise<void> {
  const { annotation } = await getReadableAnnotation(userId, annotationId, { isFollowed: true });
  const saved = { userId, annotationId: annotation.id };
  if (isSaved) {
    await db.saved.upsert({
      where: { userId_annotationId: saved },
      create: saved,
      update: { mergedFromId: null },
    });
  } else await db.saved.deleteMany({ where: saved });
}

/** Remembers that the person had a thread before their eyes by `now`. @throws NotFound */
export async function markThreadSeen(
  userId: string,
  annotationId: string,
  now: Date,
): Promise<void> {
  const { viewer, annotation } = await getReadableAnnotation(userId, annotationId, {
    isFollowed: true,
  });
  await markThreadsSeen(userId, viewer.assignmentId, { ids: [annotation.id], agoMs: 0 }, now);
}
