import { spawn } from "node:child_process";
import { createRequire } from "node:module";

import { SetupError } from "@/lib/setup-error";
import type { Lock } from "../lock";

interface Program {
  /** What it is for, as the subject of the sentence that says that it failed. */
  purpose: string;
  /** A JavaScript file in a package. */
  file: string;
  given: string[];
  environment: Record<string, string>;
}

/**
 * Runs a program of a package to its end, quietly unless it fails. It holds the lock meanwhile,
 * so that one whose parent is killed still keeps others from doing the same beside it.
 *
 * @throws SetupError with all that it printed when it fails
 */
export async function runProgram(
  { purpose, file, given, environment }: Program,
  { lock, signal }: { lock: Lock; signal: AbortSignal },
): Promise<void> {
  const child = spawn(process.execPath, [createRequire(import.meta.url).resolve(file), ...given], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (child.pid) lock.rewrite({ pid: child.pid });
  const stop = () => child.kill();
  signal.addEventListener("abort", stop);

  let printed = "";
  for (const output of [child.stdout, child.stderr]) {
    output.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  signal.removeEventListener("abort", stop);
  signal.throwIfAborted();
  if (code !== 0) throw new SetupError(`${printed.trim()}\n\n${purpose} failed, see above.`);
}
