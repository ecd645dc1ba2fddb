import "server-only";

import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { type Jobs, openJobs } from "./boss";
import { cleaningQueues } from "./clean";
import { addImports, importQueues } from "./imports";
import { mailQueues } from "./mail";

const RETRY_MS = 30_000;

// Next loads this file once for each of its bundles: they must share one queue.
const KEY = Symbol.for("postil.jobs");
const shared = globalThis as { [KEY]?: Promise<Jobs | null> };
let retry: NodeJS.Timeout | undefined;

/**
 * Begins this process's work on what need not happen at once. Returns before it has begun, because
 * nobody who wants to read is to wait for it, and tries again when the database cannot be reached.
 */
export function startJobs(): void {
  const url = env.DATABASE_URL;
  if (!url) return;
  shared[KEY] = openJobs(url, allQueues).catch((error) => {
    log.warn({ reason: error instanceof Error ? error.message : error }, "cannot work on jobs yet");
    retry = setTimeout(startJobs, RETRY_MS).unref();
    return null;
  });
}

/** Ends the work, so that the database can stop. What is being done is finished within bounds. */
export async function stopJobs(): Promise<void> {
  clearTimeout(retry);
  const jobs = await shared[KEY];
  await jobs?.stop();
}

/** Has an import worked on at once; where that cannot be asked for, a round finds it. */
export async function hurryImport(importId: string): Promise<void> {
  const jobs = await shared[KEY];
  if (jobs) await addImports(jobs, [importId]);
}

function allQueues(jobs: Pick<Jobs, "add">) {
  return [...mailQueues(jobs), ...importQueues(jobs), ...cleaningQueues()];
}
