import "server-only";

import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";

import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { type Prisma, PrismaClient } from "@/prisma/generated/client";

/** The client inside `db.$transaction(async (tx) => …)`. */
export type Transaction = Prisma.TransactionClient;

/** A class that begins all at once waits its turn for a connection: waiting beats failing. */
const PATIENCE_MS = 15_000;

// Next loads this file once for each of its bundles, and again after an edit in development. They
// must all share one pool, or DATABASE_POOL would bound nothing.
const KEY = Symbol.for("postil.db");
const shared = globalThis as { [KEY]?: ReturnType<typeof connect> };
shared[KEY] ??= connect();

/**
 * Every connection of this process to PostgreSQL, `DATABASE_POOL` at most, but for the one that
 * listens for events. Connects at the first query, so that building needs no database.
 *
 * Losing the server is survived: queries fail until it is back, and the process goes on.
 */
export const pool: pg.Pool = shared[KEY].pool;

/** The one Prisma client, over {@link pool}. */
export const db: PrismaClient = shared[KEY].db;

/** Ends all connections. For commands that run once: an application keeps them until it ends. */
export async function closeDb(): Promise<void> {
  delete shared[KEY];
  await db.$disconnect();
  await pool.end();
}

function connect() {
  const pool = new pg.Pool({
    // Without an address `pg` would quietly try a server on this machine.
    connectionString: env.DATABASE_URL ?? "postgresql://database-url-is-not-set.invalid/",
    max: env.DATABASE_POOL,
    connectionTimeoutMillis: PATIENCE_MS,
    idleTimeoutMillis: 60_000,
    statement_timeout: 20_000,
    idle_in_transaction_session_timeout: 20_000,
    keepAlive: true,
    application_name: "postil",
  });
  // Node ends the process on an `error` that nobody listens to, and a lost connection is one:
  // while idle the pool's, while lent out its own.
  const note = (error: Error) => log.warn({ reason: error.message }, "database connection lost");
  pool.on("error", note);
  pool.on("connect", (client) => client.on("error", note));
  const transactionOptions = { maxWait: PATIENCE_MS, timeout: PATIENCE_MS };
  return { pool, db: new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions }) };
}
