import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { runProgram } from "./run-program";
import { hashFiles } from "./source-hash";
import { inTurn } from "./turn";

const FOLDER = "prisma/generated";
const STAMP = `${FOLDER}/.made-from`;

/** Generates the Prisma client unless the one that is there was made from this very schema. */
export async function ensureClient(options: {
  say: (line: string) => void;
  signal: AbortSignal;
}): Promise<void> {
  if (isFresh()) return;
  await inTurn(options, async (lock) => {
    if (isFresh()) return;
    const program = {
      purpose: "Generating the database client",
      file: "prisma/build/index.js",
      given: ["generate"],
      environment: {
        // Generating needs no such engine, but the command would download one. Any file will do.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
        CHECKPOINT_DISABLE: "1",
      },
    };
    await runProgram(program, { lock, signal: options.signal });
    writeFileSync(STAMP, origin());
  });
}

function isFresh(): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === origin();
}

function origin(): string {
  return hashFiles(["prisma/schema.prisma", "node_modules/@prisma/client/package.json"]);
}
