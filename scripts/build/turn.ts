import { mkdirSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

import { SetupError } from "@/lib/setup-error";
import { type Lock, takeLock } from "../lock";

const FOLDER = "node_modules/.cache/postil";

/**
 * Runs `work` while no other process makes anything in this tree; the others wait.
 *
 * @throws SetupError when the tree cannot be written to
 */
export async function inTurn<Result>(
  { say, signal }: { say: (line: string) => void; signal: AbortSignal },
  work: (lock: Lock) => Promise<Result>,
): Promise<Result> {
  const lock = await waitForLock(say, signal);
  try {
    return await work(lock);
  } finally {
    lock.release();
  }
}

async function waitForLock(say: (line: string) => void, signal: AbortSignal): Promise<Lock> {
  let isTold = false;
  for (;;) {
    const taken = lockTree();
    if ("lock" in taken) return taken.lock;
    if (!isTold) say(`Waiting for process ${taken.holder.pid}, which builds in this folder …`);
    isTold = true;
    await pause(200);
    signal.throwIfAborted();
  }
}

function lockTree() {
  try {
    mkdirSync(FOLDER, { recursive: true });
    return takeLock(`${FOLDER}/lock`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SetupError(
      `There is something to build, and ${process.cwd()} cannot be written to (${code}). Give it to the user who runs Postil, or run \`npm run build\` as its owner.`,
    );
  }
}
