import "server-only";

import { audit } from "@/lib/courses/audit";
import { db } from "@/lib/db";
import { authorize } from "@/lib/errors";
import { publish } from "@/lib/events/publish";
import { getAssignmentViewer } from "./queries";
import type { PauseInput } from "./schema";

/**
 * Pauses an assignment's discussion: students read it, and write nothing that others see; or lets it
 * go on. Whoever has the reading open is told.
 *
 * @throws NotFound, Forbidden
 */
export async function pauseDiscussion(
  userId: string,
  assignmentId: string,
  { isPaused }: PauseInput,
): Promise<PauseInput> {
  const { courseId, can } = await getAssignmentViewer(userId, assignmentId);
  authorize(can.edit);
  return db.$transaction(async (tx) => {
    const changed = await tx.assignment.update({
      where: { id: assignmentId },
      data: { isPaused },
      select: { isPaused: true },
    });
    await audit(tx, {
      ...{ actorId: userId, courseId, action: "pauseDiscussion", details: changed },
      ...{ targetType: "assignment", targetId: assignmentId },
    });
    await publish(tx, { assignmentId, type: "ASSIGNMENT" });
    return changed;
  });
}
