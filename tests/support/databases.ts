import { randomBytes } from "node:crypto";
import pg from "pg";

import { applyMigrations } from "@/lib/db/migrate";
import { withDatabase } from "@/lib/db/url";
import { openServer } from "./server";

/** A migrated database to be copied. Nothing may connect to it: PostgreSQL would refuse to copy it. */
export interface Template {
  serverUrl: string;
  name: string;
}

/** The databases of one run of tests, on a real server. */
interface TestDatabases {
  template: Template;
  /** Drops the template and all its copies, whoever is still connected. */
  close(): Promise<void>;
}

const PREFIX = "postil_test_";

/** Makes the template of this run, and drops what runs that were killed have left behind. */
export async function openTestDatabases(): Promise<TestDatabases> {
  const server = await openServer();
  const client = new pg.Client({ connectionString: server.url });
  const run = PREFIX + randomBytes(6).toString("hex");
  const close = async () => {
    await dropDatabases(client, run).finally(() => client.end());
    await server.close();
  };
  await client.connect();
  try {
    await dropLeftovers(client);
    // Held as long as this run lives: that is how the next one knows a leftover.
    await client.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [run]);
    await client.query(`CREATE DATABASE ${run}`);
    await applyMigrations(withDatabase(server.url, run));
    return { template: { serverUrl: server.url, name: run }, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The address of a copy of the template, which is made at the first call with its name. */
export async function copyTemplate(template: Template, name: string): Promise<string> {
  const copy = `${template.name}_${name}`;
  const client = new pg.Client({ connectionString: template.serverUrl });
  await client.connect();
  try {
    const found = await databasesOf(client, copy);
    if (!found.includes(copy)) {
      await client.query(`CREATE DATABASE ${copy} TEMPLATE ${template.name}`);
    }
    return withDatabase(template.serverUrl, copy);
  } finally {
    await client.end();
  }
}

async function dropLeftovers(client: pg.Client): Promise<void> {
  const names = await databasesOf(client, PREFIX);
  const runs = new Set(names.map((name) => name.split("_").slice(0, 3).join("_")));
  for (const run of runs) {
    const { rows } = await client.query<{ is_over: boolean }>(
      "SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS is_over",
      [run],
    );
    if (rows[0]?.is_over) await dropDatabases(client, run);
  }
}

async function dropDatabases(client: pg.Client, prefix: string): Promise<void> {
  for (const name of await databasesOf(client, prefix)) {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }
}

async function databasesOf(client: pg.Client, prefix: string): Promise<string[]> {
  const { rows } = await client.query<{ datname: string }>(
    "SELECT datname FROM pg_database WHERE starts_with(datname, $1)",
    [prefix],
  );
  return rows.map(({ datname }) => datname);
}
