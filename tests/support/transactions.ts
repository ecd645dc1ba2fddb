import { vi } from "vitest";

import { db, type Transaction } from "@/lib/db";

/** A transaction that has done its work and is neither committed nor rolled back. */
interface OpenTransaction {
  commit(): Promise<void>;
  rollBack(): Promise<void>;
}

const ROLLED_BACK = new Error("rolled back");
const PATIENCE_MS = 20_000;

/** Does `work` in a transaction, and returns when it is done and nobody else can see it yet. */
export function holdTransaction(
  work: (tx: Transaction) => Promise<unknown>,
): Promise<OpenTransaction> {
  return new Promise((resolve, reject) => {
    const transaction = db.$transaction(
      async (tx) => {
        await work(tx);
        await new Promise<void>((commit, fail) => {
          resolve({
            commit() {
              commit();
              return transaction;
            },
            rollBack() {
              fail(ROLLED_BACK);
              return transaction.catch(ignoreRollBack);
            },
          });
        });
      },
      { timeout: PATIENCE_MS, maxWait: PATIENCE_MS },
    );
    transaction.catch(reject);
  });
}

/** Waits until `count` statements in this database wait for a lock that another transaction holds. */
export async function untilBlocked(count: number): Promise<void> {
  await vi.waitFor(
    async () => {
      const [row] = await db.$queryRaw<{ waiting: number }[]>`
        SELECT count(*)::int AS waiting FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      if (row?.waiting !== count) throw new Error(`${row?.waiting} of ${count} wait`);
    },
    { timeout: PATIENCE_MS, interval: 20 },
  );
}

function ignoreRollBack(error: unknown): void {
  if (error !== ROLLED_BACK) throw error;
}
