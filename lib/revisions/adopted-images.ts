import "server-only";

import type { Node } from "@tiptap/pm/model";
import { v7 as newId } from "uuid";

import { db, type Transaction } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";
import { readableBy } from "./policy";

/**
 * The document with images of its own: those that stand in another reading are copied into this one
 * where the person may see them, because its readers need not be readers of the other. The rest stay
 * as they are; {@link countForeignImages} finds them before anything is published.
 */
export async function adoptImages(
  userId: string,
  readingId: string,
  node: Node,
  now = new Date(),
): Promise<Prisma.InputJsonObject> {
  const foreign = await db.readingImage.findMany({
    where: {
      id: { in: imagesOf(node) },
      readingId: { not: readingId },
      AND: readableBy(userId, now),
    },
    select: { id: true, hash: true },
  });
  const document: Prisma.InputJsonObject = node.toJSON();
  if (foreign.length === 0) return document;
  await db.$executeRaw`
    INSERT INTO reading_image (id, reading_id, hash, type, width, height, bytes)
    SELECT copy.id, ${readingId}::uuid, hash, type, width, height, bytes
    FROM unnest(${foreign.map(() => newId())}::uuid[], ${foreign.map(({ id }) => id)}::uuid[])
      AS copy (id, original)
    JOIN reading_image original ON original.id = copy.original
    ON CONFLICT (reading_id, hash) DO NOTHING`;
  const copies = await db.readingImage.findMany({
    where: { readingId, hash: { in: foreign.map(({ hash }) => hash) } },
    select: { id: true, hash: true },
  });
  const byHash = new Map(copies.map(({ id, hash }) => [hash, id]));
  const byId = new Map(foreign.map(({ id, hash }) => [id, byHash.get(hash) ?? id]));
  return withImages(document, byId) as Prisma.InputJsonObject;
}

/** How many images of a document belong to other readings. */
export async function countForeignImages(
  tx: Transaction,
  readingId: string,
  node: Node,
): Promise<number> {
  const ids = imagesOf(node);
  if (ids.length === 0) return 0;
  return tx.readingImage.count({ where: { id: { in: ids }, readingId: { not: readingId } } });
}

const ADDRESS = /^\/api\/v1\/images\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

function imagesOf(node: Node): string[] {
  const ids = new Set<string>();
  node.descendants(({ type, attrs }) => {
    const id = type.name === "image" ? ADDRESS.exec(String(attrs.src))?.[1] : undefined;
    if (id) ids.add(id);
  });
  return [...ids];
}

/** A document's JSON with other images in the places of those that are named. */
function withImages(value: unknown, byId: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((each) => withImages(each, byId));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => {
    const id = key === "src" && typeof each === "string" ? ADDRESS.exec(each)?.[1] : undefined;
    const own = id && byId.get(id);
    return [key, own ? `/api/v1/images/${own}` : withImages(each, byId)] as const;
  });
  return Object.fromEntries(entries);
}
