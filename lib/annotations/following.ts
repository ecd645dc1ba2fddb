import "server-only";

import { getAssignmentViewer } from "@/lib/assignments/queries";
import { membershipOf } from "@/lib/courses/policy";
import { db } from "@/lib/db";
import { Invalid, NotFound } from "@/lib/errors";
import type { FollowState } from "@/prisma/generated/enums";
import { getReadableAnnotation } from "./queries";

/** Follows or mutes a thread; null is neither. @throws NotFound */
export async function followThread(
  userId: string,
  annotationId: string,
  state: FollowState | null,
): Promise<void> {
  const { annotation } = await getReadableAnnotation(userId, annotationId, { isFollowed: true });
  const key = { userId, annotationId: annotation.id };
  if (state === null) await db.follow.deleteMany({ where: key });
  else {
    await db.follow.upsert({
      where: { userId_annotationId: key },
      create: { ...key, state },
      update: { state, mergedFromId: null },
    });
  }
}

/** Follows or mutes all of an assignment; null is neither. @throws NotFound */
export async function followAssignment(
  userId: string,
  assignmentId: string,
  state: FollowState | null,
): Promise<void> {
  await getAssignmentViewer(userId, assignmentId);
  const key = { userId, assignmentId };
  if (state === null) await db.follow.deleteMany({ where: key });
  else {
    await db.follow.upsert({
      where: { userId_assignmentId: key },
      create: { ...key, state },
      update: { state },
    });
  }
}

/**
 * Follows what a person of one of one's courses writes under their name, or no longer. What they
 * write under a pseudonym is not meant, and must not come with it.
 *
 * @throws NotFound for somebody who is in none of them; Invalid for oneself
 */
export async function followPerson(
  userId: string,
  personId: string,
  isFollowed: boolean,
): Promise<void> {
  const key = { userId, personId };
  if (!isFollowed) {
    await db.follow.deleteMany({ where: key });
    return;
  }
  if (personId === userId) throw new Invalid("followSelf", { field: "personId" });
  const isNear = { userId: personId, status: "ACTIVE", course: membershipOf(userId) } as const;
  if (!(await db.enrolment.count({ where: isNear }))) throw new NotFound();
  await db.follow.upsert({
    where: { userId_personId: key },
    create: { ...key, state: "FOLLOWED" },
    update: { state: "FOLLOWED" },
  });
}

/**
 * Does not want to read an author any more, or again. They are named by the id that the person
 * sees, of somebody or of a pseudonym; that there is such an author is neither asked nor told.
 */
export async function muteVoice(userId: string, voiceId: string, isMuted: boolean): Promise<void> {
  if (voiceId === userId) throw new Invalid("muteSelf", { field: "voiceId" });
  const mute = { userId, voiceId };
  if (isMuted) await db.personMute.createMany({ data: [mute], skipDuplicates: true });
  else await db.personMute.deleteMany({ where: mute });
}
