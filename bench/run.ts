import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";

import { SetupError } from "@/lib/setup-error";
import { command } from "../scripts/command";
import { stopSignal } from "../scripts/stop-signal";
import { type Row, tableOf } from "./support/row";

/** Suites against the built application, on a database of their own. */
const SUITES = {
  base: async () => (await import("./base")).base(),
  reading: async () => (await import("./reading")).reading(process.argv[3]),
  discussion: async () => (await import("./discussion")).discussion(),
};

/** Suites of `lib` on a database of their own. */
const DATABASE_SUITES = {
  revising: async () => (await import("./revising")).revising(),
  search: async () => (await import("./search")).searching(),
  teaching: async () => (await import("./teaching")).teaching(),
};

/** Suites of pure functions. */
const PURE_SUITES = {
  anchoring: async () => (await import("./anchoring")).anchoring(),
  teaching: async () => (await import("./teaching")).teaching(),
};

/**
 * `npm run bench -- <suite>`: measures, prints a table and writes it to `bench/out/<suite>.json`.
 * `npm run bench -- reading "1 MB, 10,000"` measures one part of that suite.
 */
await command(async () => {
  const name = process.argv[2] ?? "";
  if (name in PURE_SUITES) {
    await report(name, await PURE_SUITES[name as keyof typeof PURE_SUITES]());
  } else if (name in DATABASE_SUITES) {
    await withDatabase(async () => {
      await report(name, await DATABASE_SUITES[name as keyof typeof DATABASE_SUITES]());
    });
  } else if (name in SUITES) {
    await withApplication(async () => {
      await report(name, await SUITES[name as keyof typeof SUITES]());
    });
  } else {
    const names = Object.keys({ ...SUITES, ...DATABASE_SUITES, ...PURE_SUITES }).join(", ");
    throw new SetupError(`There is no suite “${name}”. Name one of: ${names}.`);
  }
});

async function report(name: string, rows: readonly Row[]): Promise<void> {
  await mkdir("bench/out", { recursive: true });
  await writeFile(`bench/out/${name}.json`, `${JSON.stringify(rows, null, 2)}\n`);
  console.log(`\n${tableOf(rows)}\n\nWritten to bench/out/${name}.json`);
}

async function withApplication(measure: () => Promise<void>): Promise<void> {
  const { ensureBuild } = await import("../scripts/build/ensure-build");
  await ensureBuild({ say: console.log, signal: stopSignal() });
  await withDatabase(measure);
}

async function withDatabase(measure: () => Promise<void>): Promise<void> {
  const { ensureClient } = await import("../scripts/build/ensure-client");
  await ensureClient({ say: console.log, signal: stopSignal() });
  const { copyTemplate, openTestDatabases } = await import("../tests/support/databases");
  const { template, close } = await openTestDatabases();
  try {
    // Before anything that connects is imported.
    process.env.DATABASE_URL = await copyTemplate(template, "bench");
    process.env.AUTH_SECRET = randomBytes(32).toString("base64url");
    process.env.LOG_LEVEL = "warn";
    await measure();
    const { closeDb } = await import("@/lib/db");
    await closeDb();
  } finally {
    await close();
  }
}
