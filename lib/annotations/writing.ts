import "server-only";

import type { AssignmentViewer } from "@/lib/assignments/queries";
import { isStaff } from "@/lib/courses/policy";
import { db } from "@/lib/db";
import { Forbidden, Invalid } from "@/lib/errors";
import type { Audience } from "@/prisma/generated/enums";
import { drawPseudonym } from "./pseudonym";

/** Whom something is for; with a group where it is for one. */
export interface ForWhom {
  audience: Audience;
  groupId: string | null;
}

/**
 * Whom a note is for: those whom its writer names, or else those whom the assignment names, and
 * never more. Where that is a group and the writer is in none, it is for the instructors.
 *
 * @throws Invalid for a group that the writer cannot write for
 */
export async function resolveAudience(
  viewer: AssignmentViewer,
  { audience, groupId }: { audience?: Audience | undefined; groupId?: string | undefined },
): Promise<ForWhom> {
  const named = audience ?? (await getDefault(viewer));
  if (named !== "GROUP") {
    if (groupId !== undefined) throw new Invalid("groupNotAllowed", { field: "groupId" });
    return { audience: named, groupId: null };
  }
  const chosen = groupId ?? viewer.groupId;
  if (chosen === null && audience === undefined) return { audience: "INSTRUCTORS", groupId: null };
  const isOwn = chosen !== null && chosen === viewer.groupId;
  if (!isOwn && !(await isOfCourse(viewer, chosen))) {
    throw new Invalid("groupUnknown", { field: "groupId" });
  }
  return { audience: "GROUP", groupId: chosen };
}

/** Refuses what others would see while the discussion is closed to the viewer. @throws Forbidden */
export function requireOpen({ can }: AssignmentViewer, audience: Audience): void {
  if (audience !== "ONLY_ME" && !can.discuss && can.annotate) {
    throw new Forbidden("discussionPaused");
  }
}

/**
 * Lets a student write under a pseudonym, which they have from then on.
 *
 * @throws Invalid where the assignment does not allow it, or for one of the staff
 */
export async function requireAnonymity(viewer: AssignmentViewer): Promise<void> {
  const field = "isAnonymous";
  if (isStaff(viewer.role)) throw new Invalid("anonymityOfStaff", { field });
  const { anonymityAllowed } = await db.assignment.findUniqueOrThrow({
    where: { id: viewer.assignmentId },
    select: { anonymityAllowed: true },
  });
  if (!anonymityAllowed) throw new Invalid("anonymityOff", { field });
  await drawPseudonym(viewer);
}

/**
 * When a post that others are to see has to wait for the staff: as long as they have let in none
 * of the student's, in a course that wants to see first posts. Null where it need not.
 */
export async function heldSince(
  { courseId, userId, role }: AssignmentViewer,
  audience: Audience,
): Promise<Date | null> {
  const isShared = audience === "COURSE" || audience === "GROUP";
  if (!isShared || isStaff(role)) return null;
  const course = await db.course.findUniqueOrThrow({
    where: { id: courseId },
    select: { holdsFirstPosts: true },
  });
  if (!course.holdsFirstPosts) return null;
  const isIn = await db.comment.findFirst({
    where: {
      authorId: userId,
      assignment: { courseId },
      annotation: { audience: { in: ["COURSE", "GROUP"] } },
      ...{ heldAt: null, hiddenAt: null, deletedAt: null, privateToId: null },
    },
    select: { id: true },
  });
  return isIn ? null : new Date();
}

async function getDefault({ assignmentId }: AssignmentViewer): Promise<Audience> {
  const { audienceDefault } = await db.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    select: { audienceDefault: true },
  });
  return audienceDefault;
}

/** Staff may write for any group of the course. */
async function isOfCourse(
  { role, courseId }: AssignmentViewer,
  groupId: string | null,
): Promise<boolean> {
  if (groupId === null || !isStaff(role)) return false;
  return (await db.group.count({ where: { id: groupId, courseId } })) > 0;
}
