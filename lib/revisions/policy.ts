import { readableBy as assignmentsReadableBy } from "@/lib/assignments/policy";
import { membershipOf } from "@/lib/courses/policy";
import { readableBy as readingsReadableBy } from "@/lib/readings/policy";
import type { Prisma } from "@/prisma/generated/client";

/**
 * Whoever may read a text, in the library or as an assignment of a course, may see the images in
 * it. Made of the filters of those two, so that it cannot say anything else than they do.
 */
export function readableBy(userId: string, now: Date): Prisma.ReadingImageWhereInput {
  const isStaffThere = { userId, status: "ACTIVE", role: { not: "STUDENT" } } as const;
  const isReadable: Prisma.AssignmentWhereInput = {
    OR: [
      { AND: [assignmentsReadableBy({ role: "STUDENT" }, now), { course: membershipOf(userId) }] },
      { course: { enrolments: { some: isStaffThere } } },
    ],
  };
  return {
    reading: { OR: [readingsReadableBy(userId), { assignments: { some: isReadable } }] },
  };
}
