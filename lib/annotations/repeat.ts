import "server-only";

import { Conflict } from "@/lib/errors";
import { Prisma } from "@/prisma/generated/client";

/**
 * Whether a failed insert was the second sending of a row that its author made before; `count`
 * counts the rows that would be that one.
 *
 * @throws Conflict when the id belongs to somebody or something else
 */
export async function isRepeat(error: unknown, count: () => Promise<number>): Promise<boolean> {
  const isTaken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
  if (!isTaken) return false;
  if ((await count()) === 0) throw new Conflict("idTaken", { field: "id" });
  return true;
}
