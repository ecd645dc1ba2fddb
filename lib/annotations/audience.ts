import "server-only";

import type { AssignmentViewer } from "@/lib/assignments/queries";
import { db, type Transaction } from "@/lib/db";
import { authorize, Conflict, Stale } from "@/lib/errors";
import { publish } from "@/lib/events/publish";
import { notifyOfComment } from "./notify";
import { annotationAbilities, isOfAudience } from "./policy";
import type { AnnotationRow, ThreadView } from "./present";
import { getReadableAnnotation, getThread } from "./queries";
import type { ChangeAudienceInput } from "./schema";
import { countComments, lockThread } from "./threads";
import { type ForWhom, heldSince, requireOpen, resolveAudience } from "./writing";

/** What comes of giving a thread to others: in numbers, which name nobody. */
export interface AudienceForecast {
  /** Members of the course who see the thread now and would not any more. */
  loseSight: number;
  /** Members who would come to see it. */
  gainSight: number;
  /** Comments by others in it. */
  othersComments: number;
  /** Why it cannot be done; null where it can. */
  refusal: "repliesWouldVanish" | "repliesWouldShow" | null;
}

/** More people than a course has; keeps the forecast bounded. */
const PEOPLE_AT_MOST = 5_000;

/**
 * Tells what {@link changeAudience} would do.
 *
 * @throws NotFound, Forbidden, Invalid
 */
export async function forecastAudience(
  userId: string,
  annotationId: string,
  input: ChangeAudienceInput,
): Promise<AudienceForecast> {
  const { viewer, annotation } = await getReadableAnnotation(userId, annotationId);
  authorize(annotationAbilities(viewer, annotation).change);
  return forecast(db, viewer, annotation, await resolveAudience(viewer, input));
}

/**
 * Gives a thread to others than before, as its author alone may.
 *
 * Where others have written in it they decided by whom they could be read: it is then not widened,
 * and narrowed only where each of them still sees their own words.
 *
 * @throws NotFound, Forbidden, Invalid
 * @throws Conflict where others' words would vanish from their eyes, or come before more
 * @throws Stale when the annotation changed since `version`
 */
export async function changeAudience(
  userId: string,
  annotationId: string,
  version: number,
  input: ChangeAudienceInput,
): Promise<ThreadView> {
  const { viewer, annotation: known } = await getReadableAnnotation(userId, annotationId);
  authorize(annotationAbilities(viewer, known).change);
  const whom = await resolveAudience(viewer, input);
  requireOpen(viewer, whom.audience);
  const isFirst = known.kind !== "HIGHLIGHT" && !isShared(known);
  const heldAt = isFirst ? await heldSince(viewer, whom.audience) : known.heldAt;
  await db.$transaction(async (tx) => {
    await lockThread(tx, annotationId);
    const { annotation } = await getReadableAnnotation(userId, annotationId, { tx });
    if (annotation.version !== version) throw new Stale();
    const { audience, groupId } = annotation;
    if (audience === whom.audience && groupId === whom.groupId) return;
    const { refusal } = await forecast(tx, viewer, annotation, whom);
    if (refusal) throw new Conflict(refusal, { field: "audience" });
    await tx.annotation.update({
      where: { id: annotationId },
      data: { ...whom, heldAt, version: { increment: 1 } },
      select: { id: true },
    });
    const [opening] = await tx.comment.updateManyAndReturn({
      where: { annotationId, isOpening: true, mergedFromId: null },
      data: { heldAt },
      select: { id: true },
    });
    await countComments(tx, annotationId);
    if (isFirst && opening) await notifyOfComment(tx, opening.id);
    const { assignmentId } = viewer;
    const former = { audience, groupId };
    await publish(tx, { assignmentId, type: "ANNOTATION", annotationId, former });
  });
  return getThread(userId, annotationId);
}

async function forecast(
  tx: Transaction,
  { userId, courseId }: AssignmentViewer,
  annotation: AnnotationRow,
  whom: ForWhom,
): Promise<AudienceForecast> {
  const others = { annotationId: annotation.id, deletedAt: null, authorId: { not: userId } };
  const [members, groups, comments] = await Promise.all([
    tx.enrolment.findMany({
      where: { courseId, status: "ACTIVE", userId: { not: userId } },
      select: { userId: true, role: true },
      take: PEOPLE_AT_MOST,
    }),
    tx.groupMembership.findMany({
      where: { leftAt: null, group: { courseId } },
      select: { userId: true, groupId: true },
      take: PEOPLE_AT_MOST,
    }),
    tx.comment.groupBy({ by: ["authorId"], where: others, _count: true }),
  ]);
  const groupOf = new Map(groups.map((each) => [each.userId, each.groupId]));
  const sights = members.map((member) => {
    const reader = { role: member.role, groupId: groupOf.get(member.userId) ?? null };
    const sees = isOfAudience(reader, annotation);
    return { id: member.userId, sees, willSee: isOfAudience(reader, whom) };
  });
  const gainSight = sights.filter(({ sees, willSee }) => willSee && !sees).length;
  const stay = new Set(sights.filter(({ willSee }) => willSee).map(({ id }) => id));
  const isWriterLost = comments.some(({ authorId }) => !stay.has(authorId));
  const othersComments = comments.reduce((sum, { _count }) => sum + _count, 0);
  const isWider = othersComments > 0 && !isWithin(whom, annotation);
  return {
    loseSight: sights.filter(({ sees, willSee }) => sees && !willSee).length,
    ...{ gainSight, othersComments },
    refusal: isWriterLost ? "repliesWouldVanish" : isWider ? "repliesWouldShow" : null,
  };
}

const BREADTH = { ONLY_ME: 0, INSTRUCTORS: 1, GROUP: 2, COURSE: 3 } as const;

/** Whether nobody, whoever is in the course or comes to be, sees more than before. */
function isWithin(next: ForWhom, before: ForWhom): boolean {
  if (next.audience === "GROUP" && before.audience === "GROUP") {
    return next.groupId === before.groupId;
  }
  return BREADTH[next.audience] <= BREADTH[before.audience];
}

function isShared({ audience }: ForWhom): boolean {
  return audience === "COURSE" || audience === "GROUP";
}
