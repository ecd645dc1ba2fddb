import { type CourseViewer, courseAbilities, isStaff } from "@/lib/courses/policy";
import type { Prisma } from "@/prisma/generated/client";

/** The facts about an assignment that permissions depend on. */
export interface AssignmentFacts {
  opensAt: Date | null;
}

export type AssignmentAbilities = ReturnType<typeof assignmentAbilities>;

/** Everything a member of the course may do with an assignment at the time `now`. */
export function assignmentAbilities(
  viewer: Pick<CourseViewer, "role" | "isArchived">,
  { opensAt }: AssignmentFacts,
  now: Date,
) {
  const isOpen = opensAt === null || opensAt <= now;
  const read = isOpen || isStaff(viewer.role);
  return {
    read,
    annotate: read && !viewer.isArchived,
    edit: courseAbilities(viewer).assign,
  };
}

/** The `read` ability as a filter. Must agree with it; tests/db proves that it does. */
export function readableBy(
  viewer: Pick<CourseViewer, "role">,
  now: Date,
): Prisma.AssignmentWhereInput {
  if (isStaff(viewer.role)) return {};
  return { OR: [{ opensAt: null }, { opensAt: { lte: now } }] };
}
