import "server-only";

import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

import { SetupError } from "@/lib/setup-error";
import { openCluster } from "./cluster";
import { openDataFolder } from "./data-folder";
import { NAME } from "./init";
import { type EmbeddedServer, launch } from "./launch";
import { endOrphan } from "./postmaster";

export type { EmbeddedServer } from "./launch";

interface Options {
  /** Speed instead of safety from a power cut, for databases that are thrown away. */
  disposable?: boolean;
  /** Is told, in a line, what takes long or may surprise. */
  say?: (line: string) => void;
}

/**
 * Starts PostgreSQL from npm on the cluster of `dataFolder`, which is made at the first start.
 *
 * The server ends when this process does, however it ends, so none is left behind by `kill -9`;
 * should one be left all the same, the next start stops it. The caller sees to it that no two
 * processes use one data folder.
 *
 * @throws SetupError when the folder or the machine does not allow it
 */
export async function startEmbedded(
  dataFolder: string,
  options: Options = {},
): Promise<EmbeddedServer> {
  const folder = openDataFolder(dataFolder);
  const cluster = openCluster(folder, options.say ?? (() => {}));
  await endOrphan(cluster.folder);
  const log = path.join(folder, "postgres.log");
  for (let attempt = 1; ; attempt++) {
    const port = await findFreePort();
    const server = launch(cluster, port, log, options.disposable ?? false);
    const failure = await comesUp(server.url, server.ended, log);
    if (!failure) return server;
    await server.stop();
    if (attempt === 60 || !PASSING.test(failure)) {
      throw new SetupError(`PostgreSQL did not start: ${failure}. All it said is in ${log}.`);
    }
    await pause(500);
  }
}

/** Somebody took the port just now, or the last workers of a killed server are still ending. */
const PASSING = /could not (bind|create any)|pre-existing shared memory/;

/** Waits until the database answers, and returns undefined, or why it never will. */
async function comesUp(url: string, ended: Promise<void>, log: string) {
  let hasEnded = false;
  ended.then(() => {
    hasEnded = true;
  });
  let last = "";
  // Recovery after a crash may take long; a server that is at it says so and deserves patience.
  for (let waited = 0; waited < 300_000 && !hasEnded; waited += 30) {
    try {
      await createDatabase(url);
      return undefined;
    } catch (error) {
      last = (error as Error).message;
      const { code } = error as { code?: string };
      if (code !== "ECONNREFUSED" && code !== "57P03" && code !== "ECONNRESET") return last;
      await pause(30);
    }
  }
  return lastWords(log) ?? last;
}

async function createDatabase(url: string): Promise<void> {
  const server = new URL(url);
  server.pathname = "/postgres";
  const client = new pg.Client({ connectionString: server.href, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const found = await client.query("SELECT FROM pg_database WHERE datname = $1", [NAME]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${NAME}`);
  } finally {
    await client.end().catch(() => {});
  }
}

function lastWords(log: string): string | undefined {
  const lines = readFileSync(log, "utf8").trim().split("\n");
  const line = lines.find((each) => each.includes("FATAL:")) ?? lines.at(-1);
  return line?.replace(/^.*?(FATAL|ERROR): +/, "") || undefined;
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
