import "server-only";

import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";

import { type ErrorKey, Invalid } from "@/lib/errors";
import type { Converted, Step } from "./convert";
import type { ImageFile } from "./images";
import type { Source } from "./source";

const DEADLINE_MS = 60_000;

/** Of JavaScript's own memory, and of the whole process where the system tells. */
const HEAP_MB = 768;
const PROCESS_MB = 1_536;
const WATCH_MS = 200;

/** What the other process says. */
export type Said =
  | { kind: "progress"; step: Step; share: number }
  | { kind: "image"; image: ImageFile }
  | { kind: "done"; converted: Converted; peakBytes: number }
  | { kind: "refused"; key: ErrorKey }
  | { kind: "failed"; message: string };

/** What is to happen with what comes out of the other process. */
export interface Listener {
  progress(step: Step, share: number): void;
  keepImage(image: ImageFile): Promise<void>;
  /** Ends it. */
  signal?: AbortSignal;
  deadline?: number;
}

/**
 * Reads a file in a process of its own: with a deadline, with memory of its own, and without the
 * secrets and the database of the server. Whatever a file does to its parser, it does it there.
 *
 * @returns what the file came to, and how much memory that took
 * @throws Invalid when it cannot be read, takes too long or too much memory
 */
export async function convertApart(
  source: Source,
  { progress, keepImage, signal, deadline = DEADLINE_MS }: Listener,
): Promise<{ converted: Converted; peakBytes: number }> {
  const child = open();
  const timer = setTimeout(() => end(new Invalid("importTooSlow", { field: "file" })), deadline);
  const watch = setInterval(() => {
    void memoryOf(child).then((bytes) => {
      if (bytes > PROCESS_MB * 1024 * 1024) end(tooHeavy());
    });
  }, WATCH_MS);
  let reason: Error | null = null;
  function end(why: Error) {
    reason ??= why;
    child.kill("SIGKILL");
  }
  const stop = () => end(new DOMException("cancelled", "AbortError"));
  signal?.addEventListener("abort", stop);
  if (signal?.aborted) stop();
  try {
    return await new Promise((resolve, reject) => {
      child.on("message", (said: Said) => {
        if (said.kind === "progress") progress(said.step, said.share);
        else if (said.kind === "image") {
          keepImage(said.image).then(
            () => child.connected && child.send({ kind: "kept" }),
            (error) => end(error),
          );
        } else if (said.kind === "done") resolve(said);
        else if (said.kind === "refused") reject(new Invalid(said.key, { field: "file" }));
        else reject(new Error(said.message));
      });
      // Of one that was ended while something was on its way to it, the reason is what matters.
      child.on("error", (error) => reject(reason ?? error));
      // What outgrew its memory aborts itself.
      child.on("exit", () => reject(reason ?? tooHeavy()));
      child.send({ kind: "source", source });
    });
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
    signal?.removeEventListener("abort", stop);
    child.kill("SIGKILL");
  }
}

function open(): ChildProcess {
  const { PATH, NODE_ENV, TMPDIR, TZ } = process.env;
  const options = ["--import", "tsx", "--conditions=react-server"];
  const file = path.resolve("lib/imports/worker.ts");
  // As `fork` would, of which the bundler would follow the path.
  return spawn(process.execPath, [...options, `--max-old-space-size=${HEAP_MB}`, file], {
    // No secret, no address of a database: nothing that a file could get hold of.
    env: { PATH, NODE_ENV, TMPDIR, TZ } as NodeJS.ProcessEnv,
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

function tooHeavy(): Invalid {
  return new Invalid("importTooHeavy", { field: "file" });
}

/** The memory that the system says the process has; 0 where it does not say. */
async function memoryOf({ pid }: ChildProcess): Promise<number> {
  try {
    const pages = (await readFile(`/proc/${pid}/statm`, "utf8")).split(" ")[1];
    return Number(pages) * 4_096;
  } catch {
    return 0;
  }
}
