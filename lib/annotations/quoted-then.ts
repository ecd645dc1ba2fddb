import "server-only";

import { db } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import { readFormer } from "./former";
import type { AnnotationRow } from "./present";

/**
 * Annotations as they stood in the revision of this number: with the words that they quoted there,
 * although somebody put them on others in a later one.
 */
export async function asQuotedThen(
  number: number,
  annotations: AnnotationRow[],
): Promise<AnnotationRow[]> {
  const later = await db.anchor.findMany({
    where: {
      annotationId: { in: annotations.map(({ id }) => id) },
      former: { not: Prisma.DbNull },
      revision: { number: { gt: number } },
    },
    select: { annotationId: true, former: true },
    // Of several, the first one after it counts, which is the last to be put into the map.
    orderBy: { revision: { number: "desc" } },
  });
  const quotes = new Map(
    later.map(({ annotationId, former }) => [annotationId, readFormer(former)?.quote]),
  );
  return annotations.map((row) => ({ ...row, quote: quotes.get(row.id) ?? row.quote }));
}
