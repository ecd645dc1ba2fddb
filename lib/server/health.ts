import "server-only";

import { setTimeout as pause } from "node:timers/promises";

import { pool } from "@/lib/db";
import { migrationNames } from "@/lib/db/migration-names";
import { mailGoesTo } from "@/lib/mail/transport";

/** Whether this instance can serve, and if not, which part is in the way. */
export interface Health {
  status: "ok" | "failing";
  database: "ok" | "unreachable";
  /** Unknown where they cannot be read. That the database has newer ones than we do is no harm. */
  migrations: "ok" | "missing" | "failed" | "unknown";
  /** Where mail goes: without a server it is kept in the data folder, and reaches nobody. */
  mail: "server" | "folder";
}

const LIMIT_MS = 2_000;

/**
 * Asks the database, over the same pool as every request, and gives up after two seconds: a load
 * balancer is to learn soon that it should turn to another instance. Never throws.
 */
export async function checkHealth(): Promise<Health> {
  const mail = mailGoesTo();
  const rows = await Promise.race([readMigrations(), pause(LIMIT_MS, "unreachable" as const)]);
  if (rows === "unreachable") {
    return { status: "failing", database: rows, migrations: "unknown", mail };
  }
  const migrations = judge(rows, await migrationNames().catch(() => null));
  return { status: migrations === "ok" ? "ok" : "failing", database: "ok", migrations, mail };
}

/** One try at a migration, as Prisma Migrate keeps it. One that was rolled back is no more. */
interface MigrationRow {
  name: string;
  isFinished: boolean;
}

async function readMigrations(): Promise<MigrationRow[] | "unreachable"> {
  try {
    const { rows } = await pool.query<MigrationRow>(
      `SELECT migration_name AS name, finished_at IS NOT NULL AS "isFinished"
       FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
    );
    return rows;
  } catch (error) {
    return (error as { code?: string }).code === UNDEFINED_TABLE ? [] : "unreachable";
  }
}

const UNDEFINED_TABLE = "42P01";

function judge(rows: MigrationRow[], names: string[] | null): Health["migrations"] {
  if (!names) return "unknown";
  if (rows.some(({ isFinished }) => !isFinished)) return "failed";
  const applied = new Set(rows.map(({ name }) => name));
  return names.every((name) => applied.has(name)) ? "ok" : "missing";
}
