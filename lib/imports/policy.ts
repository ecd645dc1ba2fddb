import type { Prisma } from "@/prisma/generated/client";

/** An import is seen by nobody but whoever began it. */
export function readableBy(userId: string): Prisma.ImportWhereInput {
  return { ownerId: userId };
}
