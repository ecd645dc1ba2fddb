import "server-only";

import { v7 as newId } from "uuid";

import { audit } from "@/lib/courses/audit";
import { makeJoinCode } from "@/lib/courses/join-code";
import { courseAbilities } from "@/lib/courses/policy";
import { getCourseViewer } from "@/lib/courses/queries";
import { db, type Transaction } from "@/lib/db";
import { authorize } from "@/lib/errors";
import { publishToAll } from "@/lib/events/publish";
import type { Prisma } from "@/prisma/generated/client";
import { listOwnNotes, type OwnNote } from "./own-notes";
import type { ArchiveInput, CopyCourseInput } from "./schema";
import { dayIn, daysBetween, shiftDays } from "./shift";

const ASSIGNMENTS_AT_MOST = 500;
/** Some thousand notes take their time. */
const COPYING = { timeout: 30_000 };

/**
 * Makes a course one that can only be read and searched, or opens it again. Whoever has one of its
 * readings open is told. Doing it twice is doing it once.
 *
 * @throws NotFound, Forbidden
 */
export async function archiveCourse(
  userId: string,
  { courseId, isArchived }: ArchiveInput,
): Promise<void> {
  authorize(courseAbilities(await getCourseViewer(userId, courseId)).archive);
  await db.$transaction(async (tx) => {
    const { count } = await tx.course.updateMany({
      where: { id: courseId, archivedAt: isArchived ? null : { not: null } },
      data: { archivedAt: isArchived ? new Date() : null },
    });
    if (count === 0) return;
    const assignments = await tx.assignment.findMany({
      where: { courseId },
      select: { id: true },
      orderBy: { id: "asc" },
    });
    await audit(tx, {
      ...{ actorId: userId, courseId, action: isArchived ? "archiveCourse" : "reopenCourse" },
      ...{ targetType: "course", targetId: courseId },
    });
    const ids = assignments.map(({ id }) => id);
    await publishToAll(tx, ids, "ASSIGNMENT");
  });
}

/**
 * Makes a course after the pattern of another: its readings with their settings and dates, its
 * groups without people, its tags, and, if asked for, what its maker noted in it. Nobody is in it but
 * its maker, and nothing that others wrote.
 *
 * All dates move by the days that lie between the first of them and `firstDay`, each at the time of
 * day that it had. Without `firstDay` they are left out, and everything is open.
 *
 * @throws NotFound, Forbidden
 */
export async function copyCourse(
  userId: string,
  { courseId, title, term, firstDay, withNotes }: CopyCourseInput,
): Promise<{ id: string }> {
  authorize(courseAbilities(await getCourseViewer(userId, courseId)).copy);
  return db.$transaction(async (tx) => {
    const source = await tx.course.findUniqueOrThrow({
      where: { id: courseId },
      select: sourceSelect,
    });
    const move = mover(source, firstDay);
    const ids = new Map(source.assignments.map(({ id }) => [id, newId()]));
    const { timeZone, tagsOnly, holdsFirstPosts, groups, tags } = source;
    const made = await tx.course.create({
      data: {
        ...{ title, term, timeZone, tagsOnly, holdsFirstPosts, joinCode: makeJoinCode() },
        enrolments: { create: { userId, role: "INSTRUCTOR" } },
        groups: { createMany: { data: groups } },
        tags: { createMany: { data: tags } },
        assignments: {
          createMany: {
            data: source.assignments.map(({ id, opensAt, dueAt, ...assignment }) => ({
              ...assignment,
              id: ids.get(id) ?? newId(),
              opensAt: move(opensAt),
              dueAt: move(dueAt),
            })),
          },
        },
      },
      select: { id: true },
    });
    if (withNotes) await copyNotes(tx, userId, await listOwnNotes(tx, userId, courseId), ids);
    await audit(tx, {
      ...{ actorId: userId, courseId: made.id, action: "copyCourse", details: { from: courseId } },
      ...{ targetType: "course", targetId: made.id },
    });
    return made;
  }, COPYING);
}

const sourceSelect = {
  timeZone: true,
  tagsOnly: true,
  holdsFirstPosts: true,
  groups: { select: { name: true, position: true } },
  tags: { select: { name: true } },
  assignments: {
    select: {
      ...{ id: true, readingId: true, revisionId: true, isPinned: true, title: true },
      ...{ instructions: true, opensAt: true, dueAt: true, audienceDefault: true },
      ...{ anonymityAllowed: true, wordMinimum: true },
    },
    orderBy: { id: "asc" },
    take: ASSIGNMENTS_AT_MOST,
  },
} satisfies Prisma.CourseSelect;

type Source = Prisma.CourseGetPayload<{ select: typeof sourceSelect }>;

/** Moves the dates of a course so that the first of them falls on a day. */
function mover({ timeZone, assignments }: Source, firstDay: string | null) {
  const dates = assignments.flatMap(({ opensAt, dueAt }) => [opensAt, dueAt]);
  const days = dates.flatMap((date) => (date ? [dayIn(date, timeZone)] : []));
  const [first] = days.toSorted();
  return (date: Date | null): Date | null => {
    if (!date || !first || !firstDay) return null;
    return shiftDays(date, timeZone, daysBetween(first, firstDay));
  };
}

async function copyNotes(
  tx: Transaction,
  authorId: string,
  notes: readonly OwnNote[],
  assignmentIds: ReadonlyMap<string, string>,
): Promise<void> {
  const made = notes.flatMap((note) => {
    const assignmentId = assignmentIds.get(note.assignmentId);
    return assignmentId ? [{ ...note, id: newId(), commentId: newId(), assignmentId }] : [];
  });
  await tx.annotation.createMany({
    data: made.map(
      ({ id, assignmentId, kind, audience, quote, prefix, suffix, anchor, ...rest }) => ({
        ...{ id, assignmentId, authorId, kind, audience, quote, prefix, suffix },
        ...{ revisionId: anchor.revisionId, start: anchor.start, end: anchor.end },
        pinnedAt: rest.pinnedAt && new Date(),
        commentCount: rest.opening ? 1 : 0,
      }),
    ),
  });
  await tx.anchor.createMany({
    data: made.map(({ id, anchor }) => ({ ...anchor, annotationId: id })),
  });
  const worded = made.flatMap(({ opening, ...note }) => (opening ? [{ ...note, opening }] : []));
  await tx.comment.createMany({
    data: worded.map(({ id, commentId, assignmentId, opening }) => ({
      ...{ id: commentId, annotationId: id, assignmentId, authorId, isOpening: true },
      ...{ text: opening.text, wordCount: opening.wordCount },
      body: opening.body as Prisma.InputJsonValue,
    })),
  });
  await tx.commentTag.createMany({
    data: worded.flatMap(({ commentId, assignmentId, opening }) =>
      opening.tags.map(({ name }) => ({ commentId, assignmentId, name })),
    ),
  });
}
