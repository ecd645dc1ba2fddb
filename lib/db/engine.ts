import "server-only";

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";

import { MigrationAdapter } from "./migration-adapter";

/** Prisma Migrate's engine: https://github.com/prisma/prisma-engines, `schema-engine-wasm`. */
export type SchemaEngine = engine.SchemaEngine;

/**
 * Runs `work` with Prisma Migrate's own engine on the database at `url`, then lets go of it.
 *
 * The WebAssembly build, because the native one is a download that many networks refuse. It keeps
 * the same `_prisma_migrations` table and takes the same advisory lock as the Prisma CLI.
 */
export async function withEngine<Result>(
  url: string,
  schema: string,
  work: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  loaded ??= load();
  await loaded;
  const adapter = new MigrationAdapter(url);
  try {
    const schemaEngine = await engine.SchemaEngine.new(
      { datamodels: [["schema.prisma", schema]] },
      () => {},
      bindMigrationAwareSqlAdapterFactory(adapter),
    );
    return await work(schemaEngine);
  } finally {
    await adapter.end();
  }
}

let loaded: Promise<void> | undefined;

/** What the package's own entry leaves to bundlers: Node 20 cannot import WebAssembly. */
async function load() {
  const entry = createRequire(import.meta.url).resolve(
    "@prisma/schema-engine-wasm/schema_engine_bg",
  );
  const module = await WebAssembly.compile(await readFile(entry.replace(/js$/, "wasm")));
  const { exports } = await WebAssembly.instantiate(module, {
    "./schema_engine_bg.js": { ...engine },
  });
  // The engine hands the words of a panic to whoever registered for them.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message(message: string) {
        throw new Error(`Prisma's schema engine failed: ${message}`);
      },
    },
  });
  engine.__wbg_set_wasm(exports);
  (exports.__wbindgen_start as () => void)();
}
