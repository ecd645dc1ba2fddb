import { type CourseViewer, isStaff } from "@/lib/courses/policy";
import type { Prisma } from "@/prisma/generated/client";
import type { Audience, Role } from "@/prisma/generated/enums";
import type { DueDates } from "./dates";
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
  closesAt: true,
  isPinned: true,
  revision: { select: { number: true } },
  course: { select: { title: true, timeZone: true } },
  reading: { select: { title: true, author: true } },
} satisfies Prisma.AssignmentSelect;

export type CardRow = Prisma.AssignmentGetPayload<{ select: typeof cardSelect }>;

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

/** How one writes in an assignment. */
export interface DiscussionSettings {
  /** Whom a new note is for, unless its writer chooses otherwise. */
  audienceDefault: Audience;
  anonymityAllowed: boolean;
  /** The words that a post is asked to have; 0 for none. */
  wordMinimum: number;
  isPaused: boolean;
}

/** A group that the viewer may write for. */
export interface GroupChoice {
  id: string;
  name: string;
  /** Its students. In a small group a pseudonym hides little. */
  studentCount: number;
}

/** An assignment as its reading page shows it; the article itself comes beside it. */
export interface AssignmentView {
  id: string;
  title: string;
  instructions: string;
  opensAt: string | null;
  /** As it holds for the viewer, like the closing date. */
  dueAt: string | null;
  closesAt: string | null;
  isOpen: boolean;
  /** Nobody but the staff writes in it any more. */
  isClosed: boolean;
  course: { id: string; title: string; timeZone: string; isArchived: boolean };
  reading: { title: string; author: string; source: string; language: string };
  revisionId: string;
  /** The revision that is shown, and between which ones a reader can choose. */
  revision: ShownRevision;
  discussion: DiscussionSettings;
  /** Students of the course: how many somebody who writes under a pseudonym could be. */
  studentCount: number;
  /** The groups that the viewer may write for: a student's own, or all of them for the staff. */
  groups: GroupChoice[];
  /** The viewer's part in it. */
  viewer: {
    userId: string;
    role: Role;
    /** The name under which the viewer's anonymous posts stand; null before the first. */
    pseudonym: string | null;
  };
  can: AssignmentAbilities;
}

/** What {@link presentAssignment} needs to have loaded. */
export function assignmentSelect({
  userId,
  courseId,
  role,
  groupId,
}: Pick<CourseViewer, "userId" | "courseId" | "role"> & { groupId: string | null }) {
  const isStudentHere = { role: "STUDENT", status: "ACTIVE" } as const;
  const isStudent = { user: { enrolments: { some: { courseId, ...isStudentHere } } } };
  return {
    id: true,
    title: true,
    instructions: true,
    opensAt: true,
    audienceDefault: true,
    anonymityAllowed: true,
    wordMinimum: true,
    isPaused: true,
    pseudonyms: { where: { userId }, select: { name: true } },
    course: {
      select: {
        id: true,
        title: true,
        timeZone: true,
        archivedAt: true,
        _count: { select: { enrolments: { where: isStudentHere } } },
        groups: {
          where: isStaff(role) ? {} : { id: { in: groupId === null ? [] : [groupId] } },
          select: {
            id: true,
            name: true,
            _count: { select: { memberships: { where: { leftAt: null, ...isStudent } } } },
          },
          orderBy: [{ position: "asc" }, { id: "asc" }],
          take: GROUPS_AT_MOST,
        },
      },
    },
    reading: { select: { title: true, author: true, source: true, language: true } },
  } satisfies Prisma.AssignmentSelect;
}

/** More groups than a course is divided into. */
const GROUPS_AT_MOST = 200;

type AssignmentRow = Prisma.AssignmentGetPayload<{ select: ReturnType<typeof assignmentSelect> }>;

/** The viewer as far as it decides what the page shows. */
interface PresentedTo extends Pick<CourseViewer, "userId" | "role"> {
  dates: DueDates;
  isClosed: boolean;
  can: AssignmentAbilities;
}

export function presentAssignment(
  { userId, role, dates, isClosed, can }: PresentedTo,
  row: AssignmentRow,
  { revision, now }: { revision: ShownRevision; now: Date },
): AssignmentView {
  const { archivedAt, id, title, timeZone, groups, _count } = row.course;
  const { audienceDefault, anonymityAllowed, wordMinimum, isPaused } = row;
  return {
    id: row.id,
    title: row.title,
    instructions: row.instructions,
    opensAt: row.opensAt?.toISOString() ?? null,
    dueAt: dates.dueAt?.toISOString() ?? null,
    closesAt: dates.closesAt?.toISOString() ?? null,
    isOpen: row.opensAt === null || row.opensAt <= now,
    isClosed,
    course: { id, title, timeZone, isArchived: archivedAt !== null },
    reading: row.reading,
    revisionId: revision.id,
    revision,
    discussion: { audienceDefault, anonymityAllowed, wordMinimum, isPaused },
    studentCount: _count.enrolments,
    groups: groups.map((group) => ({
      id: group.id,
      name: group.name,
      studentCount: group._count.memberships,
    })),
    viewer: { userId, role, pseudonym: row.pseudonyms[0]?.name ?? null },
    can,
  };
}
