import type { Prisma } from "@/prisma/generated/client";
import type { EnrolmentStatus, Role } from "@/prisma/generated/enums";

/** A person as a member of one course. Every rule about what belongs to a course starts from it. */
export interface CourseViewer {
  userId: string;
  courseId: string;
  role: Role;
  /** An archived course can only be read. */
  isArchived: boolean;
}

/** Whether the role is one of the teaching staff. */
export function isStaff(role: Role): boolean {
  return role !== "STUDENT";
}

export type CourseAbilities = ReturnType<typeof courseAbilities>;

/** Everything a member may do with a course. Who is no member cannot see it at all. */
export function courseAbilities({ role, isArchived }: Pick<CourseViewer, "role" | "isArchived">) {
  const isInstructor = role === "INSTRUCTOR";
  return {
    seePeople: true,
    seeEmails: isStaff(role),
    // What one person wrote in it, together: of what the staff may read.
    seeNotebooks: isStaff(role),
    // What the posts that the staff may read show of the class.
    seeInsights: isStaff(role),
    remind: isStaff(role) && !isArchived,
    invite: isStaff(role) && !isArchived,
    assign: isInstructor && !isArchived,
    managePeople: isInstructor && !isArchived,
    manageGroups: isStaff(role) && !isArchived,
    rotateCode: isInstructor && !isArchived,
    // How people write in all of the course.
    seeDiscussion: isStaff(role),
    editDiscussion: isInstructor && !isArchived,
    // What was reported in it, and what waits to be let in.
    seeModeration: isStaff(role),
    // What everybody's posts earned, and to decide on it.
    seeGradebook: isStaff(role),
    grade: isStaff(role) && !isArchived,
    seeFeed: isStaff(role),
    rotateFeed: isStaff(role) && !isArchived,
    edit: isInstructor,
    // An archived one is opened again here as well.
    archive: isInstructor,
    copy: isInstructor,
    export: isInstructor,
    leave: true,
  };
}

/** What may be done with one person of the course. */
export function personAbilities(
  viewer: Pick<CourseViewer, "userId" | "role" | "isArchived">,
  person: { userId: string; role: Role; isLastInstructor: boolean },
) {
  const manage = courseAbilities(viewer).managePeople && !person.isLastInstructor;
  return {
    changeRole: manage,
    remove: manage && person.userId !== viewer.userId,
    seeNotebook: courseAbilities(viewer).seeNotebooks,
  };
}

/** The groups that a person is in now, as a filter. */
export function groupOf(userId: string): Prisma.GroupWhereInput {
  return { memberships: { some: { userId, leftAt: null } } };
}

/** The courses a person belongs to, as a filter. */
export function membershipOf(userId: string): Prisma.CourseWhereInput {
  return { enrolments: { some: { userId, status: "ACTIVE" satisfies EnrolmentStatus } } };
}
