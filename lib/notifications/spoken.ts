import "server-only";

import { annotationSelect, commentSelect } from "@/lib/annotations/present";
import type { AssignmentViewer } from "@/lib/assignments/queries";
import { listAssignmentViewers } from "@/lib/assignments/viewers";
import type { Transaction } from "@/lib/db";
import { type InboxThreadView, type NoticeRow, presentInboxThread, type Spoken } from "./present";

/**
 * The threads that a person's notices speak of, in the order of `rows`, of one thread oldest first,
 * as that person may see them at this moment: everything that leaves, to a page or by mail, comes through here.
 *
 * What they may read no longer is left out. A few queries, and a few more for each course.
 */
export async function readThreads(
  tx: Transaction,
  userId: string,
  rows: readonly NoticeRow[],
): Promise<InboxThreadView[]> {
  const spoken = await readSpoken(tx, userId, rows);
  return [...grouped(rows, ({ annotationId }) => annotationId)].flatMap(([id, notices]) => {
    const about = spoken.get(id);
    const view = about && presentInboxThread(about, notices);
    return view ? [view] : [];
  });
}

async function readSpoken(
  tx: Transaction,
  userId: string,
  rows: readonly NoticeRow[],
): Promise<Map<string, Spoken>> {
  const assignmentIds = [...new Set(rows.map(({ assignmentId }) => assignmentId))];
  const viewers = await listAssignmentViewers(tx, { userIds: [userId], assignmentIds });
  const places = await tx.assignment.findMany({
    where: { id: { in: viewers.map(({ assignmentId }) => assignmentId) } },
    select: { id: true, title: true, course: { select: { title: true } } },
  });
  const titles = new Map(places.map((place) => [place.id, place]));
  const spoken = new Map<string, Spoken>();
  for (const ofCourse of grouped(viewers, ({ courseId }) => courseId).values()) {
    for (const each of await readCourse(tx, ofCourse, rows)) {
      const place = titles.get(each.viewer.assignmentId);
      if (place) spoken.set(each.annotation.id, { ...each, place });
    }
  }
  return spoken;
}

/** Roles are a course's, and so are the rows of its people. */
async function readCourse(
  tx: Transaction,
  viewers: AssignmentViewer[],
  rows: readonly NoticeRow[],
): Promise<Omit<Spoken, "place">[]> {
  const [first] = viewers;
  if (!first) return [];
  const byAssignment = new Map(viewers.map((viewer) => [viewer.assignmentId, viewer]));
  const ours = rows.filter(({ assignmentId }) => byAssignment.has(assignmentId));
  const annotations = await tx.annotation.findMany({
    where: { id: { in: [...new Set(ours.map(({ annotationId }) => annotationId))] } },
    // Anchors are of no interest here, whatever their revision.
    select: annotationSelect(first),
  });
  const comments = await tx.comment.findMany({
    where: { id: { in: ours.flatMap(({ commentId }) => commentId ?? []) } },
    select: commentSelect(first),
  });
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  return annotations.flatMap((annotation) => {
    const viewer = byAssignment.get(annotation.assignmentId);
    return viewer ? [{ viewer, annotation, comments: byId }] : [];
  });
}

/** The things by what `keyOf` says of them, in their order. */
function grouped<Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string) {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    groups.set(key, [...(groups.get(key) ?? []), thing]);
  }
  return groups;
}
