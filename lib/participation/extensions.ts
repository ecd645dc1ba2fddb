import "server-only";

import { instantIn } from "@/lib/assignments/local-time";
import { getAssignmentViewer } from "@/lib/assignments/queries";
import { audit } from "@/lib/courses/audit";
import { courseAbilities } from "@/lib/courses/policy";
import { db } from "@/lib/db";
import { authorize, Invalid, NotFound } from "@/lib/errors";
import { publish } from "@/lib/events/publish";
import type { ExtensionInput } from "./schema";
import { listStudents } from "./students";

/** Other dates as the staff see them. */
export interface ExtensionView {
  id: string;
  /** The person or group that they are for. */
  name: string;
  userId: string | null;
  groupId: string | null;
  dueAt: string | null;
  closesAt: string | null;
}

const EXTENSIONS_AT_MOST = 500;

/** The other dates of an assignment, for its staff. @throws NotFound */
export async function listExtensions(
  userId: string,
  assignmentId: string,
): Promise<ExtensionView[]> {
  const viewer = await getAssignmentViewer(userId, assignmentId);
  if (!courseAbilities(viewer).seeGradebook) throw new NotFound();
  const rows = await db.extension.findMany({
    where: { assignmentId },
    select: {
      ...{ id: true, userId: true, groupId: true, dueAt: true, closesAt: true },
      ...{ user: { select: { name: true } }, group: { select: { name: true } } },
    },
    orderBy: { id: "asc" },
    take: EXTENSIONS_AT_MOST,
  });
  return rows.map(({ user, group, dueAt, closesAt, ...row }) => ({
    ...row,
    name: user?.name ?? group?.name ?? "",
    dueAt: dueAt?.toISOString() ?? null,
    closesAt: closesAt?.toISOString() ?? null,
  }));
}

/**
 * Gives a student or a group other dates, in place of those that they were given before; without
 * dates those of the assignment hold for them again.
 *
 * @throws NotFound, Forbidden
 * @throws Invalid for dates out of order
 */
export async function extendDates(userId: string, input: ExtensionInput): Promise<void> {
  const { assignmentId } = input;
  const viewer = await getAssignmentViewer(userId, assignmentId);
  const { courseId } = viewer;
  const can = courseAbilities(viewer);
  if (!can.seeGradebook) throw new NotFound();
  authorize(can.grade);
  const { timeZone } = await db.course.findUniqueOrThrow({
    where: { id: courseId },
    select: { timeZone: true },
  });
  const dueAt = instantIn(timeZone, input.dueAt, "dueAt");
  const closesAt = instantIn(timeZone, input.closesAt, "closesAt");
  if (dueAt && closesAt && closesAt < dueAt) {
    throw new Invalid("closesBeforeDue", { field: "closesAt" });
  }
  const whom = input.userId ? { userId: input.userId } : { groupId: input.groupId };
  await db.$transaction(async (tx) => {
    const isHere =
      "userId" in whom
        ? (await listStudents(courseId, { userId: whom.userId ?? "", tx })).length > 0
        : (await tx.group.count({ where: { id: whom.groupId ?? "", courseId } })) > 0;
    if (!isHere) throw new NotFound();
    await tx.$queryRaw`SELECT id FROM assignment WHERE id = ${assignmentId}::uuid FOR UPDATE`;
    await tx.extension.deleteMany({ where: { assignmentId, ...whom } });
    if (dueAt || closesAt) {
      await tx.extension.create({
        data: { assignmentId, ...whom, dueAt, closesAt, createdById: userId },
        select: { id: true },
      });
    }
    await audit(tx, {
      ...{ actorId: userId, courseId, action: "extendDates" },
      ...{ targetType: "assignment", targetId: assignmentId },
      details: { ...whom, dueAt: input.dueAt, closesAt: input.closesAt },
    });
    // What may be written in it may be another for some.
    await publish(tx, { assignmentId, type: "ASSIGNMENT" });
  });
}
