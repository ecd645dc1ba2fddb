import "server-only";

import { quoteOfComment } from "@/lib/annotations/comment-words";
import { readableBy, wordsReadableBy } from "@/lib/annotations/policy";
import { listPosts } from "@/lib/annotations/posts";
import type { AuthorView } from "@/lib/annotations/present-author";
import { listAssignmentViewers } from "@/lib/assignments/queries";
import { isStaff } from "@/lib/courses/policy";
import type { Transaction } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";

/** A question that nobody has called answered. */
export interface OpenQuestionView {
  annotationId: string;
  assignmentId: string;
  title: string;
  courseTitle: string;
  quote: string;
  author: AuthorView;
  words: string;
}

/** What one of the staff is told once a day. */
export interface SummaryView {
  /** Posts of others since yesterday. */
  postCount: number;
  openCount: number;
  /** The latest of them. */
  questions: OpenQuestionView[];
}

const DAY_MS = 24 * 60 * 60_000;
const QUESTIONS = 20;
const ASSIGNMENTS = 500;
const WORDS = 300;

/** What happened and what is open where a person teaches, as they may read it now. */
export async function getSummary(tx: Transaction, userId: string, now: Date): Promise<SummaryView> {
  const teaches = {
    some: { userId, status: "ACTIVE" as const, role: { not: "STUDENT" as const } },
  };
  const places = await tx.assignment.findMany({
    where: { course: { archivedAt: null, enrolments: teaches } },
    select: { id: true, title: true, course: { select: { title: true } } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: ASSIGNMENTS,
  });
  const assignmentIds = places.map(({ id }) => id);
  const all = await listAssignmentViewers(userId, { assignmentIds, tx, now });
  const viewers = all.filter(({ role }) => isStaff(role));
  if (viewers.length === 0) return { postCount: 0, openCount: 0, questions: [] };
  const readable: Prisma.AnnotationWhereInput = {
    OR: viewers.map((each) => ({ AND: [{ assignmentId: each.assignmentId }, readableBy(each)] })),
  };
  const open: Prisma.AnnotationWhereInput = {
    AND: [readable, { kind: "QUESTION", answeredAt: null, authorId: { not: userId } }],
  };
  const since = new Date(now.getTime() - DAY_MS);
  const postCount = await tx.comment.count({
    where: {
      OR: viewers.map((each) => ({
        AND: [{ assignmentId: each.assignmentId }, wordsReadableBy(each)],
      })),
      annotation: readable,
      createdAt: { gt: since },
      authorId: { not: userId },
    },
  });
  const openCount = await tx.annotation.count({ where: open });
  const latest = await tx.annotation.findMany({
    where: open,
    select: { id: true, comments: { where: OPENING, select: { id: true }, take: 1 } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: QUESTIONS,
  });
  const keys = latest.flatMap(({ id, comments }) =>
    comments.map((comment) => ({ annotationId: id, commentId: comment.id })),
  );
  const posts = await listPosts(viewers, keys, tx);
  const titles = new Map(places.map((place) => [place.id, place]));
  const questions = posts.flatMap(({ viewer, annotation, comment }) => {
    const { assignmentId } = viewer;
    const place = titles.get(assignmentId);
    if (!place || !comment) return [];
    const { id: annotationId, author, quote } = annotation;
    const words = quoteOfComment(comment.body, WORDS);
    const { title, course } = place;
    return [{ annotationId, assignmentId, title, courseTitle: course.title, quote, author, words }];
  });
  return { postCount, openCount, questions };
}

const OPENING = { isOpening: true, mergedFromId: null };
