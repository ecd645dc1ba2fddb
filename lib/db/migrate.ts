import "server-only";

import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { MigrationList } from "@prisma/schema-engine-wasm";

import { SetupError } from "@/lib/setup-error";
import { type SchemaEngine, withEngine } from "./engine";
import { migrationNames, migrationsFolder } from "./migration-names";
import { takeTurn } from "./turn";

const everything = { externalTables: [], externalEnums: [] };

/**
 * Brings the database at `url` up to the newest migration, and returns the names of those that
 * were missing. Any number of instances may ask at once: one applies, the others find nothing to do.
 *
 * A migration is one transaction, so one that failed, or was cut off by a crash, left nothing
 * behind. It counts as rolled back and is simply tried again; no hand has to mend the table.
 *
 * @throws SetupError when a migration fails
 */
export async function applyMigrations(url: string): Promise<string[]> {
  const [schema, migrationsList] = await Promise.all([readSchema(), listMigrations()]);
  return takeTurn(url, "migrations", () =>
    withEngine(url, schema, async (engine) => {
      await forgetFailures(engine, migrationsList);
      try {
        const applied = await engine.applyMigrations({ migrationsList, filters: everything });
        return applied.appliedMigrationNames;
      } catch (error) {
        await forgetFailures(engine, migrationsList);
        throw new SetupError(
          `The database could not be brought up to date, and was left as it was: ${reasonOf(error)}`,
          { cause: error },
        );
      }
    }),
  );
}

/** What it takes to get from all migrations to `prisma/schema.prisma`; null when they agree. */
export async function diffMigrations(url: string): Promise<string | null> {
  const [schema, migrationsList] = await Promise.all([readSchema(), listMigrations()]);
  return withEngine(url, schema, async (engine) => {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "migrations", ...migrationsList },
      to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schema }] },
      script: true,
      exitCode: true,
      filters: everything,
    });
    return exitCode === 0 ? null : stdout;
  });
}

/**
 * Writes {@link diffMigrations} as a new migration and returns the path of its script, or null
 * when there is nothing to change. Applies nothing: the migrations are replayed in a database of
 * their own on the server at `url`, made and dropped.
 */
export async function writeMigration(url: string, name: string, now: Date): Promise<string | null> {
  const script = await diffMigrations(url);
  if (!script) return null;
  const stamp = now.toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join(migrationsFolder(), `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(migrationsFolder(), LOCK_FILE.path), LOCK_FILE.content);
  await writeFile(path.join(folder, "migration.sql"), script);
  return path.join(folder, "migration.sql");
}

const LOCK_FILE = {
  path: "migration_lock.toml",
  content: `# Tells Prisma Migrate which database these migrations are for.\nprovider = "postgresql"\n`,
};

function readSchema() {
  return readFile("prisma/schema.prisma", "utf8");
}

async function listMigrations(): Promise<MigrationList> {
  const directories = (await migrationNames()).map(async (name) => {
    const value = await readFile(path.join(migrationsFolder(), name, "migration.sql"), "utf8");
    return { path: name, migrationFile: { path: "migration.sql", content: { tag: "ok", value } } };
  });
  return {
    baseDir: migrationsFolder(),
    lockfile: LOCK_FILE,
    shadowDbInitScript: "",
    migrationDirectories: (await Promise.all(directories)) as MigrationList["migrationDirectories"],
  };
}

async function forgetFailures(engine: SchemaEngine, migrationsList: MigrationList) {
  const { failedMigrationNames } = await engine.diagnoseMigrationHistory({
    migrationsList,
    optInToShadowDatabase: false,
    filters: everything,
  });
  for (const migrationName of failedMigrationNames) {
    await engine.markMigrationRolledBack({ migrationName });
  }
}

/** The sentence inside the engine's report, which is otherwise about the engine's own source. */
function reasonOf(error: unknown): string {
  const report = error instanceof Error ? error.message : String(error);
  const sentence = /ERROR: (.*)/.exec(report)?.[1] ?? report.split("\n", 1)[0];
  const migration = /migration_name="(.*?)"/.exec(report)?.[1];
  return migration ? `${sentence} (in ${migration})` : `${sentence}`;
}
