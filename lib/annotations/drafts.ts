import "server-only";

import { isDeepStrictEqual } from "node:util";

import { getAssignmentViewer } from "@/lib/assignments/queries";
import { db, type Transaction } from "@/lib/db";
import { Conflict, NotFound, Stale } from "@/lib/errors";
import type { Prisma } from "@/prisma/generated/client";
import type { DraftPlace, SaveDraftInput } from "./schema";

/** What a person is writing somewhere. */
export interface DraftView {
  place: string;
  /** What the composer made of it. */
  body: Prisma.JsonValue;
  version: number;
  updatedAt: string;
}

/** A saved draft, and what stood in its place already, where somebody else's words did. */
export interface SavedDraft {
  draft: DraftView;
  conflict: DraftView | null;
}

/** Places that one person writes at in one assignment. */
const DRAFTS_AT_MOST = 200;

/** A person's drafts in an assignment, or the one of a place, latest first. @throws NotFound */
export async function listDrafts(
  userId: string,
  { assignmentId, place }: { assignmentId: string; place?: string | undefined },
): Promise<DraftView[]> {
  await getAssignmentViewer(userId, assignmentId);
  const rows = await db.draft.findMany({
    where: { userId, assignmentId, ...(place === undefined ? {} : { place }) },
    orderBy: [{ updatedAt: "desc" }, { place: "asc" }],
    take: DRAFTS_AT_MOST,
  });
  return rows.map(presentDraft);
}

/**
 * Saves what a person is writing at a place. `version` is that of the draft that it was made from,
 * 0 for none. Where another was saved meanwhile, on another device, both are kept: that one at its
 * place, this one at a place beside it, which the answer names.
 *
 * @throws NotFound
 * @throws Conflict when there are too many drafts
 */
export async function saveDraft(
  userId: string,
  { assignmentId, place }: DraftPlace,
  version: number,
  { body }: SaveDraftInput,
): Promise<SavedDraft> {
  await getAssignmentViewer(userId, assignmentId);
  return db.$transaction(async (tx) => {
    const where = { userId_assignmentId_place: { userId, assignmentId, place } };
    await lockDrafts(tx, userId);
    const known = await tx.draft.findUnique({ where });
    // The answer to the first sending was lost on its way.
    if (known && isDeepStrictEqual(known.body, body)) {
      return { draft: presentDraft(known), conflict: null };
    }
    if (known && known.version === version) {
      const next = await tx.draft.update({
        where,
        data: { body: toJson(body), version: { increment: 1 } },
      });
      return { draft: presentDraft(next), conflict: null };
    }
    const count = await tx.draft.count({ where: { userId, assignmentId } });
    if (count >= DRAFTS_AT_MOST) throw new Conflict("draftsTooMany");
    const free = known ? `${place.slice(0, 160)}~${crypto.randomUUID()}` : place;
    const made = await tx.draft.create({
      data: { userId, assignmentId, place: free, body: toJson(body) },
    });
    return { draft: presentDraft(made), conflict: known && presentDraft(known) };
  });
}

/**
 * Throws a draft away, once it is posted or given up. One that is not there is none.
 *
 * @throws NotFound
 * @throws Stale when another was saved there since `version`
 */
export async function discardDraft(
  userId: string,
  { assignmentId, place }: DraftPlace,
  version: number,
): Promise<void> {
  await getAssignmentViewer(userId, assignmentId);
  const where = { userId, assignmentId, place };
  const { count } = await db.draft.deleteMany({ where: { ...where, version } });
  if (count === 0 && (await db.draft.count({ where }))) throw new Stale();
}

/** Two devices of one person take turns. */
async function lockDrafts(tx: Transaction, userId: string): Promise<void> {
  const [row] = await tx.$queryRaw<unknown[]>`
    SELECT id FROM "user" WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
  if (!row) throw new NotFound();
}

function presentDraft(row: {
  place: string;
  body: Prisma.JsonValue;
  version: number;
  updatedAt: Date;
}): DraftView {
  const { place, body, version, updatedAt } = row;
  return { place, body, version, updatedAt: updatedAt.toISOString() };
}

function toJson(body: Record<string, unknown>): Prisma.InputJsonObject {
  return body as Prisma.InputJsonObject;
}
