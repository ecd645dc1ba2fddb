import "server-only";

import { wordsOfComment } from "@/lib/annotations/comment-words";
import { type AnnotationViewer, readableBy } from "@/lib/annotations/policy";
import {
  annotationSelect,
  commentSelect,
  presentAnnotation,
  presentComment,
} from "@/lib/annotations/present";
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
      ...{ deletedAt: null, hiddenAt: null, heldAt: null, privateToId: null },
      assignment: { courseId: course.id, OR: [{ opensAt: null }, { opensAt: { lte: now } }] },
      annotation: {
        AND: [readableBy(ANYBODY), { audience: "COURSE", heldAt: null, mergedIntoId: null }],
      },
    },
    select: {
      ...commentSelect({ courseId: course.id }),
      updatedAt: true,
      assignment: { select: { title: true, revisionId: true } },
      annotation: { select: annotationSelect({ courseId: course.id, revisionId: NOWHERE }) },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: ENTRIES,
  });
  const entries = rows.flatMap(({ annotation, assignment, ...row }): FeedEntryView[] => {
    const { can, author, body, isOpening } = presentComment(ANYBODY, annotation, row);
    if (!can.read || !author || !body) return [];
    const { quote } = presentAnnotation(ANYBODY, annotation);
    return [
      {
        id: row.id,
        annotationId: annotation.id,
        assignmentId: annotation.assignmentId,
        title: assignment.title,
        author: author.name,
        quote: isOpening ? quote : "",
        words: wordsOfComment(body),
        createdAt: row.createdAt,
        updatedAt: row.updatedAt,
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
const ANYBODY: AnnotationViewer = { userId: NOWHERE, role: "STUDENT", isArchived: true };
