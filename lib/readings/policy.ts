import type { Prisma } from "@/prisma/generated/client";

export type ReadingAbilities = ReturnType<typeof readingAbilities>;

/**
 * What a person may do with a reading in the library. A library is its owner's own; that a
 * class reads a text is a matter of the assignment, not of this.
 */
export function readingAbilities(userId: string, reading: { ownerId: string }) {
  const isOwner = reading.ownerId === userId;
  return { read: isOwner, assign: isOwner, edit: isOwner, publish: isOwner };
}

/** The `read` ability as a filter. Must agree with it; tests/db proves that it does. */
export function readableBy(userId: string): Prisma.ReadingWhereInput {
  return { ownerId: userId };
}
