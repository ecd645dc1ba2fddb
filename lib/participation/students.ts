import "server-only";

import { db, type Transaction } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";

/** A student of the course, in the gradebook's order. */
export interface Student {
  userId: string;
  name: string;
  groupId: string | null;
}

/** More students than a course has; keeps every list of them bounded. */
const STUDENTS_AT_MOST = 5_000;

interface Which {
  groupId?: string | null | undefined;
  userId?: string;
  tx?: Transaction;
}

/** The students of a course by name: all, one group's, or one. */
export async function listStudents(
  courseId: string,
  { groupId, userId, tx = db }: Which = {},
): Promise<Student[]> {
  const isThere = { leftAt: null, group: { courseId } } as const;
  const where: Prisma.EnrolmentWhereInput = {
    ...{ courseId, status: "ACTIVE", role: "STUDENT" },
    ...(userId ? { userId } : {}),
    ...(groupId ? { user: { groups: { some: { groupId, leftAt: null } } } } : {}),
  };
  const rows = await tx.enrolment.findMany({
    where,
    select: {
      user: {
        select: {
          id: true,
          name: true,
          groups: { where: isThere, select: { groupId: true }, take: 1 },
        },
      },
    },
    orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
    take: STUDENTS_AT_MOST,
  });
  return rows.map(({ user }) => ({
    ...{ userId: user.id, name: user.name },
    groupId: user.groups[0]?.groupId ?? null,
  }));
}
