import "server-only";

import { db, type Transaction } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import type { Prisma } from "@/prisma/generated/client";
import { type RenderedText, renderDocument } from "./document";
import { type ReadingPiece, renderPieces } from "./pieces";
import { factsSelect, readableBy, readingAbilities } from "./policy";
import { presentReading, type ReadingCard, type ReadingView, readingSelect } from "./present";
import type { LibraryQuery } from "./schema";

const READINGS_A_PAGE = 30;

/** A page of a person's library, newest first. */
export async function listReadings(
  userId: string,
  { cursor, ...filter }: LibraryQuery = {},
): Promise<{ readings: ReadingCard[]; nextCursor: string | null }> {
  const rows = await db.reading.findMany({
    where: { AND: [readableBy(userId), matching(userId, filter)] },
    select: readingSelect(userId),
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    ...(cursor ? { cursor: { id: cursor } } : {}),
    take: READINGS_A_PAGE + 1,
  });
  return {
    readings: rows.slice(0, READINGS_A_PAGE).map((row) => presentReading(userId, row)),
    nextCursor: rows[READINGS_A_PAGE]?.id ?? null,
  };
}

/** What a library is narrowed to. What was put away is shown only where it is asked for. */
function matching(
  userId: string,
  { q, show, tag, collection }: LibraryQuery,
): Prisma.ReadingWhereInput {
  const words = (q ?? "").split(/\s+/).filter(Boolean);
  const mine = show === "own" ? { ownerId: userId } : {};
  const theirs = show === "shared" ? { ownerId: { not: userId } } : {};
  return {
    AND: [
      show === "archived" ? { archivedAt: { not: null }, ownerId: userId } : { archivedAt: null },
      mine,
      theirs,
      tag ? { tags: { some: { name: tag } } } : {},
      collection
        ? { collections: { some: { collectionId: collection, collection: { ownerId: userId } } } }
        : {},
      ...words.map((word) => ({
        OR: ["title", "author", "source"].map((field) => holds(field, word)),
      })),
    ],
  };
}

function holds(field: string, word: string): Prisma.ReadingWhereInput {
  return { [field]: { contains: word.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" } };
}

/** One reading of the person's library, in its newest revision. @throws NotFound */
export async function getReading(userId: string, readingId: string): Promise<ReadingView> {
  const row = await db.reading.findFirst({
    where: { id: readingId, ...readableBy(userId) },
    select: { ...readingSelect(userId), revisions: newest },
  });
  const revision = row?.revisions[0];
  if (!row || !revision) throw new NotFound();
  const { html } = await getRevision(revision.id);
  return { ...presentReading(userId, row), html };
}

/** The revision that a new assignment of a reading begins with. @throws NotFound */
export async function getNewestRevision(
  userId: string,
  readingId: string,
  tx: Transaction = db,
): Promise<{ id: string; title: string }> {
  const row = await tx.reading.findFirst({
    where: { id: readingId, ...readableBy(userId) },
    select: { ...factsSelect(userId), title: true, revisions: newest },
  });
  const revision = row?.revisions[0];
  if (!row || !revision || !readingAbilities(userId, row).assign) throw new NotFound();
  return { id: revision.id, title: row.title };
}

const newest = { select: { id: true }, orderBy: { number: "desc" }, take: 1 } as const;

/** How many texts are kept rendered: a class reads few at a time, and a book takes megabytes. */
const RENDERED_AT_MOST = 16;

/** Rendered revisions, the longest unused first. A revision never changes, but when it is taken down. */
const rendered = new Map<string, RenderedText & { isShown: boolean }>();

/**
 * The text of a revision as HTML, and its headings. Asks nobody's permission: the caller has found the revision by
 * way of an assignment or a reading that the viewer may read.
 *
 * @throws NotFound
 */
export async function getRevision(revisionId: string): Promise<RenderedText> {
  const known = rendered.get(revisionId);
  // What was taken down must not go on being shown from here, in whichever process that was done.
  const isStale = known?.isShown && (await isTakenDown(revisionId));
  const text = known && !isStale ? known : await renderRevision(revisionId);
  rendered.delete(revisionId);
  rendered.set(revisionId, text);
  for (const oldest of rendered.keys()) {
    if (rendered.size <= RENDERED_AT_MOST) break;
    rendered.delete(oldest);
  }
  return text;
}

async function renderRevision(revisionId: string) {
  // Asked first: what is taken down meanwhile is looked at again.
  const isShown = !(await isTakenDown(revisionId));
  return { ...renderDocument(await getDocument(revisionId)), isShown };
}

async function isTakenDown(revisionId: string): Promise<boolean> {
  const where = { id: revisionId, reading: { takenDownAt: { not: null } } };
  return (await db.revision.count({ where })) > 0;
}

/** Why a revision's text is shown to nobody any more; null while it is. Asks nobody's permission. */
export async function findTakedown(revisionId: string): Promise<string | null> {
  const row = await db.reading.findFirst({
    where: { revisions: { some: { id: revisionId } }, takenDownAt: { not: null } },
    select: { takedownReason: true },
  });
  return row?.takedownReason ?? null;
}

/** The same text block by block, for a page of something else between them. @throws NotFound */
export async function getPieces(revisionId: string): Promise<ReadingPiece[]> {
  return renderPieces(await getDocument(revisionId));
}

async function getDocument(revisionId: string): Promise<unknown> {
  const revision = await db.revision.findUnique({
    where: { id: revisionId },
    select: { document: true },
  });
  if (!revision) throw new NotFound();
  return revision.document;
}
