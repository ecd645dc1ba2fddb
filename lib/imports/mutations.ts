import "server-only";

import { createHash } from "node:crypto";

import { db } from "@/lib/db";
import { Conflict, Invalid, NotFound } from "@/lib/errors";
import { Prisma } from "@/prisma/generated/client";
import { readableBy } from "./policy";
import { FILE_LIMIT, type KeepImportInput } from "./schema";

/** More than anybody looks through; keeps what lies around bounded. */
const UNFINISHED_AT_MOST = 20;

/** What nobody has kept after so long is thrown away. */
const FORGOTTEN_DAYS = 7;

/**
 * Takes a file to be brought in; reading it comes later.
 *
 * @throws Invalid when it is empty or too large
 * @throws Conflict when too many wait already
 */
export async function startImport(
  userId: string,
  file: { name: string; type: string; bytes: Buffer },
): Promise<{ id: string }> {
  const { name, bytes } = file;
  if (bytes.length === 0) throw new Invalid("importEmpty", { field: "file" });
  if (bytes.length > FILE_LIMIT) throw new Invalid("importTooLarge", { field: "file" });
  const type = file.type.slice(0, 200);
  const hash = createHash("sha256").update(bytes).digest("hex");
  const kept = new Uint8Array(bytes);
  return begin(userId, { name, type, bytes: kept, size: bytes.length, hash });
}

/** Takes an address to be brought in. @throws Conflict when too many wait already */
export async function startImportFrom(userId: string, address: string): Promise<{ id: string }> {
  return begin(userId, { name: address.slice(0, 255), address });
}

async function begin(
  ownerId: string,
  data: Omit<Prisma.ImportUncheckedCreateInput, "ownerId">,
): Promise<{ id: string }> {
  const waiting = await db.import.count({ where: { ownerId, state: { in: [...OPEN] } } });
  if (waiting >= UNFINISHED_AT_MOST) throw new Conflict("importsTooMany");
  return db.import.create({ data: { ...data, ownerId }, select: { id: true } });
}

const OPEN = ["WAITING", "WORKING", "READY"] as const;

/** Ends an import, whatever it has come to, and lets go of its file. @throws NotFound */
export async function cancelImport(userId: string, importId: string): Promise<void> {
  const where = { id: importId, ...readableBy(userId), state: { not: "KEPT" as const } };
  const { count } = await db.import.updateMany({
    where,
    data: { state: "CANCELLED", bytes: null, document: Prisma.DbNull, text: null },
  });
  if (count === 0) throw new NotFound();
  await db.importImage.deleteMany({ where: { importId } });
}

/**
 * Makes a reading of what an import came to; the file stays with it as its source.
 *
 * @throws NotFound
 * @throws Conflict when it is not read yet, or was kept already
 */
export async function keepImport(
  userId: string,
  { importId, ...about }: KeepImportInput,
): Promise<{ id: string }> {
  return db.$transaction(async (tx) => {
    // Whoever keeps it twice at once waits here, and then finds it kept.
    await tx.$queryRaw`SELECT id FROM import WHERE id = ${importId}::uuid FOR UPDATE`;
    const row = await tx.import.findFirst({
      where: { id: importId, ...readableBy(userId) },
      select: { state: true, document: true, text: true, textHash: true },
    });
    if (!row) throw new NotFound();
    const { state, document, text, textHash: hash } = row;
    if (state !== "READY" || !document || text === null || !hash) {
      throw new Conflict("importNotReady");
    }
    const revision = { number: 1, document, text, hash, publishedById: userId };
    const reading = await tx.reading.create({
      data: { ...about, ownerId: userId, revisions: { create: revision } },
      select: { id: true },
    });
    await tx.$executeRaw`
      INSERT INTO reading_image (id, reading_id, hash, type, width, height, bytes)
      SELECT id, ${reading.id}::uuid, hash, type, width, height, bytes
      FROM import_image WHERE import_id = ${importId}::uuid`;
    await tx.importImage.deleteMany({ where: { importId } });
    await tx.import.update({
      where: { id: importId },
      data: { state: "KEPT", readingId: reading.id, document: Prisma.DbNull, text: null },
      select: { id: true },
    });
    return reading;
  });
}

/** Throws away what nobody has kept for a week. */
export async function forgetImports(now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - FORGOTTEN_DAYS * 86_400_000);
  await db.import.deleteMany({
    where: { state: { not: "KEPT" }, updatedAt: { lt: before } },
  });
}
