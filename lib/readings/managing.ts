import "server-only";

import { db, type Transaction } from "@/lib/db";
import { authorize, Conflict, Invalid, NotFound } from "@/lib/errors";
import { factsSelect, readableBy, readingAbilities } from "./policy";
import type { DescribeReadingInput } from "./schema";

/** What the owner of a reading has said of it, as its form shows it. */
export interface ManagedReading {
  id: string;
  title: string;
  author: string;
  source: string;
  language: string;
  licence: string;
  right: string;
  isForAll: boolean;
  isArchived: boolean;
  tags: string[];
  collections: string[];
  /** The addresses of those with whom it is shared. */
  colleagues: string[];
  /** The name of the file that it was made of. */
  file: string | null;
}

/** @throws NotFound, Forbidden */
export async function getManagedReading(
  userId: string,
  readingId: string,
): Promise<ManagedReading> {
  await requireManageable(db, userId, readingId);
  const row = await db.reading.findUniqueOrThrow({
    where: { id: readingId },
    select: {
      ...{ id: true, title: true, author: true, source: true, language: true, licence: true },
      ...{ right: true, isForAll: true, archivedAt: true },
      tags: { select: { name: true }, orderBy: { name: "asc" } },
      collections: { where: { collection: { ownerId: userId } }, select: { collection: true } },
      shares: { select: { user: { select: { email: true } } } },
      import: { select: { name: true } },
    },
  });
  const { archivedAt, tags, collections, shares, import: source, ...rest } = row;
  return {
    ...rest,
    isArchived: archivedAt !== null,
    tags: tags.map(({ name }) => name),
    collections: collections.map(({ collection }) => collection.name).sort(),
    colleagues: shares.map(({ user }) => user.email).sort(),
    file: source?.name ?? null,
  };
}

/**
 * Says what a reading is, in which of its owner's collections it stands, and who else may use it.
 * A collection that does not exist begins; one that nothing is left in ends.
 *
 * @throws NotFound, Forbidden
 * @throws Invalid at `colleagues` when nobody here has one of the addresses
 */
export async function describeReading(
  userId: string,
  { readingId, tags, collections, colleagues, ...about }: DescribeReadingInput,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await lock(tx, readingId);
    await requireManageable(tx, userId, readingId);
    const people = await findPeople(tx, userId, colleagues);
    await tx.reading.update({
      where: { id: readingId },
      data: {
        ...about,
        tags: { deleteMany: {}, create: tags.map((name) => ({ name })) },
        shares: { deleteMany: {}, create: people.map((id) => ({ userId: id })) },
      },
      select: { id: true },
    });
    await tx.collectionReading.deleteMany({
      where: { readingId, collection: { ownerId: userId } },
    });
    await tx.collection.createMany({
      data: collections.map((name) => ({ ownerId: userId, name })),
      skipDuplicates: true,
    });
    const rows = await tx.collection.findMany({
      where: { ownerId: userId, name: { in: collections } },
      select: { id: true },
    });
    await tx.collectionReading.createMany({
      data: rows.map(({ id }) => ({ collectionId: id, readingId })),
    });
    await tx.collection.deleteMany({ where: { ownerId: userId, readings: { none: {} } } });
  });
}

async function findPeople(tx: Transaction, userId: string, emails: string[]): Promise<string[]> {
  const people = await tx.user.findMany({
    where: { email: { in: emails } },
    select: { id: true, email: true },
  });
  const known = new Set(people.map(({ email }) => email.toLowerCase()));
  const unknown = emails.find((email) => !known.has(email.toLowerCase()));
  if (unknown)
    throw new Invalid("nobodyThere", { field: "colleagues", values: { email: unknown } });
  return people.map(({ id }) => id).filter((id) => id !== userId);
}

/** Puts a reading away, or takes it out again. Where it is assigned, nothing changes. @throws NotFound, Forbidden */
export async function archiveReading(
  userId: string,
  { readingId, isArchived }: { readingId: string; isArchived: boolean },
  now = new Date(),
): Promise<void> {
  await requireManageable(db, userId, readingId);
  const archivedAt = isArchived ? now : null;
  await db.reading.update({ where: { id: readingId }, data: { archivedAt }, select: { id: true } });
}

/** How many courses are named; of the others their number is told. */
const NAMED_AT_MOST = 5;

/**
 * Deletes a reading with all its revisions and images.
 *
 * @throws NotFound, Forbidden
 * @throws Conflict when a course reads it, naming those courses that the person is in
 */
export async function removeReading(userId: string, readingId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    // Who assigns it holds it as well: either finds what the other has done.
    await tx.$queryRaw`SELECT id FROM reading WHERE id = ${readingId}::uuid FOR UPDATE`;
    await requireManageable(tx, userId, readingId);
    const count = await tx.assignment.count({ where: { readingId } });
    if (count > 0) {
      const mine = { enrolments: { some: { userId, status: "ACTIVE" as const } } };
      const courses = await tx.course.findMany({
        where: { ...mine, assignments: { some: { readingId } } },
        select: { title: true },
        orderBy: { title: "asc" },
        take: NAMED_AT_MOST,
      });
      const where = courses.map(({ title }) => title).join(", ");
      throw new Conflict("readingInUse", { values: { count, where, known: courses.length } });
    }
    await tx.reading.delete({ where: { id: readingId }, select: { id: true } });
  });
}

async function lock(tx: Transaction, readingId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM reading WHERE id = ${readingId}::uuid FOR NO KEY UPDATE`;
}

async function requireManageable(
  tx: Transaction,
  userId: string,
  readingId: string,
): Promise<void> {
  const row = await tx.reading.findFirst({
    where: { id: readingId, ...readableBy(userId) },
    select: factsSelect(userId),
  });
  if (!row) throw new NotFound();
  authorize(readingAbilities(userId, row).manage);
}

const OFFERED_AT_MOST = 200;

/** The tags and collections that a person's library can be narrowed to. */
export async function listShelves(
  userId: string,
): Promise<{ tags: string[]; collections: { id: string; name: string }[] }> {
  const [tags, collections] = await Promise.all([
    db.readingTag.findMany({
      where: { reading: readableBy(userId) },
      select: { name: true },
      distinct: ["name"],
      orderBy: { name: "asc" },
      take: OFFERED_AT_MOST,
    }),
    db.collection.findMany({
      where: { ownerId: userId },
      select: { id: true, name: true },
      orderBy: { name: "asc" },
      take: OFFERED_AT_MOST,
    }),
  ]);
  return { tags: tags.map(({ name }) => name), collections };
}
