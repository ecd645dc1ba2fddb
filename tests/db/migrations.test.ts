import { randomBytes } from "node:crypto";
import pg from "pg";
import { expect, inject, onTestFinished, test } from "vitest";

import { db } from "@/lib/db";
import { applyMigrations, diffMigrations } from "@/lib/db/migrate";
import { migrationNames } from "@/lib/db/migration-names";
import { withDatabase } from "@/lib/db/url";
import { checkHealth } from "@/lib/server/health";

/** An empty database of this test alone, on the server of the others. */
async function createDatabase(): Promise<string> {
  const { serverUrl, name: template } = inject("template");
  const name = `${template}_empty_${randomBytes(4).toString("hex")}`;
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  onTestFinished(async () => {
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await client.end();
  });
  return withDatabase(serverUrl, name);
}

test("all migrations together make what the schema says", async () => {
  expect(await diffMigrations(inject("template").serverUrl)).toBeNull();
});

test("the database of every test has all migrations, once and whole", async () => {
  const rows = await db.$queryRaw<{ migration_name: string; is_finished: boolean }[]>`
    SELECT migration_name, finished_at IS NOT NULL AS is_finished
    FROM _prisma_migrations ORDER BY migration_name`;
  const names = await migrationNames();
  expect(names.length).toBeGreaterThan(0);
  expect(rows).toEqual(names.map((name) => ({ migration_name: name, is_finished: true })));
});

test("an empty database gets them all, and none a second time", async () => {
  const url = await createDatabase();
  expect(await applyMigrations(url)).toEqual(await migrationNames());
  expect(await applyMigrations(url)).toEqual([]);
});

test("of two instances that start at once on an empty database one applies them", async () => {
  const url = await createDatabase();
  const applied = await Promise.all([applyMigrations(url), applyMigrations(url)]);
  const names = await migrationNames();
  expect(applied.map(({ length }) => length).sort()).toEqual([0, names.length]);
});

test("an instance whose database has all migrations is healthy", async () => {
  expect(await checkHealth()).toEqual({
    ...{ status: "ok", database: "ok", migrations: "ok" },
    mail: "folder",
  });
});
