import { db } from "@/lib/db";
import { openClassroom } from "./classroom";
import { type createAssignment, createMember, createUser } from "./factories";

/** Everybody who may come before something that Ada wrote in a course that is divided. */
export const DIVIDED = ["author", "mate", "classmate", "other", "instructor", "assistant"] as const;
export const OUTSIDERS = ["removed", "stranger", "administrator", "nobody"] as const;

export type DividedClassroom = Awaited<ReturnType<typeof openDividedClassroom>>;

/** A classroom in two groups: Ada with a mate in one, somebody else in the other. */
export async function openDividedClassroom(given: Parameters<typeof createAssignment>[1] = {}) {
  const room = await openClassroom(given);
  const { course, people } = room;
  const [mate, other, administrator] = await Promise.all([
    createMember(course.id, "STUDENT", "Mate"),
    createMember(course.id, "STUDENT", "Other"),
    createUser({ name: "Administrator", siteRole: "ADMINISTRATOR" }),
  ]);
  const [group, otherGroup] = await Promise.all([
    createGroup(course.id, "Monday", [room.author.id, mate.id]),
    createGroup(course.id, "Tuesday", [other.id]),
  ]);
  const all = { ...people, mate, other, administrator };
  return { ...room, mate, other, administrator, group, otherGroup, people: all };
}

/** A group of these people. */
function createGroup(courseId: string, name: string, userIds: string[]) {
  const memberships = { create: userIds.map((userId) => ({ userId })) };
  return db.group.create({ data: { courseId, name, position: 1, memberships } });
}

/** Lets people of the course write under a pseudonym. */
export async function allowAnonymity(assignmentId: string): Promise<void> {
  await db.assignment.update({ where: { id: assignmentId }, data: { anonymityAllowed: true } });
}
