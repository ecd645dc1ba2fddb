import { type CourseViewer, courseAbilities, isStaff } from "@/lib/courses/policy";
import type { Prisma } from "@/prisma/generated/client";

/** The facts about an assignment that permissions depend on. */
export interface AssignmentFacts {
  opensAt: Date | null;
  /** Its discussion can only be read, but by the staff: it is paused, or closed for the viewer. */
  isPaused: boolean;
}

export type AssignmentAbilities = ReturnType<typeof assignmentAbilities>;

/** Everything a member of the course may do with an assignment at the time `now`. */
export function assignmentAbilities(
  viewer: Pick<CourseViewer, "role" | "isArchived">,
  { opensAt, isPaused }: AssignmentFacts,
  now: Date,
) {
  const isOpen = opensAt === null || opensAt <= now;
  const read = isOpen || isStaff(viewer.role);
  const annotate = read && !viewer.isArchived;
  return {
    read,
    annotate,
    // What others can see. Notes for oneself are no discussion.
    discuss: annotate && (!isPaused || isStaff(viewer.role)),
    edit: courseAbilities(viewer).assign,
  };
}

/** Which revisions of its text an assignment reads and has read, by their numbers. */
export interface RevisionFacts {
  /** The one that was the newest when the text was assigned: what is older, the course never had. */
  earliest: number;
  /** The one that it reads now. A newer one is not for the course, or not yet. */
  present: number;
}

/**
 * Everything a member of the course may do with one revision of the text that they may read: they
 * look back on older ones, with the notes of their time, and change nothing in them.
 */
export function revisionAbilities({ earliest, present }: RevisionFacts, number: number) {
  return { read: number >= earliest && number <= present, annotate: number === present };
}

/** The `read` ability as a filter. Must agree with it; tests/db proves that it does. */
export function readableBy(
  viewer: Pick<CourseViewer, "role">,
  now: Date,
): Prisma.AssignmentWhereInput {
  if (isStaff(viewer.role)) return {};
  return { OR: [{ opensAt: null }, { opensAt: { lte: now } }] };
}
