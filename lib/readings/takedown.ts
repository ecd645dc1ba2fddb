import "server-only";

import { db } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import type { Prisma } from "@/prisma/generated/client";
import { redactDocument, redactText } from "./redact";
import type { TakeDownInput } from "./schema";

/** A book of many revisions takes its time. */
const TRANSACTION = { timeout: 60_000, maxWait: 15_000 };

/**
 * Takes the text of a reading away from everybody for good: its words, its images and its file are
 * deleted, not hidden. Each sign is replaced by another, so that all that was written about the text
 * still stands beside its passage.
 *
 * @throws NotFound when the person is no administrator, or there is no such reading
 */
export async function takeDown(
  userId: string,
  { address: { id, isAssignment }, reason }: TakeDownInput,
  now = new Date(),
): Promise<{ title: string }> {
  return db.$transaction(async (tx) => {
    const actor = await tx.user.findUnique({ where: { id: userId }, select: { siteRole: true } });
    if (actor?.siteRole !== "ADMINISTRATOR") throw new NotFound();
    const reading = await tx.reading.findFirst({
      where: isAssignment ? { assignments: { some: { id } } } : { id },
      select: { id: true, title: true },
    });
    if (!reading) throw new NotFound();
    const readingId = reading.id;
    await tx.$queryRaw`SELECT id FROM reading WHERE id = ${readingId}::uuid FOR NO KEY UPDATE`;
    const revisions = await tx.revision.findMany({ where: { readingId }, select: { id: true } });
    for (const { id } of revisions) {
      // One by one: all of them at once may be more than fits into memory.
      const { document, text } = await tx.revision.findUniqueOrThrow({
        where: { id },
        select: { document: true, text: true },
      });
      const redacted = redactDocument(document) as Prisma.InputJsonObject;
      const data = { document: redacted, text: redactText(text) };
      await tx.revision.update({ where: { id }, data, select: { id: true } });
    }
    await tx.revisionDraft.deleteMany({ where: { readingId } });
    await tx.readingImage.deleteMany({ where: { readingId } });
    await tx.import.updateMany({ where: { readingId }, data: { bytes: null } });
    await tx.reading.update({
      where: { id: readingId },
      data: { takenDownAt: now, takenDownById: userId, takedownReason: reason },
      select: { id: true },
    });
    const entry = { actorId: userId, action: "reading.takeDown", targetType: "reading" };
    await tx.auditEntry.create({ data: { ...entry, targetId: readingId }, select: { id: true } });
    return { title: reading.title };
  }, TRANSACTION);
}

/** Whether the person administers this site. @throws NotFound when not */
export async function requireAdministrator(userId: string): Promise<void> {
  const actor = await db.user.findUnique({ where: { id: userId }, select: { siteRole: true } });
  if (actor?.siteRole !== "ADMINISTRATOR") throw new NotFound();
}
