import "server-only";

import { quoteOfComment } from "@/lib/annotations/comment-words";
import { readableBy } from "@/lib/annotations/policy";
import {
  type AuthorView,
  annotationSelect,
  commentSelect,
  presentAnnotation,
  presentComment,
} from "@/lib/annotations/present";
import type { AssignmentViewer } from "@/lib/assignments/queries";
import { listAssignmentViewers } from "@/lib/assignments/viewers";
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
    orderBy: { createdAt: "desc" },
    take: ASSIGNMENTS,
  });
  const assignmentIds = places.map(({ id }) => id);
  const all = await listAssignmentViewers(tx, { userIds: [userId], assignmentIds }, now);
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
      annotation: readable,
      assignmentId: { in: viewers.map((each) => each.assignmentId) },
      createdAt: { gt: since },
      authorId: { not: userId },
      deletedAt: null,
    },
  });
  const openCount = await tx.annotation.count({ where: open });
  const latest = await tx.annotation.findMany({
    where: open,
    select: { id: true, assignmentId: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: QUESTIONS,
  });
  const titles = new Map(places.map((place) => [place.id, place]));
  const found = await readQuestions(tx, viewers, latest);
  const questions = found.flatMap((question) => {
    const place = titles.get(question.assignmentId);
    return place ? [{ ...question, title: place.title, courseTitle: place.course.title }] : [];
  });
  return { postCount, openCount, questions };
}

type Untitled = Omit<OpenQuestionView, "title" | "courseTitle">;

/** By course, of which somebody teaches few: names and roles are a course's. */
async function readQuestions(
  tx: Transaction,
  viewers: AssignmentViewer[],
  latest: { id: string; assignmentId: string }[],
): Promise<Untitled[]> {
  const byAssignment = new Map(viewers.map((viewer) => [viewer.assignmentId, viewer]));
  const found = new Map<string, Untitled>();
  const places = new Map(
    latest.flatMap(({ assignmentId }) => {
      const viewer = byAssignment.get(assignmentId);
      return viewer ? [[viewer.courseId, viewer] as const] : [];
    }),
  );
  for (const place of places.values()) {
    const rows = await tx.annotation.findMany({
      where: {
        id: { in: latest.map(({ id }) => id) },
        assignment: { courseId: place.courseId },
      },
      select: {
        ...annotationSelect(place),
        comments: { where: { isOpening: true }, select: commentSelect(place), take: 1 },
      },
    });
    for (const { comments, ...row } of rows) {
      const viewer = byAssignment.get(row.assignmentId);
      const [opening] = comments;
      if (!viewer || !opening) continue;
      const { author, quote } = presentAnnotation(viewer, row);
      const { body } = presentComment(viewer, row, opening);
      const words = quoteOfComment(body, WORDS);
      const { id: annotationId, assignmentId } = row;
      found.set(row.id, { annotationId, assignmentId, quote, author, words });
    }
  }
  return latest.flatMap(({ id }) => found.get(id) ?? []);
}
