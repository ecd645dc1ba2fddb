import "server-only";

import { wordsOfComment } from "@/lib/annotations/comment-words";
import { type AnnotationViewer, readableBy, wordsReadableBy } from "@/lib/annotations/policy";
import { listPosts } from "@/lib/annotations/posts";
import { assignmentAbilities } from "@/lib/assignments/policy";
import { db } from "@/lib/db";
import { NotFound } from "@/lib/errors";

const ENTRIES = 50;

/** What everybody who holds the address of a course's feed may know. */
export interface CourseFeedView {
  courseId: string;
  title: string;
  /** When anything in it last changed. */
  updatedAt: Date;
  entries: FeedEntryView[];
}

/** One post for the whole course. */
export interface FeedEntryView {
  id: string;
  annotationId: string;
  assignmentId: string;
  title: string;
  author: string;
  quote: string;
  words: string;
  createdAt: Date;
  updatedAt: Date;
}

/**
 * The latest posts of a course that are for all of it, as a student in it sees them who wrote none
 * of them: pseudonyms for names where somebody writes under one, nothing that waits, is hidden,
 * deleted or private, nothing of a text that has not opened.
 *
 * @throws NotFound for an address that leads nowhere, or no longer
 */
export async function getCourseFeed(secret: string, now = new Date()): Promise<CourseFeedView> {
  const course = await db.course.findUnique({
    where: { feedSecret: secret },
    select: { id: true, title: true, createdAt: true },
  });
  if (!course) throw new NotFound();
  const rows = await db.comment.findMany({
    where: {
      AND: wordsReadableBy(ANYBODY),
      assignment: { courseId: course.id, OR: [{ opensAt: null }, { opensAt: { lte: now } }] },
      annotation: { AND: [readableBy(ANYBODY), { audience: "COURSE" }] },
    },
    select: {
      id: true,
      annotationId: true,
      createdAt: true,
      updatedAt: true,
      assignment: {
        select: { id: true, title: true, revisionId: true, opensAt: true, isPaused: true },
      },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: ENTRIES,
  });
  const places = new Map(rows.map(({ assignment }) => [assignment.id, assignment]));
  const viewers = [...places.values()].map(({ id: assignmentId, revisionId, ...facts }) => ({
    ...{ ...ANYBODY, courseId: course.id, assignmentId, revisionId },
    ...{ isClosed: true, dates: { dueAt: null, closesAt: null } },
    can: assignmentAbilities(ANYBODY, facts, now),
  }));
  const keys = rows.map(({ id, annotationId }) => ({ annotationId, commentId: id }));
  const posts = new Map(
    (await listPosts(viewers, keys)).map((post) => [post.comment?.id ?? "", post]),
  );
  const entries = rows.flatMap(({ id, assignment, createdAt, updatedAt }): FeedEntryView[] => {
    const { annotation, comment } = posts.get(id) ?? {};
    if (!annotation || !comment?.author) return [];
    return [
      {
        ...{ id, annotationId: annotation.id, assignmentId: assignment.id },
        title: assignment.title,
        author: comment.author.name,
        quote: comment.isOpening ? annotation.quote : "",
        words: wordsOfComment(comment.body),
        ...{ createdAt, updatedAt },
      },
    ];
  });
  const moments = entries.map(({ updatedAt }) => updatedAt.getTime());
  const updatedAt = new Date(Math.max(course.createdAt.getTime(), ...moments));
  return { courseId: course.id, title: course.title, updatedAt, entries };
}

/** Nobody's id. */
const NOWHERE = "00000000-0000-0000-0000-000000000000";

/** Whoever holds the address: a student of the course who has written nothing and is in no group. */
const ANYBODY: AnnotationViewer = {
  userId: NOWHERE,
  role: "STUDENT",
  isArchived: true,
  groupId: null,
  isPaused: true,
};
