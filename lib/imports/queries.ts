import "server-only";

import { db } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import { renderDocument } from "@/lib/readings/document";
import type { ImageFile } from "@/lib/readings/encode-image";
import { readableBy as readingsReadableBy } from "@/lib/readings/policy";
import { readableBy } from "./policy";
import { type ImportView, importSelect, presentImport } from "./present";

/** How far an import is, and what it came to. @throws NotFound */
export async function getImport(userId: string, importId: string): Promise<ImportView> {
  const row = await db.import.findFirst({
    where: { id: importId, ...readableBy(userId) },
    select: importSelect,
  });
  if (!row) throw new NotFound();
  return presentImport(row);
}

/** What an import came to, as its readers will see it. @throws NotFound */
export async function getImportedText(userId: string, importId: string): Promise<string> {
  const row = await db.import.findFirst({
    where: { id: importId, state: "READY", ...readableBy(userId) },
    select: { document: true },
  });
  if (!row?.document) throw new NotFound();
  return renderDocument(row.document).html;
}

const SHOWN_AT_MOST = 20;
const UNFINISHED = ["WAITING", "WORKING", "READY", "FAILED"] as const;

/** An import as a list names it. */
export interface UnfinishedImport {
  id: string;
  name: string;
  state: (typeof UNFINISHED)[number];
}

/** What a person has begun to bring in and not kept yet, newest first. */
export async function listImports(userId: string): Promise<UnfinishedImport[]> {
  const rows = await db.import.findMany({
    where: { ...readableBy(userId), state: { in: [...UNFINISHED] } },
    select: { id: true, name: true, state: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: SHOWN_AT_MOST,
  });
  return rows as UnfinishedImport[];
}

/** Readings of the person's library with the very same text. */
export async function listSameTexts(
  userId: string,
  importId: string,
): Promise<{ id: string; title: string }[]> {
  const row = await db.import.findFirst({
    where: { id: importId, ...readableBy(userId) },
    select: { textHash: true },
  });
  if (!row?.textHash) return [];
  return db.reading.findMany({
    where: { AND: [readingsReadableBy(userId), { revisions: { some: { hash: row.textHash } } }] },
    select: { id: true, title: true },
    take: 5,
  });
}

/** An image of a text that is not kept yet, for whoever brings it in. */
export async function findImportImage(userId: string, imageId: string): Promise<ImageFile | null> {
  return db.importImage.findFirst({
    where: { id: imageId, import: readableBy(userId) },
    select: { type: true, hash: true, bytes: true },
  });
}

/** The file that a reading was made of, for whoever may change the reading. @throws NotFound */
export async function getSourceFile(
  userId: string,
  readingId: string,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const row = await db.import.findFirst({
    where: { readingId, ...readableBy(userId) },
    select: { name: true, bytes: true },
  });
  if (!row?.bytes) throw new NotFound();
  return { name: row.name, bytes: row.bytes };
}
