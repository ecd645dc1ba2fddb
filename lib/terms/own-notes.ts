import "server-only";

import type { db, Transaction } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";

const NOTES_AT_MOST = 5_000;

const openingSelect = {
  id: true,
  body: true,
  text: true,
  wordCount: true,
  tags: { select: { name: true } },
} satisfies Prisma.CommentSelect;

/**
 * What a person marked and noted in a course by themselves and can take into another: on a passage
 * that is there, or on the whole reading; not for one group. Words that name people or show images
 * stay behind, because neither need be there.
 */
export async function listOwnNotes(tx: Transaction | typeof db, userId: string, courseId: string) {
  const rows = await tx.annotation.findMany({
    where: {
      authorId: userId,
      isAnonymous: false,
      deletedAt: null,
      mergedIntoId: null,
      heldAt: null,
      audience: { not: "GROUP" },
      assignment: { courseId },
    },
    select: {
      ...{ id: true, assignmentId: true, kind: true, audience: true },
      ...{ quote: true, prefix: true, suffix: true, pinnedAt: true },
      assignment: { select: { revisionId: true } },
      anchors: { select: { revisionId: true, start: true, end: true, state: true } },
      comments: {
        where: {
          ...{ authorId: userId, isOpening: true, mergedFromId: null },
          ...{ deletedAt: null, mentions: { none: {} }, images: { none: {} } },
        },
        select: openingSelect,
        take: 1,
      },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: NOTES_AT_MOST,
  });
  return rows.flatMap(({ anchors, assignment, comments, ...note }) => {
    const anchor = anchors.find((each) => each.revisionId === assignment.revisionId);
    const opening = comments[0] ?? null;
    const isGone = !anchor || anchor.state === "DETACHED";
    const isWordless = note.kind !== "HIGHLIGHT" && !opening;
    return isGone || isWordless ? [] : [{ ...note, anchor, opening }];
  });
}

export type OwnNote = Awaited<ReturnType<typeof listOwnNotes>>[number];
