import "server-only";

import { getAssignmentViewer } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import type { PlaceInput } from "./schema";

/**
 * Remembers where the person is in the text, for them alone: the last place only, no event and
 * no history, so that nobody can tell from it how long somebody read. A place in a revision that
 * the course read before is taken too: the page may have been open since.
 *
 * @throws NotFound also when the course never read that revision
 */
export async function rememberPlace(
  userId: string,
  assignmentId: string,
  { revisionId, offset }: PlaceInput,
  now = new Date(),
): Promise<void> {
  const viewer = await getAssignmentViewer(userId, assignmentId, { now });
  if (viewer.revisionId !== revisionId) {
    const revision = await db.revision.findFirst({
      where: { id: revisionId, reading: { assignments: { some: { id: assignmentId } } } },
      select: { number: true },
    });
    if (!revision) throw new NotFound();
    await getAssignmentViewer(userId, assignmentId, { now, revision: revision.number });
  }
  await db.readingPlace.upsert({
    where: { userId_assignmentId: { userId, assignmentId } },
    create: { userId, assignmentId, revisionId, offset },
    update: { revisionId, offset },
  });
}
