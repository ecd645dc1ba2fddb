import "server-only";

import { courseAbilities } from "@/lib/courses/policy";
import { getCourseViewer } from "@/lib/courses/queries";
import { db } from "@/lib/db";
import { authorize } from "@/lib/errors";
import type { Prisma } from "@/prisma/generated/client";
import { type AuthorView, authorSelect, presentAuthor } from "./present-author";

/** A comment on which the staff have to decide, with what it takes to do so. */
export interface QueueEntry {
  commentId: string;
  annotationId: string;
  assignmentId: string;
  /** What the course reads, and the words of the passage. */
  title: string;
  quote: string;
  author: AuthorView;
  body: Prisma.JsonValue;
  createdAt: string;
  /** What was said against it, oldest first, and by whom. */
  reports: { id: string; by: string; reason: string; at: string }[];
}

export interface Queue {
  /** First posts that wait to be let in, oldest first. */
  held: QueueEntry[];
  /** What was reported and is not decided, oldest first. */
  reported: QueueEntry[];
}

/** More is not looked through at once; what is decided makes room for the next. */
const EACH_AT_MOST = 50;

/** What waits for the staff of a course. @throws NotFound, Forbidden */
export async function listQueue(userId: string, courseId: string): Promise<Queue> {
  const viewer = await getCourseViewer(userId, courseId);
  authorize(courseAbilities(viewer).seeModeration);
  // Notes for oneself are nobody's business, and what is gone needs no decision.
  const isShared: Prisma.AnnotationWhereInput = {
    deletedAt: null,
    audience: { not: "ONLY_ME" },
  };
  const inCourse = { deletedAt: null, assignment: { courseId }, annotation: isShared };
  const select = queueSelect(courseId);
  const [held, reported] = await Promise.all([
    db.comment.findMany({
      where: { ...inCourse, heldAt: { not: null } },
      select,
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: EACH_AT_MOST,
    }),
    db.comment.findMany({
      where: { ...inCourse, hiddenAt: null, reports: { some: { state: "OPEN" } } },
      select,
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: EACH_AT_MOST,
    }),
  ]);
  const present = (row: QueueRow) => presentEntry(viewer, row);
  return { held: held.map(present), reported: reported.map(present) };
}

function queueSelect(courseId: string) {
  const { pseudonyms: _, ...author } = authorSelect({ courseId, assignmentId: "" });
  return {
    id: true,
    assignmentId: true,
    body: true,
    createdAt: true,
    isAnonymous: true,
    author: {
      select: {
        ...author,
        pseudonyms: {
          where: { assignment: { courseId } },
          select: { assignmentId: true, key: true, name: true },
        },
      },
    },
    assignment: { select: { title: true } },
    annotation: { select: { id: true, quote: true } },
    reports: {
      where: { state: "OPEN" },
      select: { id: true, reason: true, createdAt: true, reporter: { select: { name: true } } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: EACH_AT_MOST,
    },
  } satisfies Prisma.CommentSelect;
}

type QueueRow = Prisma.CommentGetPayload<{ select: ReturnType<typeof queueSelect> }>;

function presentEntry(viewer: Parameters<typeof presentAuthor>[0], row: QueueRow): QueueEntry {
  const { assignmentId, annotation, author } = row;
  const pseudonyms = author.pseudonyms.filter((each) => each.assignmentId === assignmentId);
  return {
    commentId: row.id,
    annotationId: annotation.id,
    assignmentId,
    title: row.assignment.title,
    quote: annotation.quote,
    author: presentAuthor(viewer, { ...author, pseudonyms }, row.isAnonymous),
    body: row.body,
    createdAt: row.createdAt.toISOString(),
    reports: row.reports.map(({ id, reason, createdAt, reporter }) => ({
      ...{ id, reason, by: reporter.name, at: createdAt.toISOString() },
    })),
  };
}
