import type { Prisma } from "@/prisma/generated/client";
import { factsSelect, type ReadingAbilities, readingAbilities } from "./policy";

/** A reading in a library. */
export interface ReadingCard {
  id: string;
  title: string;
  author: string;
  source: string;
  language: string;
  licence: string;
  createdAt: string;
  archivedAt: string | null;
  /** Why its text is shown to nobody any more; null while it is. */
  takedown: string | null;
  /** Whose it is, where it is not the person's own. */
  sharedBy: string | null;
  tags: string[];
  can: ReadingAbilities;
}

/** A reading with its newest text. */
export interface ReadingView extends ReadingCard {
  html: string;
}

/** What {@link presentReading} needs to have loaded. */
export function readingSelect(userId: string) {
  return {
    ...factsSelect(userId),
    ...{ id: true, title: true, author: true, source: true, language: true, licence: true },
    ...{ createdAt: true, archivedAt: true, takedownReason: true },
    owner: { select: { name: true } },
    tags: { select: { name: true }, orderBy: { name: "asc" } },
  } satisfies Prisma.ReadingSelect;
}

type ReadingRow = Prisma.ReadingGetPayload<{ select: ReturnType<typeof readingSelect> }>;

export function presentReading(userId: string, row: ReadingRow): ReadingCard {
  return {
    id: row.id,
    title: row.title,
    author: row.author,
    source: row.source,
    language: row.language,
    licence: row.licence,
    createdAt: row.createdAt.toISOString(),
    archivedAt: row.archivedAt?.toISOString() ?? null,
    takedown: row.takenDownAt ? row.takedownReason : null,
    sharedBy: row.ownerId === userId ? null : row.owner.name,
    tags: row.tags.map(({ name }) => name),
    can: readingAbilities(userId, row),
  };
}
