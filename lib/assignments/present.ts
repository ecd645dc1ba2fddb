import type { CourseViewer } from "@/lib/courses/policy";
import type { Prisma } from "@/prisma/generated/client";
import type { Role } from "@/prisma/generated/enums";
import type { AssignmentAbilities, RevisionFacts } from "./policy";

/** An assignment in a list. */
export interface AssignmentCard {
  id: string;
  courseId: string;
  courseTitle: string;
  courseTimeZone: string;
  title: string;
  readingTitle: string;
  readingAuthor: string;
  opensAt: string | null;
  dueAt: string | null;
  isOpen: boolean;
  /** It stays with its revision when a newer one is published. */
  isPinned: boolean;
  /** The number of the revision that the course reads. */
  revision: number;
}

/** What {@link presentCard} needs to have loaded. */
export const cardSelect = {
  id: true,
  courseId: true,
  title: true,
  opensAt: true,
  dueAt: true,
  isPinned: true,
  revision: { select: { number: true } },
  course: { select: { title: true, timeZone: true } },
  reading: { select: { title: true, author: true } },
} satisfies Prisma.AssignmentSelect;

type CardRow = Prisma.AssignmentGetPayload<{ select: typeof cardSelect }>;

export function presentCard(row: CardRow, now: Date): AssignmentCard {
  return {
    id: row.id,
    courseId: row.courseId,
    courseTitle: row.course.title,
    courseTimeZone: row.course.timeZone,
    title: row.title,
    readingTitle: row.reading.title,
    readingAuthor: row.reading.author,
    opensAt: row.opensAt?.toISOString() ?? null,
    dueAt: row.dueAt?.toISOString() ?? null,
    isOpen: row.opensAt === null || row.opensAt <= now,
    isPinned: row.isPinned,
    revision: row.revision.number,
  };
}

/** A revision among those that the course reads and has read. An older one is only looked at. */
export interface ShownRevision extends RevisionFacts {
  id: string;
  number: number;
  publishedAt: string;
}

/** An assignment as its reading page shows it; the article itself comes beside it. */
export interface AssignmentView {
  id: string;
  title: string;
  instructions: string;
  opensAt: string | null;
  dueAt: string | null;
  isOpen: boolean;
  course: { id: string; title: string; timeZone: string; isArchived: boolean };
  reading: { title: string; author: string; source: string; language: string };
  revisionId: string;
  /** The revision that is shown, and between which ones a reader can choose. */
  revision: ShownRevision;
  /** The viewer's part in it. */
  viewer: { userId: string; role: Role };
  can: AssignmentAbilities;
}

/** What {@link presentAssignment} needs to have loaded. */
export const assignmentSelect = {
  id: true,
  title: true,
  instructions: true,
  opensAt: true,
  dueAt: true,
  course: { select: { id: true, title: true, timeZone: true, archivedAt: true } },
  reading: { select: { title: true, author: true, source: true, language: true } },
} satisfies Prisma.AssignmentSelect;

type AssignmentRow = Prisma.AssignmentGetPayload<{ select: typeof assignmentSelect }>;

export function presentAssignment(
  { userId, role, can }: Pick<CourseViewer, "userId" | "role"> & { can: AssignmentAbilities },
  row: AssignmentRow,
  { revision, now }: { revision: ShownRevision; now: Date },
): AssignmentView {
  const { archivedAt, ...course } = row.course;
  return {
    id: row.id,
    title: row.title,
    instructions: row.instructions,
    opensAt: row.opensAt?.toISOString() ?? null,
    dueAt: row.dueAt?.toISOString() ?? null,
    isOpen: row.opensAt === null || row.opensAt <= now,
    course: { ...course, isArchived: archivedAt !== null },
    reading: row.reading,
    revisionId: revision.id,
    revision,
    viewer: { userId, role },
    can,
  };
}
