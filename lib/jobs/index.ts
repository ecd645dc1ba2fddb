import "server-only";

import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { type Jobs, openJobs } from "./boss";
import { cleaningQueues } from "./clean";
import { mailQueues } from "./mail";

const RETRY_MS = 30_000;

let opening: Promise<Jobs | null> = Promise.resolve(null);
let retry: NodeJS.Timeout | undefined;

/**
 * Begins this process's work on what need not happen at once. Returns before it has begun, because
 * nobody who wants to read is to wait for it, and tries again when the database cannot be reached.
 */
export function startJobs(): void {
  const url = env.DATABASE_URL;
  if (!url) return;
  opening = openJobs(url, (jobs) => [...mailQueues(jobs), ...cleaningQueues()]).catch((error) => {
    log.warn({ reason: error instanceof Error ? error.message : error }, "cannot work on jobs yet");
    retry = setTimeout(startJobs, RETRY_MS).unref();
    return null;
  });
}

/** Ends the work, so that the database can stop. What is being done is finished within bounds. */
export async function stopJobs(): Promise<void> {
  clearTimeout(retry);
  const jobs = await opening;
  await jobs?.stop();
}
