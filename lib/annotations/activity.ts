import "server-only";

import { assignmentAbilities } from "@/lib/assignments/policy";
import { getAssignmentViewer } from "@/lib/assignments/queries";
import { groupOf } from "@/lib/courses/policy";
import { db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";
import { readableBy, wordsReadableBy } from "./policy";

/** What goes on in one assignment, as one person may know it. */
export interface Activity {
  /** Comments by others made since the person last had it open. */
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
  const unseen: Prisma.CommentWhereInput = {
    OR: places.map(({ assignmentId, role, seenAt }) => ({
      assignmentId,
      AND: wordsReadableBy({ userId, role }),
      ...(seenAt ? { createdAt: { gt: seenAt } } : {}),
    })),
  };
  const [all, mine, fresh] = await Promise.all([
    db.annotation.groupBy({ by: ["assignmentId"], where: readable, _count: true }),
    db.annotation.groupBy({
      by: ["assignmentId"],
      where: { AND: [readable, { authorId: userId }] },
      _count: true,
    }),
    db.comment.groupBy({
      by: ["assignmentId"],
      where: {
        AND: [unseen, { authorId: { not: userId }, annotation: readable }],
      },
      _count: true,
    }),
  ]);

  const activity: Record<string, Activity> = {};
  for (const { assignmentId } of places) activity[assignmentId] = { ...NOTHING };
  for (const row of all)
    Object.assign(activity[row.assignmentId]!, { annotationCount: row._count });
  for (const row of mine) Object.assign(activity[row.assignmentId]!, { myCount: row._count });
  for (const row of fresh) Object.assign(activity[row.assignmentId]!, { newCount: row._count });
  return activity;
}

/** When the person last had the assignment open; null before the first time. @throws NotFound */
export async function getSeenAt(userId: string, assignmentId: string): Promise<Date | null> {
  await getAssignmentViewer(userId, assignmentId);
  const where = { userId_assignmentId: { userId, assignmentId } };
  const seen = await db.seen.findUnique({ where, select: { seenAt: true } });
  return seen?.seenAt ?? null;
}

/** Remembers that the person had the assignment open at `now`. @throws NotFound */
export async function markSeen(userId: string, assignmentId: string, now: Date): Promise<void> {
  await getAssignmentViewer(userId, assignmentId, { now });
  await db.seen.upsert({
    where: { userId_assignmentId: { userId, assignmentId } },
    create: { userId, assignmentId, seenAt: now },
    update: { seenAt: now },
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
      seen: { where: { userId }, select: { seenAt: true } },
    },
  });
  return rows.flatMap((row) => {
    const role = row.course.enrolments[0]?.role;
    const isReadable = role && assignmentAbilities({ role, isArchived: false }, row, now).read;
    if (!isReadable) return [];
    const groupId = row.course.groups[0]?.id ?? null;
    return [{ assignmentId: row.id, role, groupId, seenAt: row.seen[0]?.seenAt }];
  });
}
