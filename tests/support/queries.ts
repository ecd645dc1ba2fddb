import pg from "pg";
import { vi } from "vitest";

/** How many statements `work` sends to PostgreSQL, those of Prisma included. */
export async function countQueries(work: () => Promise<unknown>): Promise<number> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  try {
    await work();
    return query.mock.calls.length;
  } finally {
    query.mockRestore();
  }
}
