import "./server-only";

import { SetupError } from "@/lib/setup-error";
import { Stopped } from "./stop-signal";

/**
 * Runs what a command of `package.json` is for, then ends the process: with 0, with 130 where it was
 * stopped halfway, or with 1 after a sentence about what whoever runs Postil can mend. Only a bug
 * shows a stack.
 *
 * `work` must import what it needs from lib itself: before this file, `server-only` would throw.
 */
export async function command(work: () => Promise<void>): Promise<never> {
  // Whoever read what is said here may be gone. Saying so would fail as well, and again.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  try {
    await work();
  } catch (error) {
    if (error instanceof Stopped) process.exit(130);
    console.error(error instanceof SetupError ? error.message : error);
    process.exit(1);
  }
  process.exit(0);
}
