import "server-only";

import { Conflict, Refusal } from "@/lib/errors";
import { Prisma } from "@/prisma/generated/client";

/**
 * Whether what failed was the second sending of a row that its author made before; `count` counts
 * the rows that would be that one. A refusal may be of the second sending alone: since the first,
 * the text was revised or the course archived.
 *
 * @throws Conflict when the id belongs to somebody or something else
 */
export async function isRepeat(error: unknown, count: () => Promise<number>): Promise<boolean> {
  const isTaken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
  if (!isTaken && !(error instanceof Refusal)) return false;
  const isMade = (await count()) > 0;
  if (isTaken && !isMade) throw new Conflict("idTaken", { field: "id" });
  return isMade;
}
