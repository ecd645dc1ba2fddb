import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";

import { ensureClient } from "./ensure-client";
import { runProgram } from "./run-program";
import { hashSources } from "./source-hash";
import { inTurn } from "./turn";

/** Written last, so a build that was cut off has none. Next removes it when it begins another. */
const STAMP = ".next/made-from";

interface Options {
  /** Is told, in a line, what takes long. */
  say: (line: string) => void;
  /** Gives up, and leaves no half of a build that could pass for a whole one. */
  signal: AbortSignal;
  /** Builds even if nothing has changed. */
  force?: boolean;
}

/**
 * Builds the application for production unless `.next` holds a build of these very sources, and
 * returns whether it did. Any number of processes may ask at once: one builds, the others wait.
 *
 * @throws SetupError with the compiler's words when the sources do not build
 */
export async function ensureBuild({ force = false, ...options }: Options): Promise<boolean> {
  await ensureClient(options);
  if (!force && isFresh(hashSources())) return false;
  return inTurn(options, async (lock) => {
    const hash = hashSources();
    if (!force && isFresh(hash)) return false;
    options.say("Building the application, which takes a minute or two …");
    const begun = performance.now();
    rmSync(STAMP, { force: true });
    const program = {
      purpose: "Building the application",
      file: "next/dist/bin/next",
      given: ["build"],
      environment: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    };
    await runProgram(program, { lock, signal: options.signal });
    writeFileSync(STAMP, hash);
    options.say(`Built in ${Math.round((performance.now() - begun) / 1000)} s.`);
    return true;
  });
}

function isFresh(hash: string): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === hash;
}
