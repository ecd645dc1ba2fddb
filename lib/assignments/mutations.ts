import "server-only";

import { courseAbilities } from "@/lib/courses/policy";
import { getCourseViewer } from "@/lib/courses/queries";
import { db } from "@/lib/db";
import { authorize, Conflict, Invalid } from "@/lib/errors";
import { getNewestRevision } from "@/lib/readings/queries";
import { instantIn } from "./local-time";
import { saveRules } from "./rules";
import type { AssignInput, AssignmentSettings } from "./schema";

/**
 * Gives a reading of the person's library to a course, in its newest revision.
 *
 * @throws NotFound, Forbidden
 * @throws Conflict when the course is archived
 * @throws Invalid when it would be due before it opens
 */
export async function assignReading(userId: string, input: AssignInput): Promise<{ id: string }> {
  const { courseId, readingId, instructions } = input;
  const viewer = await getCourseViewer(userId, courseId);
  if (viewer.isArchived) throw new Conflict("courseArchived");
  authorize(courseAbilities(viewer).assign);
  const dates = await readDates(courseId, input);
  const { audienceDefault, anonymityAllowed, rules } = input;

  return db.$transaction(async (tx) => {
    // Shared by all who assign it: who publishes waits for them, or they for what is published.
    await tx.$queryRaw`SELECT id FROM reading WHERE id = ${readingId}::uuid FOR SHARE`;
    const revision = await getNewestRevision(userId, readingId, tx);
    const assignment = await tx.assignment.create({
      data: {
        ...{ courseId, readingId, instructions, audienceDefault, anonymityAllowed, ...dates },
        revisionId: revision.id,
        title: input.title || revision.title,
        wordMinimum: rules.wordMinimum,
      },
      select: { id: true },
    });
    await saveRules(tx, { assignmentId: assignment.id, userId, rules });
    return assignment;
  });
}

/**
 * Dates as a form gives them, as instants in the course's zone.
 *
 * @throws Invalid at the field, for a day that does not exist or dates out of order
 */
export async function readDates(
  courseId: string,
  given: Pick<AssignmentSettings, "opensAt" | "dueAt" | "closesAt">,
) {
  const { timeZone } = await db.course.findUniqueOrThrow({
    where: { id: courseId },
    select: { timeZone: true },
  });
  const opensAt = instantIn(timeZone, given.opensAt, "opensAt");
  const dueAt = instantIn(timeZone, given.dueAt, "dueAt");
  const closesAt = instantIn(timeZone, given.closesAt, "closesAt");
  if (opensAt && dueAt && dueAt <= opensAt) throw new Invalid("dueBeforeOpen", { field: "dueAt" });
  const before = dueAt ?? opensAt;
  if (before && closesAt && closesAt < before) {
    throw new Invalid("closesBeforeDue", { field: "closesAt" });
  }
  return { opensAt, dueAt, closesAt };
}
