import "server-only";

import { db } from "@/lib/db";
import { authorize, Conflict, Stale } from "@/lib/errors";
import { publish } from "@/lib/events/publish";
import { Prisma } from "@/prisma/generated/client";
import { type Former, readFormer } from "./former";
import { requireRevision } from "./mutations";
import { describePassage } from "./passage";
import { annotationAbilities } from "./policy";
import type { ThreadView } from "./present";
import { getReadableAnnotation, getThread } from "./queries";
import type { ReattachInput } from "./schema";
import { lockThread } from "./threads";

const selectorsSelect = {
  revisionId: true,
  quote: true,
  prefix: true,
  suffix: true,
  start: true,
  end: true,
} as const;

/**
 * Puts an annotation that lost its words on a passage of the text that its course reads now. Its
 * selectors become those of the passage; what it quoted before, who did it and when are kept.
 *
 * @throws NotFound, Forbidden
 * @throws Invalid when the passage is not part of the text
 * @throws Conflict when the text has been revised meanwhile, or the annotation has its words
 * @throws Stale when the annotation changed since `version`
 */
export async function reattach(
  userId: string,
  annotationId: string,
  version: number,
  { revisionId, start, end }: ReattachInput,
): Promise<ThreadView> {
  const { viewer, annotation } = await getReadableAnnotation(userId, annotationId);
  authorize(annotationAbilities(viewer, annotation).reattach);
  if (revisionId !== viewer.revisionId) throw new Conflict("textRevised");
  const target = await describePassage(revisionId, start, end);
  await db.$transaction(async (tx) => {
    await requireRevision(tx, viewer.assignmentId, revisionId);
    await lockThread(tx, annotationId);
    const place = { annotationId_revisionId: { annotationId, revisionId } };
    const before = await tx.annotation.findFirst({
      where: { id: annotationId, version, deletedAt: null },
      select: { ...selectorsSelect, anchors: { where: { revisionId } } },
    });
    if (!before) throw new Stale();
    const { anchors, ...selectors } = before;
    const { start: at = 0, end: to = 0, state = "DETACHED" } = anchors[0] ?? {};
    if (state !== "DETACHED" && state !== "CHANGED") throw new Conflict("notDetached");
    const former: Former = { ...selectors, anchor: { start: at, end: to, state } };
    const put = {
      start: target.start,
      end: target.end,
      state: "EXACT",
      reattachedById: userId,
      reattachedAt: new Date(),
      former: { ...former },
    } as const;
    await tx.anchor.upsert({
      where: place,
      create: { annotationId, revisionId, ...put },
      update: put,
      select: { annotationId: true },
    });
    await tx.annotation.update({
      where: { id: annotationId },
      data: { ...target, revisionId, version: { increment: 1 } },
      select: { id: true },
    });
    await publish(tx, { assignmentId: viewer.assignmentId, type: "ANNOTATION", annotationId });
  });
  return getThread(userId, annotationId);
}

/**
 * Takes back what the person put somewhere by hand: quote and place are those of before.
 *
 * @throws NotFound, Forbidden
 * @throws Conflict when the text has been revised meanwhile, or somebody else put it there
 * @throws Stale when the annotation changed since `version`
 */
export async function undoReattaching(
  userId: string,
  annotationId: string,
  version: number,
): Promise<ThreadView> {
  const { viewer, annotation } = await getReadableAnnotation(userId, annotationId);
  authorize(annotationAbilities(viewer, annotation).reattach);
  const { assignmentId, revisionId } = viewer;
  await db.$transaction(async (tx) => {
    await requireRevision(tx, assignmentId, revisionId);
    await lockThread(tx, annotationId);
    const where = { annotationId_revisionId: { annotationId, revisionId } };
    const anchor = await tx.anchor.findUnique({
      where,
      select: { former: true, reattachedById: true },
    });
    const former = readFormer(anchor?.former ?? null);
    if (!former || anchor?.reattachedById !== userId) throw new Conflict("notReattached");
    const { anchor: place, ...selectors } = former;
    const { count } = await tx.annotation.updateMany({
      where: { id: annotationId, version, deletedAt: null },
      data: { ...selectors, version: { increment: 1 } },
    });
    if (count === 0) throw new Stale();
    const nobody = { reattachedById: null, reattachedAt: null, former: Prisma.DbNull };
    await tx.anchor.update({
      where,
      data: { ...place, ...nobody },
      select: { annotationId: true },
    });
    await publish(tx, { assignmentId, type: "ANNOTATION", annotationId });
  });
  return getThread(userId, annotationId);
}
