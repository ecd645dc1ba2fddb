import "server-only";

import type { AssignmentViewer } from "@/lib/assignments/queries";
import { getAssignmentViewer } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";
import { type Place, readersOf, wordsReadableBy } from "./policy";
import { getReadableAnnotation } from "./queries";
import type { MentionableQuery, NewMentionableQuery } from "./schema";

/** Somebody who can be mentioned: a person, or a voice of the thread by its pseudonym. */
export interface MentionableView {
  id: string;
  name: string;
}

/** A place in a thread, or where a thread is to begin. */
export interface SpokenAt extends Place {
  /** Null before the thread is there. */
  annotationId: string | null;
}

const SHOWN_AT_MOST = 10;

/** The people of the course who can see a thread, and its voices, by a part of their name. @throws NotFound */
export async function listMentionable(
  userId: string,
  annotationId: string,
  { q }: MentionableQuery,
): Promise<MentionableView[]> {
  const { viewer, annotation } = await getReadableAnnotation(userId, annotationId, {
    isFollowed: true,
  });
  const place = { ...annotation, annotationId: annotation.id, privateToId: null };
  return search(viewer, place, q);
}

/** The people who could see a new note for such an audience, by a part of their name. @throws NotFound */
export async function listMentionableInNew(
  userId: string,
  assignmentId: string,
  { q, audience, groupId }: NewMentionableQuery,
): Promise<MentionableView[]> {
  const viewer = await getAssignmentViewer(userId, assignmentId);
  const own = { authorId: userId, isAnonymous: false, privateToId: null, annotationId: null };
  return search(viewer, { audience, groupId: groupId ?? viewer.groupId, ...own }, q);
}

/**
 * Whom ids in a comment stand for: the account, and the name that may be shown. Ids of people who
 * cannot see the place are missing.
 */
export async function findMentioned(
  viewer: AssignmentViewer,
  place: SpokenAt,
  ids: string[],
): Promise<Map<string, { userId: string; name: string }>> {
  if (ids.length === 0) return new Map();
  const [people, voices] = await Promise.all([
    listPeople(viewer, place, { userId: { in: ids } }, ids.length),
    listVoices(viewer, place, { key: { in: ids } }, ids.length),
  ]);
  return new Map([
    ...people.map(({ user }) => [user.id, { userId: user.id, name: user.name }] as const),
    ...voices.map(({ key, name, userId }) => [key, { userId, name }] as const),
  ]);
}

async function search(
  viewer: AssignmentViewer,
  place: SpokenAt,
  q: string,
): Promise<MentionableView[]> {
  const name = { contains: q, mode: "insensitive" } as const;
  const [people, voices] = await Promise.all([
    listPeople(viewer, place, { user: { name } }, SHOWN_AT_MOST + 1),
    listVoices(viewer, place, { name }, SHOWN_AT_MOST + 1),
  ]);
  const others = people.filter(({ user }) => user.id !== viewer.userId);
  return [
    ...others.map(({ user: { id, name } }) => ({ id, name })),
    ...voices.flatMap(({ key, name, userId }) =>
      userId === viewer.userId ? [] : [{ id: key, name }],
    ),
  ].slice(0, SHOWN_AT_MOST);
}

function listPeople(
  viewer: AssignmentViewer,
  place: SpokenAt,
  which: Prisma.EnrolmentWhereInput,
  take: number,
) {
  const { courseId } = viewer;
  return db.enrolment.findMany({
    where: { courseId, status: "ACTIVE", AND: [readersOf(viewer, place), which] },
    select: { user: { select: { id: true, name: true } } },
    orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
    take,
  });
}

/**
 * The pseudonyms that speak in a thread, for whoever can read what they say. Others of the
 * assignment are left out: which of them could be mentioned here would tell who they may be.
 */
async function listVoices(
  viewer: AssignmentViewer,
  { annotationId }: SpokenAt,
  which: Prisma.PseudonymWhereInput,
  take: number,
) {
  if (annotationId === null) return [];
  const spoke = { isAnonymous: true, annotationId, ...wordsReadableBy(viewer) };
  const began = { isAnonymous: true, id: annotationId };
  const { assignmentId } = viewer;
  return db.pseudonym.findMany({
    where: {
      assignmentId,
      user: { OR: [{ comments: { some: spoke } }, { annotations: { some: began } }] },
      AND: which,
    },
    select: { key: true, name: true, userId: true },
    orderBy: { name: "asc" },
    take,
  });
}
