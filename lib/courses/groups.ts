import "server-only";

import { db, type Transaction } from "@/lib/db";
import { authorize, Conflict, NotFound } from "@/lib/errors";
import { publishAccessEnded, publishAccessesEnded } from "@/lib/events/access";
import { Prisma } from "@/prisma/generated/client";
import { courseAbilities } from "./policy";
import { getCourseViewer } from "./queries";
import type { GroupMemberInput, GroupNameInput, MovePeopleInput } from "./schema";

/** A part of a course as its members see it. */
export interface GroupView {
  id: string;
  name: string;
}

/** More groups than a course is ever divided into; keeps the list bounded. */
const GROUPS_AT_MOST = 200;

/** A course's groups in their order, for its members. @throws NotFound */
export async function listGroups(userId: string, courseId: string): Promise<GroupView[]> {
  await getCourseViewer(userId, courseId);
  return db.group.findMany({
    where: { courseId },
    select: { id: true, name: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: GROUPS_AT_MOST,
  });
}

/**
 * Adds a group after the others.
 *
 * @throws NotFound, Forbidden
 * @throws Conflict when the course has a group of that name, or too many
 */
export async function createGroup(
  userId: string,
  courseId: string,
  { name }: GroupNameInput,
): Promise<GroupView> {
  return inCourse(userId, courseId, async (tx) => {
    const count = await tx.group.count({ where: { courseId } });
    if (count >= GROUPS_AT_MOST) throw new Conflict("groupsTooMany");
    const last = await tx.group.aggregate({ where: { courseId }, _max: { position: true } });
    const position = (last._max.position ?? 0) + 1;
    return tx.group.create({
      data: { courseId, name, position },
      select: { id: true, name: true },
    });
  });
}

/** @throws NotFound, Forbidden; Conflict when the course has a group of that name */
export async function renameGroup(
  userId: string,
  groupId: string,
  { name }: GroupNameInput,
): Promise<GroupView> {
  const { courseId } = await findGroup(groupId);
  return inCourse(userId, courseId, (tx) =>
    tx.group.update({ where: { id: groupId }, data: { name }, select: { id: true, name: true } }),
  );
}

/**
 * Deletes a group in which nobody is and for which nothing was written: words that only a group
 * can see would otherwise be seen by nobody.
 *
 * @throws NotFound, Forbidden, Conflict
 */
export async function deleteGroup(userId: string, groupId: string): Promise<void> {
  const { courseId } = await findGroup(groupId);
  await inCourse(userId, courseId, async (tx) => {
    const [people, annotations] = await Promise.all([
      tx.groupMembership.count({ where: { groupId, leftAt: null } }),
      tx.annotation.count({ where: { groupId } }),
    ]);
    if (people + annotations > 0) throw new Conflict("groupNotEmpty");
    await tx.group.delete({ where: { id: groupId } });
  });
}

/**
 * Puts a person of the course in a group, and takes them out of the one that they were in.
 *
 * @throws NotFound when there is no such group, or the person is not in its course
 * @throws Forbidden
 */
export async function putInGroup(userId: string, input: GroupMemberInput): Promise<void> {
  const { groupId, userId: personId } = input;
  const { courseId } = await findGroup(groupId);
  await inCourse(userId, courseId, async (tx) => {
    await getCourseViewer(personId, courseId, tx);
    const isThere = await tx.groupMembership.count({
      where: { groupId, userId: personId, leftAt: null },
    });
    if (isThere > 0) return;
    await leaveGroups(tx, courseId, personId);
    await tx.groupMembership.create({ data: { groupId, userId: personId }, select: { id: true } });
    // What a stream may show is decided when it opens: it opens again in the other group.
    await publishAccessEnded(tx, { userId: personId, courseId });
  });
}

/** Takes a person out of a group. @throws NotFound when they are not in it; Forbidden */
export async function takeOutOfGroup(userId: string, input: GroupMemberInput): Promise<void> {
  const { groupId, userId: personId } = input;
  const { courseId } = await findGroup(groupId);
  await inCourse(userId, courseId, async (tx) => {
    const { count } = await tx.groupMembership.updateMany({
      where: { groupId, userId: personId, leftAt: null },
      data: { leftAt: new Date() },
    });
    if (count === 0) throw new NotFound();
    await publishAccessEnded(tx, { userId: personId, courseId });
  });
}

/**
 * Puts people of the course in groups of it, or for none takes them out of theirs: all of them or,
 * when one cannot be moved, nobody. Who is there already stays.
 *
 * @throws NotFound when there is no such group, or somebody is not in the course
 * @throws Forbidden
 */
export async function movePeople(
  userId: string,
  { courseId, moves }: MovePeopleInput,
): Promise<void> {
  const wanted = new Map(moves.map((move) => [move.userId, move.groupId]));
  const isOfThem = { userId: { in: [...wanted.keys()] } };
  const groupIds = [...new Set(moves.flatMap(({ groupId }) => groupId ?? []))];
  await inCourse(userId, courseId, async (tx) => {
    const people = await tx.enrolment.count({ where: { ...isOfThem, courseId, status: "ACTIVE" } });
    const groups = await tx.group.count({ where: { courseId, id: { in: groupIds } } });
    if (people < wanted.size || groups < groupIds.length) throw new NotFound();
    const stays = await tx.groupMembership.findMany({
      where: { ...isOfThem, leftAt: null, group: { courseId } },
      select: { userId: true, groupId: true },
    });
    const present = new Map(stays.map((stay) => [stay.userId, stay.groupId]));
    const changed = [...wanted].filter(([id, groupId]) => (present.get(id) ?? null) !== groupId);
    const userIds = changed.map(([id]) => id);
    await tx.groupMembership.updateMany({
      where: { userId: { in: userIds }, leftAt: null, group: { courseId } },
      data: { leftAt: new Date() },
    });
    await tx.groupMembership.createMany({
      data: changed.flatMap(([id, groupId]) => (groupId ? [{ userId: id, groupId }] : [])),
    });
    // What a stream may show is decided when it opens: it opens again in the other group.
    await publishAccessesEnded(tx, { userIds, courseId });
  });
}

/** Ends a person's stay in whatever group of the course they are in; tells in how many that was. */
export async function leaveGroups(
  tx: Transaction,
  courseId: string,
  userId: string,
): Promise<number> {
  const { count } = await tx.groupMembership.updateMany({
    where: { userId, leftAt: null, group: { courseId } },
    data: { leftAt: new Date() },
  });
  return count;
}

async function findGroup(groupId: string): Promise<{ courseId: string }> {
  const group = await db.group.findUnique({ where: { id: groupId }, select: { courseId: true } });
  if (!group) throw new NotFound();
  return group;
}

/** One change at a time in a course, so that a person cannot come to be in two groups. */
async function inCourse<T>(
  userId: string,
  courseId: string,
  change: (tx: Transaction) => Promise<T>,
): Promise<T> {
  try {
    return await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM course WHERE id = ${courseId}::uuid FOR UPDATE`;
      authorize(courseAbilities(await getCourseViewer(userId, courseId, tx)).manageGroups);
      return change(tx);
    });
  } catch (error) {
    const isTaken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
    throw isTaken ? new Conflict("groupNameTaken", { field: "name" }) : error;
  }
}
