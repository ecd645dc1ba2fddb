import "server-only";

import { randomBytes } from "node:crypto";

import { countAttempt } from "@/lib/auth/limits";
import { db, type Transaction } from "@/lib/db";
import { authorize, Conflict, Forbidden, Invalid, NotFound } from "@/lib/errors";
import { publishAccessEnded } from "@/lib/events/access";
import { leaveGroups } from "./groups";
import { makeJoinCode } from "./join-code";
import { type CourseViewer, courseAbilities, personAbilities } from "./policy";
import { getCourseViewer } from "./queries";
import type {
  ChangeRoleInput,
  CourseInput,
  CreateCourseInput,
  JoinInput,
  PersonInput,
} from "./schema";

/** Makes a course whose first instructor is the person who makes it. */
export async function createCourse(
  userId: string,
  input: CreateCourseInput,
): Promise<{ id: string }> {
  return db.course.create({
    data: {
      ...input,
      joinCode: makeJoinCode(),
      enrolments: { create: { userId, role: "INSTRUCTOR" } },
    },
    select: { id: true },
  });
}

/**
 * Enrols a person as student by join code. Who is in the course already keeps their role.
 *
 * @throws Invalid when no open course has the code
 * @throws Forbidden when they were removed from the course
 * @throws TooMany
 */
export async function joinCourse(userId: string, { code }: JoinInput): Promise<{ id: string }> {
  await countAttempt("joinCode", userId);
  const course = await db.course.findFirst({
    where: { joinCode: code, archivedAt: null },
    select: { id: true },
  });
  if (!course) throw new Invalid("joinCodeUnknown", { field: "code" });
  const enrolment = await db.enrolment.upsert({
    where: { courseId_userId: { courseId: course.id, userId } },
    create: { courseId: course.id, userId },
    update: {},
    select: { status: true },
  });
  if (enrolment.status === "REMOVED") throw new Forbidden("removedFromCourse");
  return course;
}

/**
 * Gives a person another role.
 *
 * @throws NotFound, Forbidden
 * @throws Conflict when the course would be left without an instructor
 */
export async function changeRole(
  userId: string,
  { courseId, userId: personId, role }: ChangeRoleInput,
): Promise<void> {
  await managePerson(userId, { courseId, userId: personId }, async (tx) => {
    await tx.enrolment.update({
      where: { courseId_userId: { courseId, userId: personId } },
      data: { role },
    });
    // What a stream may show is decided when it opens: it opens again under the new role.
    await publishAccessEnded(tx, { userId: personId, courseId });
  });
}

/**
 * Removes a person from a course: their words stay, their access ends at once. Nobody removes
 * themselves, because they could not come back: one leaves.
 *
 * @throws NotFound, Forbidden
 */
export async function removePerson(userId: string, person: PersonInput): Promise<void> {
  await managePerson(userId, person, async (tx, viewer, { role }) => {
    const facts = { userId: person.userId, role, isLastInstructor: false };
    authorize(personAbilities(viewer, facts).remove);
    await endEnrolment(tx, person);
  });
}

/** Lets a person back in whom an instructor had removed. @throws NotFound, Forbidden */
export async function restorePerson(userId: string, person: PersonInput): Promise<void> {
  const viewer = await getCourseViewer(userId, person.courseId);
  authorize(courseAbilities(viewer).managePeople);
  const { count } = await db.enrolment.updateMany({
    where: { ...person, status: "REMOVED" },
    data: { status: "ACTIVE" },
  });
  if (count === 0) throw new NotFound();
}

/** Leaves a course. @throws NotFound; Conflict for its last instructor */
export async function leaveCourse(userId: string, { courseId }: CourseInput): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockCourse(tx, courseId);
    await getCourseViewer(userId, courseId, tx);
    // Not REMOVED: who left by their own will may come back by the code.
    await tx.enrolment.delete({ where: { courseId_userId: { courseId, userId } } });
    await leaveGroups(tx, courseId, userId);
    await requireInstructor(tx, courseId);
    await publishAccessEnded(tx, { userId, courseId });
  });
}

/** Replaces the join code, so that the old one lets nobody in. @throws NotFound, Forbidden */
export async function rotateJoinCode(
  userId: string,
  { courseId }: CourseInput,
): Promise<{ joinCode: string }> {
  const viewer = await getCourseViewer(userId, courseId);
  authorize(courseAbilities(viewer).rotateCode);
  return db.course.update({
    where: { id: courseId },
    data: { joinCode: makeJoinCode() },
    select: { joinCode: true },
  });
}

/**
 * Gives the course's feed a new address, so that the old one leads nowhere, or ends the feed.
 *
 * @throws NotFound, Forbidden
 */
export async function rotateFeed(
  userId: string,
  { courseId }: CourseInput,
  { isEnding = false } = {},
): Promise<void> {
  const viewer = await getCourseViewer(userId, courseId);
  authorize(courseAbilities(viewer).rotateFeed);
  const feedSecret = isEnding ? null : randomBytes(24).toString("base64url");
  await db.course.update({ where: { id: courseId }, data: { feedSecret }, select: { id: true } });
}

async function managePerson(
  userId: string,
  { courseId, userId: personId }: PersonInput,
  change: (tx: Transaction, viewer: CourseViewer, person: CourseViewer) => Promise<void>,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockCourse(tx, courseId);
    const viewer = await getCourseViewer(userId, courseId, tx);
    authorize(courseAbilities(viewer).managePeople);
    const person = await getCourseViewer(personId, courseId, tx);
    await change(tx, viewer, person);
    await requireInstructor(tx, courseId);
  });
}

async function endEnrolment(tx: Transaction, { courseId, userId }: PersonInput): Promise<void> {
  await tx.enrolment.update({
    where: { courseId_userId: { courseId, userId } },
    data: { status: "REMOVED" },
  });
  await leaveGroups(tx, courseId, userId);
  await publishAccessEnded(tx, { userId, courseId });
}

/** Two instructors who demote each other at once must not leave the course without any. */
async function lockCourse(tx: Transaction, courseId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM course WHERE id = ${courseId}::uuid FOR UPDATE`;
}

async function requireInstructor(tx: Transaction, courseId: string): Promise<void> {
  const instructors = await tx.enrolment.count({
    where: { courseId, role: "INSTRUCTOR", status: "ACTIVE" },
  });
  if (instructors === 0) throw new Conflict("lastInstructor");
}
