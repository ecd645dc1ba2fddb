import "server-only";

import { hashPassword } from "@/lib/auth/password";
import { db, type Transaction } from "@/lib/db";
import { readArticle } from "./article";
import { demoClock, termAt } from "./clock";
import { conversation } from "./conversation";
import { demoAssignment, demoCourse, demoGroups, demoJoined, demoSeen } from "./course";
import { noticesOf } from "./notices";
import { DEMO_PASSWORD, type DemoPersonKey, demoPeople } from "./people";
import { rowsOf } from "./rows";
import type { DemoMoment } from "./thread";

/** The ids of the demo's people, by the name that the conversation calls them. */
export type PersonIds = Record<DemoPersonKey, string>;

/**
 * Loads the demo course as of `now`, in one transaction. Returns false where it was loaded before:
 * it is loaded once, and whatever people then make of it stays.
 *
 * The caller sees to it that no two instances load it at once.
 */
export async function loadDemo(now: Date): Promise<boolean> {
  const isLoaded = await db.course.count({ where: { id: demoCourse.id } });
  if (isLoaded > 0) return false;
  const timeOf = demoClock(now, demoCourse.timeZone);
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await db.$transaction(
    async (tx) => {
      const people = await makePeople(tx, passwordHash);
      await makeCourse(tx, people, now, timeOf);
      const assignment = await assignArticle(tx, people, timeOf);
      const rows = rowsOf(conversation, { ...assignment, people, timeOf });
      await tx.annotation.createMany({ data: rows.annotations });
      await tx.anchor.createMany({ data: rows.anchors });
      await tx.comment.createMany({ data: rows.comments });
      await tx.commentEdit.createMany({ data: rows.edits });
      await tx.vote.createMany({ data: rows.votes });
      await tx.saved.createMany({ data: rows.saved });
      await tx.commentTag.createMany({ data: rows.tags });
      await answerQuestions(tx, rows.answers);
      const seen = seenRows(assignment.assignmentId, people, timeOf);
      await tx.seen.createMany({ data: seen });
      await tx.notification.createMany({ data: noticesOf(rows, seen) });
    },
    { timeout: 30_000 },
  );
  return true;
}

type TimeOf = (moment: DemoMoment) => Date;

const keys = Object.keys(demoPeople) as DemoPersonKey[];

async function makePeople(tx: Transaction, passwordHash: string): Promise<PersonIds> {
  const { timeZone } = demoCourse;
  await tx.user.createMany({
    data: keys.map((key) => {
      const { name, email } = demoPeople[key];
      return { name, email, passwordHash, timeZone };
    }),
    skipDuplicates: true,
  });
  const emails = keys.map((key) => demoPeople[key].email);
  const users = await tx.user.findMany({
    where: { email: { in: emails } },
    select: { id: true, email: true },
  });
  const ids = keys.map((key) => {
    const user = users.find(({ email }) => email === demoPeople[key].email);
    return [key, user?.id ?? ""];
  });
  return Object.fromEntries(ids) as PersonIds;
}

async function makeCourse(
  tx: Transaction,
  people: PersonIds,
  now: Date,
  timeOf: TimeOf,
): Promise<void> {
  const { id, title, timeZone, joinCode, madeAt } = demoCourse;
  await tx.course.create({
    data: {
      ...{ id, title, timeZone, joinCode },
      term: termAt(now, timeZone),
      createdAt: timeOf(madeAt),
      groups: {
        create: demoGroups.map(({ name, people: members }, position) => ({
          ...{ name, position, createdAt: timeOf(madeAt) },
          memberships: { create: members.map((key) => ({ userId: people[key] })) },
        })),
      },
      enrolments: {
        createMany: {
          data: keys.map((key) => ({
            userId: people[key],
            role: demoPeople[key].role,
            createdAt: timeOf(demoJoined[key]),
          })),
        },
      },
    },
    select: { id: true },
  });
}

async function assignArticle(tx: Transaction, people: PersonIds, timeOf: TimeOf) {
  const { text, ...article } = await readArticle();
  const { title, instructions, opensAt, dueAt, madeAt, readingMadeAt } = demoAssignment;
  const { document, hash, ...about } = article;
  const reading = await tx.reading.create({
    data: {
      ...about,
      ownerId: people.leonor,
      createdAt: timeOf(readingMadeAt),
      revisions: {
        create: { number: 1, document, text, hash, createdAt: timeOf(readingMadeAt) },
      },
    },
    select: { id: true, revisions: { select: { id: true } } },
  });
  const revisionId = reading.revisions[0]?.id ?? "";
  const { id } = await tx.assignment.create({
    data: {
      ...{ title, instructions, revisionId },
      courseId: demoCourse.id,
      readingId: reading.id,
      opensAt: timeOf(opensAt),
      dueAt: timeOf(dueAt),
      createdAt: timeOf(madeAt),
    },
    select: { id: true },
  });
  return { assignmentId: id, revisionId, text };
}

async function answerQuestions(
  tx: Transaction,
  answers: { annotationId: string; commentId: string }[],
): Promise<void> {
  const questions = answers.map(({ annotationId }) => annotationId);
  const comments = answers.map(({ commentId }) => commentId);
  await tx.$executeRaw`
    UPDATE annotation SET answer_id = answer.comment_id
    FROM unnest(${questions}::uuid[], ${comments}::uuid[]) AS answer (annotation_id, comment_id)
    WHERE annotation.id = answer.annotation_id`;
}

function seenRows(assignmentId: string, people: PersonIds, timeOf: TimeOf) {
  return keys.flatMap((key) => {
    const moment = demoSeen[key];
    return moment ? [{ assignmentId, userId: people[key], seenAt: timeOf(moment) }] : [];
  });
}
