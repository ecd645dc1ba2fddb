import "server-only";

import { courseAbilities } from "@/lib/courses/policy";
import { getCourseViewer } from "@/lib/courses/queries";
import { db } from "@/lib/db";
import { authorize } from "@/lib/errors";
import { listOwnNotes } from "./own-notes";
import { dayIn } from "./shift";

/** What there is to copy of a course. */
export interface CopySource {
  id: string;
  title: string;
  term: string;
  /** The earliest day on which anything opens or is due, as `2026-11-25`; null without dates. */
  firstDay: string | null;
  assignmentCount: number;
  groupCount: number;
  tagCount: number;
  /** What the viewer noted in it and can take along. */
  noteCount: number;
}

/** What an instructor can copy of a course of theirs, archived or not. @throws NotFound, Forbidden */
export async function getCopySource(userId: string, courseId: string): Promise<CopySource> {
  authorize(courseAbilities(await getCourseViewer(userId, courseId)).copy);
  const course = await db.course.findUniqueOrThrow({
    where: { id: courseId },
    select: {
      title: true,
      term: true,
      timeZone: true,
      _count: { select: { assignments: true, groups: true, tags: true } },
    },
  });
  const { _min } = await db.assignment.aggregate({
    where: { courseId },
    _min: { opensAt: true, dueAt: true },
  });
  const dates = [_min.opensAt, _min.dueAt].flatMap((date) => (date ? [date.getTime()] : []));
  const notes = await listOwnNotes(db, userId, courseId);
  return {
    ...{ id: courseId, title: course.title, term: course.term },
    firstDay: dates.length > 0 ? dayIn(new Date(Math.min(...dates)), course.timeZone) : null,
    assignmentCount: course._count.assignments,
    groupCount: course._count.groups,
    tagCount: course._count.tags,
    noteCount: notes.length,
  };
}
