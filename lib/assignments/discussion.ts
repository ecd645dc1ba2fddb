import "server-only";

import { audit } from "@/lib/courses/audit";
import { db } from "@/lib/db";
import { authorize } from "@/lib/errors";
import { publish } from "@/lib/events/publish";
import type { DiscussionSettings } from "./present";
import { getAssignmentViewer } from "./queries";
import { getRules, saveRules } from "./rules";
import type { ChangeDiscussionInput } from "./schema";

/**
 * Changes how people write in an assignment. What was written stays as it is: whom it is for, and
 * under what name it stands. Whoever has the reading open is told when the discussion is paused.
 *
 * @throws NotFound, Forbidden
 */
export async function changeDiscussion(
  userId: string,
  assignmentId: string,
  input: ChangeDiscussionInput,
): Promise<DiscussionSettings> {
  const { courseId, can } = await getAssignmentViewer(userId, assignmentId);
  authorize(can.edit);
  const { audienceDefault, anonymityAllowed, wordMinimum, isPaused } = input;
  const changes = {
    ...(audienceDefault === undefined ? {} : { audienceDefault }),
    ...(anonymityAllowed === undefined ? {} : { anonymityAllowed }),
    ...(wordMinimum === undefined ? {} : { wordMinimum }),
    ...(isPaused === undefined ? {} : { isPaused }),
  };
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM assignment WHERE id = ${assignmentId}::uuid FOR UPDATE`;
    const changed = await tx.assignment.update({
      where: { id: assignmentId },
      data: changes,
      select: {
        audienceDefault: true,
        anonymityAllowed: true,
        wordMinimum: true,
        isPaused: true,
      },
    });
    // What is too short to be asked for is too short to count.
    const { version, rules } = await getRules(assignmentId, tx);
    if (wordMinimum !== undefined && version > 0) {
      await saveRules(tx, { assignmentId, userId, rules: { ...rules, wordMinimum } });
    }
    const target = { targetType: "assignment", targetId: assignmentId } as const;
    await audit(tx, {
      ...{ actorId: userId, courseId, action: "changeDiscussion", details: changes },
      ...target,
    });
    await publish(tx, { assignmentId, type: "ASSIGNMENT" });
    return changed;
  });
}
