import "server-only";

import path from "node:path";
import { Piscina } from "piscina";

import type { ComparedBlock, MappedAnchor } from "@/lib/anchoring";
import { type ErrorKey, Invalid } from "@/lib/errors";
import type { ReadText } from "./document";
import type { CompareInput, MapInput } from "./map-worker";
import type { ReadOutcome } from "./read-worker";
import type { PreviewReadingInput } from "./schema";

/** A book of 5 MB takes 7 to 21 seconds; what takes longer was made to. */
const DEADLINE_MS = 60_000;

/** A thread's own memory: many times what a book of 5 MB needs. */
const MEMORY_MB = 1_024;

// Next loads this file once for each of its bundles: they must share one pool.
const KEY = Symbol.for("postil.readers");
const shared = globalThis as { [KEY]?: Piscina };

/**
 * Reads a pasted text in a thread of its own, with a deadline: a few kilobytes of brackets can
 * keep a Markdown parser busy for minutes, and meanwhile nobody else would be answered.
 *
 * @throws Invalid when there are no words in it, it is nested too deeply, or it takes too long
 */
export async function readApart(
  input: PreviewReadingInput,
  deadline = DEADLINE_MS,
): Promise<ReadText> {
  const outcome = await runApart<ReadOutcome>("readInThread", input, deadline);
  if ("refusal" in outcome) throw new Invalid(outcome.refusal, { field: "text" });
  return outcome;
}

/**
 * Where notes lie in another text than the one they were made on, found in a thread: over a book
 * with thousands of notes it takes a second.
 *
 * @throws Invalid when it takes too long
 */
export async function mapApart(input: MapInput, deadline = DEADLINE_MS): Promise<MappedAnchor[]> {
  const outcome = await runApart<MappedAnchor[] | Refused>("mapInThread", input, deadline);
  if ("refusal" in outcome) throw new Invalid(outcome.refusal);
  return outcome;
}

/**
 * Two texts side by side, compared in a thread for the same reason.
 *
 * @throws Invalid when it takes too long
 */
export async function compareApart(
  input: CompareInput,
  deadline = DEADLINE_MS,
): Promise<ComparedBlock[]> {
  const outcome = await runApart<ComparedBlock[] | Refused>("compareInThread", input, deadline);
  if ("refusal" in outcome) throw new Invalid(outcome.refusal);
  return outcome;
}

interface Refused {
  refusal: ErrorKey;
}

const mapWorker = () => path.resolve("lib/readings/map-worker.ts");

/**
 * What runs in a thread, and in which file it is. Each path is written out where it is resolved:
 * of one that is put together the bundler would take along whatever it may come to be.
 */
const WORKERS = {
  readInThread: () => path.resolve("lib/readings/read-worker.ts"),
  mapInThread: mapWorker,
  compareInThread: mapWorker,
};

async function runApart<Outcome>(
  name: keyof typeof WORKERS,
  input: unknown,
  deadline: number,
): Promise<Outcome | Refused> {
  shared[KEY] ??= openPool();
  try {
    // Named here and not for the pool, which would look for a default export.
    const filename = WORKERS[name]();
    return await shared[KEY].run(input, { filename, name, signal: AbortSignal.timeout(deadline) });
  } catch (error) {
    const { name, code } = error as { name?: string; code?: string };
    if (name === "AbortError" || code === "ERR_WORKER_OUT_OF_MEMORY") {
      return { refusal: "readingTooSlow" };
    }
    throw error;
  }
}

function openPool(): Piscina {
  return new Piscina({
    execArgv: ["--import", "tsx", "--conditions=react-server"],
    minThreads: 0,
    maxThreads: 2,
    idleTimeout: 300_000,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
}
