import "server-only";

import { getAssignmentViewer } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import { authorize, Conflict, NotFound } from "@/lib/errors";
import { lockReading } from "./draft";
import { type AssignmentForecast, type Mapping, mapFollowing, tellForecast } from "./forecast";
import { moveTo } from "./publishing";
import type { FollowInput, ForecastQuery } from "./schema";

/** Which revision an assignment reads, and what following the newest would do. */
export interface FollowView {
  assignmentId: string;
  courseId: string;
  title: string;
  readingTitle: string;
  isPinned: boolean;
  number: number;
  newestNumber: number;
  /** Null where it reads the newest revision already. */
  forecast: AssignmentForecast | null;
}

/** How an assignment stands to its reading's revisions. @throws NotFound, Forbidden */
export async function getFollowing(
  userId: string,
  assignmentId: string,
  page?: ForecastQuery,
): Promise<FollowView> {
  const viewer = await getAssignmentViewer(userId, assignmentId);
  authorize(viewer.can.edit);
  const assignment = await findWithNewest(assignmentId);
  const { newest, title, reading, isPinned, revision, courseId } = assignment;
  const about = { assignmentId, courseId, title, readingTitle: reading.title, isPinned };
  const numbers = { number: revision.number, newestNumber: newest.number };
  if (revision.number === newest.number) return { ...about, ...numbers, forecast: null };
  const following = [{ id: assignmentId, revisionId: viewer.revisionId }];
  const mapping = await mapFollowing(following, nextOf(newest));
  const { assignments } = await tellForecast(userId, following, mapping, newest, page);
  return { ...about, ...numbers, forecast: assignments[0] ?? null };
}

/**
 * Pins an assignment to the revision that its course reads now, or has it follow the newest one
 * again, at once and with all its notes.
 *
 * @throws NotFound, Forbidden
 * @throws Conflict when the course is archived
 */
export async function followRevisions(
  userId: string,
  { assignmentId, isPinned }: FollowInput,
): Promise<{ courseId: string }> {
  const viewer = await getAssignmentViewer(userId, assignmentId);
  if (viewer.isArchived) throw new Conflict("courseArchived");
  authorize(viewer.can.edit);
  const { courseId } = viewer;
  const { newest } = await findWithNewest(assignmentId);
  const next = nextOf(newest);
  const following = [{ id: assignmentId, revisionId: viewer.revisionId }];
  const isBehind = !isPinned && viewer.revisionId !== newest.id;
  const early = isBehind ? await mapFollowing(following, next) : NOTHING;
  await db.$transaction(async (tx) => {
    await lockReading(tx, newest.readingId);
    const { revisionId } = await tx.assignment.update({
      where: { id: assignmentId },
      data: { isPinned },
      select: { revisionId: true },
    });
    if (isPinned || revisionId === newest.id) return;
    const revision = await tx.revision.findFirstOrThrow({
      where: { readingId: newest.readingId },
      select: { id: true },
      orderBy: { number: "desc" },
    });
    // What was found is of another text by now. Whoever asks again finds the new one.
    if (revision.id !== newest.id) throw new Conflict("revisionPublished");
    await moveTo(tx, { following, revisionId: newest.id, next, early });
  });
  return { courseId };
}

const NOTHING: Mapping = { notes: [], mapped: new Map() };

async function findWithNewest(assignmentId: string) {
  const row = await db.assignment.findUnique({
    where: { id: assignmentId },
    select: {
      courseId: true,
      title: true,
      isPinned: true,
      revision: { select: { number: true } },
      reading: {
        select: {
          title: true,
          revisions: {
            select: { id: true, readingId: true, number: true, document: true, text: true },
            orderBy: { number: "desc" },
            take: 1,
          },
        },
      },
    },
  });
  const newest = row?.reading.revisions[0];
  if (!row || !newest) throw new NotFound();
  return { ...row, newest };
}

function nextOf({ document, text }: { document: unknown; text: string }) {
  return { document, text, steps: null, baseId: null };
}
