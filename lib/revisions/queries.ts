import "server-only";

import { db, type Transaction } from "@/lib/db";
import { authorize, NotFound } from "@/lib/errors";
import { factsSelect, readableBy, readingAbilities } from "@/lib/readings/policy";
import type { Prisma } from "@/prisma/generated/client";

/** The next revision of a reading as its editor opens it. */
export interface DraftView {
  readingId: string;
  title: string;
  language: string;
  /** The revision from which it began. */
  baseId: string;
  baseNumber: number;
  /** TipTap document of the reading schema. */
  document: Prisma.JsonValue;
  /** What the next saving names; 0 before the first. */
  version: number;
  savedAt: string | null;
}

/** One revision in the list of a reading's. */
export interface RevisionCard {
  number: number;
  publishedAt: string;
  /** Null where it was not kept. */
  publishedBy: string | null;
  isCurrent: boolean;
}

const REVISIONS_AT_MOST = 100;

/** The draft of a reading, or its newest revision where none was begun. @throws NotFound, Forbidden */
export async function getDraft(userId: string, readingId: string): Promise<DraftView> {
  const { title, language } = await requireEditable(userId, readingId);
  const draft = await db.revisionDraft.findUnique({
    where: { readingId },
    select: {
      document: true,
      version: true,
      updatedAt: true,
      base: { select: { id: true, number: true } },
    },
  });
  if (draft) {
    const { document, version, updatedAt, base } = draft;
    const began = { baseId: base.id, baseNumber: base.number };
    return {
      readingId,
      title,
      language,
      ...began,
      document,
      version,
      savedAt: updatedAt.toISOString(),
    };
  }
  const { id, number, document } = await db.revision.findFirstOrThrow({
    where: { readingId },
    select: { id: true, number: true, document: true },
    orderBy: { number: "desc" },
  });
  const began = { baseId: id, baseNumber: number };
  return { readingId, title, language, ...began, document, version: 0, savedAt: null };
}

/** Whether a draft was begun and not published yet, and its version. @throws NotFound, Forbidden */
export async function findDraft(
  userId: string,
  readingId: string,
): Promise<{ version: number; savedAt: string } | null> {
  await requireEditable(userId, readingId);
  const draft = await db.revisionDraft.findUnique({
    where: { readingId },
    select: { version: true, updatedAt: true },
  });
  return draft && { version: draft.version, savedAt: draft.updatedAt.toISOString() };
}

/** A reading's revisions, newest first. @throws NotFound */
export async function listRevisions(userId: string, readingId: string): Promise<RevisionCard[]> {
  const rows = await db.revision.findMany({
    where: { readingId, reading: readableBy(userId) },
    select: { number: true, createdAt: true, publishedBy: { select: { name: true } } },
    orderBy: { number: "desc" },
    take: REVISIONS_AT_MOST,
  });
  if (rows.length === 0) throw new NotFound();
  return rows.map(({ number, createdAt, publishedBy }, index) => ({
    number,
    publishedAt: createdAt.toISOString(),
    publishedBy: publishedBy?.name ?? null,
    isCurrent: index === 0,
  }));
}

/** A reading that the person may edit. @throws NotFound, Forbidden */
export async function requireEditable(
  userId: string,
  readingId: string,
  tx: Transaction = db,
): Promise<{ title: string; language: string }> {
  const reading = await tx.reading.findFirst({
    where: { id: readingId, ...readableBy(userId) },
    select: { ...factsSelect(userId), title: true, language: true },
  });
  if (!reading) throw new NotFound();
  authorize(readingAbilities(userId, reading).edit);
  return { title: reading.title, language: reading.language };
}
