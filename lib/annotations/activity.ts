import "server-only";

import { assignmentAbilities } from "@/lib/assignments/policy";
import { getAssignmentViewer } from "@/lib/assignments/queries";
import { groupOf } from "@/lib/courses/policy";
import { db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";
import { readableBy } from "./policy";
import { countUnseen } from "./unread";

/** What goes on in one assignment, as one person may know it. */
export interface Activity {
  /** Comments by others that came since the person first had it open, in threads not seen since. */
  newCount: number;
  /** The person's own annotations. */
  myCount: number;
  /** All annotations they may read. */
  annotationCount: number;
}

const NOTHING: Activity = { newCount: 0, myCount: 0, annotationCount: 0 };

/**
 * Activity by assignment, in a fixed number of queries. Assignments that the person is not in
 * count nothing.
 */
export async function listActivity(
  userId: string,
  assignmentIds: string[],
  now = new Date(),
): Promise<Record<string, Activity>> {
  const places = await listPlaces(userId, assignmentIds, now);
  if (places.length === 0) return {};
  const readable: Prisma.AnnotationWhereInput = {
    OR: places.map(({ assignmentId, role, groupId }) => ({
      AND: [{ assignmentId }, readableBy({ userId, role, groupId })],
    })),
  };
  const [all, mine, fresh] = await Promise.all([
    db.annotation.groupBy({ by: ["assignmentId"], where: readable, _count: true }),
    db.annotation.groupBy({
      by: ["assignmentId"],
      where: { AND: [readable, { authorId: userId }] },
      _count: true,
    }),
    countUnseen(places),
  ]);

  const activity: Record<string, Activity> = {};
  for (const { assignmentId } of places) activity[assignmentId] = { ...NOTHING };
  for (const row of all)
    Object.assign(activity[row.assignmentId]!, { annotationCount: row._count });
  for (const row of mine) Object.assign(activity[row.assignmentId]!, { myCount: row._count });
  for (const [id, newCount] of fresh) Object.assign(activity[id]!, { newCount });
  return activity;
}

/**
 * Remembers when the person first had the assignment open: what was there by then is *earlier* to
 * them, not new. @throws NotFound
 */
export async function markSeen(userId: string, assignmentId: string, now: Date): Promise<void> {
  await getAssignmentViewer(userId, assignmentId, { now });
  await db.seen.upsert({
    where: { userId_assignmentId: { userId, assignmentId } },
    create: { userId, assignmentId, seenAt: now },
    update: {},
  });
}

async function listPlaces(userId: string, assignmentIds: string[], now: Date) {
  const rows = await db.assignment.findMany({
    where: {
      id: { in: assignmentIds },
      course: { enrolments: { some: { userId, status: "ACTIVE" } } },
    },
    select: {
      id: true,
      opensAt: true,
      isPaused: true,
      course: {
        select: {
          enrolments: { where: { userId }, select: { role: true } },
          groups: { where: groupOf(userId), select: { id: true }, take: 1 },
        },
      },
    },
  });
  return rows.flatMap((row) => {
    const role = row.course.enrolments[0]?.role;
    const isReadable = role && assignmentAbilities({ role, isArchived: false }, row, now).read;
    if (!isReadable) return [];
    const groupId = row.course.groups[0]?.id ?? null;
    return [{ userId, assignmentId: row.id, role, groupId }];
  });
}
