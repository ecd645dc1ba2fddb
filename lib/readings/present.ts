import type { Prisma } from "@/prisma/generated/client";
import { type ReadingAbilities, readingAbilities } from "./policy";

/** A reading in its owner's library. */
export interface ReadingCard {
  id: string;
  title: string;
  author: string;
  source: string;
  language: string;
  createdAt: string;
  can: ReadingAbilities;
}

/** A reading with its newest text. */
export interface ReadingView extends ReadingCard {
  html: string;
}

/** What {@link presentReading} needs to have loaded. */
export const readingSelect = {
  id: true,
  ownerId: true,
  title: true,
  author: true,
  source: true,
  language: true,
  createdAt: true,
} satisfies Prisma.ReadingSelect;

type ReadingRow = Prisma.ReadingGetPayload<{ select: typeof readingSelect }>;

export function presentReading(userId: string, row: ReadingRow): ReadingCard {
  return {
    id: row.id,
    title: row.title,
    author: row.author,
    source: row.source,
    language: row.language,
    createdAt: row.createdAt.toISOString(),
    can: readingAbilities(userId, row),
  };
}
