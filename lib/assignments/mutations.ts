import "server-only";

import { courseAbilities } from "@/lib/courses/policy";
import { getCourseViewer } from "@/lib/courses/queries";
import { db } from "@/lib/db";
import { authorize, Conflict, Invalid } from "@/lib/errors";
import { getNewestRevision } from "@/lib/readings/queries";
import { instantIn } from "./local-time";
import type { AssignInput } from "./schema";

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
  const { timeZone } = await db.course.findUniqueOrThrow({
    where: { id: courseId },
    select: { timeZone: true },
  });
  const opensAt = instantIn(timeZone, input.opensAt, "opensAt");
  const dueAt = instantIn(timeZone, input.dueAt, "dueAt");
  if (opensAt && dueAt && dueAt <= opensAt) throw new Invalid("dueBeforeOpen", { field: "dueAt" });

  return db.$transaction(async (tx) => {
    // Shared by all who assign it: who publishes waits for them, or they for what is published.
    await tx.$queryRaw`SELECT id FROM reading WHERE id = ${readingId}::uuid FOR SHARE`;
    const revision = await getNewestRevision(userId, readingId, tx);
    return tx.assignment.create({
      data: {
        courseId,
        readingId,
        revisionId: revision.id,
        title: input.title || revision.title,
        instructions,
        opensAt,
        dueAt,
      },
      select: { id: true },
    });
  });
}
