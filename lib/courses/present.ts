import type { Prisma } from "@/prisma/generated/client";
import type { Role } from "@/prisma/generated/enums";
import {
  type CourseAbilities,
  type CourseViewer,
  courseAbilities,
  personAbilities,
} from "./policy";

/** A course as one of its members sees it. */
export interface CourseView {
  id: string;
  title: string;
  term: string;
  timeZone: string;
  role: Role;
  isArchived: boolean;
  /** Only for those who may invite. */
  joinCode: string | null;
  /** Part of the address of its feed, for the staff; null where it has none. */
  feedSecret: string | null;
  peopleCount: number;
  can: CourseAbilities;
}

/** What {@link presentCourse} needs to have loaded. */
export const courseSelect = {
  id: true,
  title: true,
  term: true,
  timeZone: true,
  joinCode: true,
  feedSecret: true,
  archivedAt: true,
  _count: { select: { enrolments: { where: { status: "ACTIVE" } } } },
} satisfies Prisma.CourseSelect;

type CourseRow = Prisma.CourseGetPayload<{ select: typeof courseSelect }>;

export function presentCourse(role: Role, row: CourseRow): CourseView {
  const isArchived = row.archivedAt !== null;
  const can = courseAbilities({ role, isArchived });
  return {
    id: row.id,
    title: row.title,
    term: row.term,
    timeZone: row.timeZone,
    role,
    isArchived,
    joinCode: can.invite ? row.joinCode : null,
    feedSecret: can.seeFeed ? row.feedSecret : null,
    peopleCount: row._count.enrolments,
    can,
  };
}

/** A person on a course's People list. */
export interface PersonView {
  userId: string;
  name: string;
  /** Only for staff. */
  email: string | null;
  role: Role;
  joinedAt: string;
  isYou: boolean;
  can: ReturnType<typeof personAbilities>;
}

/** What {@link presentPerson} needs to have loaded. */
export const personSelect = {
  id: true,
  role: true,
  createdAt: true,
  user: { select: { id: true, name: true, email: true } },
} satisfies Prisma.EnrolmentSelect;

type PersonRow = Prisma.EnrolmentGetPayload<{ select: typeof personSelect }>;

export function presentPerson(
  viewer: CourseViewer,
  row: PersonRow,
  instructorCount: number,
): PersonView {
  const isLastInstructor = row.role === "INSTRUCTOR" && instructorCount === 1;
  return {
    userId: row.user.id,
    name: row.user.name,
    email: courseAbilities(viewer).seeEmails ? row.user.email : null,
    role: row.role,
    joinedAt: row.createdAt.toISOString(),
    isYou: row.user.id === viewer.userId,
    can: personAbilities(viewer, { userId: row.user.id, role: row.role, isLastInstructor }),
  };
}
