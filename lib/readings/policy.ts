import type { Prisma } from "@/prisma/generated/client";

export type ReadingAbilities = ReturnType<typeof readingAbilities>;

/** The facts about a reading that permissions depend on. */
export interface ReadingFacts {
  ownerId: string;
  /** Everybody who has an account here may use it. */
  isForAll: boolean;
  /** Whether it is shared with the person: the rows of it that are theirs. */
  shares: readonly unknown[];
  takenDownAt: Date | null;
}

/** What {@link readingAbilities} needs to have loaded for a person. */
export function factsSelect(userId: string) {
  return {
    ownerId: true,
    isForAll: true,
    takenDownAt: true,
    shares: { where: { userId }, select: { userId: true } },
  } satisfies Prisma.ReadingSelect;
}

/**
 * What a person may do with a reading in the library. It is its owner's; those with whom it is shared
 * may read and assign it. That a class reads a text is a matter of the assignment, not of this.
 */
export function readingAbilities(userId: string, reading: ReadingFacts) {
  const isOwner = reading.ownerId === userId;
  const read = isOwner || reading.isForAll || reading.shares.length > 0;
  const isShown = reading.takenDownAt === null;
  return {
    read,
    assign: read && isShown,
    edit: isOwner && isShown,
    publish: isOwner && isShown,
    /** Says what it is, shares it, puts it away. */
    manage: isOwner,
  };
}

/** The `read` ability as a filter. Must agree with it; tests/db proves that it does. */
export function readableBy(userId: string): Prisma.ReadingWhereInput {
  return { OR: [{ ownerId: userId }, { isForAll: true }, { shares: { some: { userId } } }] };
}
