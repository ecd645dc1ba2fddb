import "server-only";

import { db } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import type { Prisma } from "@/prisma/generated/client";
import { commentAbilities } from "./policy";
import { getReadableComment } from "./queries";

/** What a comment said until it was edited. */
export interface FormerWords {
  body: Prisma.JsonValue;
  until: string;
}

const EDITS_AT_MOST = 100;

/**
 * What a comment said before, latest first, for whoever can read what it says now.
 *
 * @throws NotFound, also where its words are deleted, or hidden from the viewer
 */
export async function listHistory(userId: string, commentId: string): Promise<FormerWords[]> {
  const { viewer, annotation, comment } = await getReadableComment(userId, commentId);
  if (!commentAbilities(viewer, annotation, comment).readWords) throw new NotFound();
  const edits = await db.commentEdit.findMany({
    where: { commentId },
    select: { body: true, createdAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: EDITS_AT_MOST,
  });
  return edits.map(({ body, createdAt }) => ({ body, until: createdAt.toISOString() }));
}
