import "server-only";

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { commandOf } from "@/lib/process";
import { SetupError } from "@/lib/setup-error";

/**
 * Makes sure that no server runs on the cluster in `folder`: one that was left behind when its
 * parent was killed is asked to stop, and told to if it does not.
 *
 * Must be called by the process that then starts PostgreSQL.
 *
 * @throws SetupError when it does not stop, or belongs to somebody else
 */
export async function endOrphan(folder: string): Promise<void> {
  const file = path.join(folder, "postmaster.pid");
  const pid = readPid(file);
  if (!pid || !isThere(pid)) return;
  if (!commandOf(pid)?.includes(folder)) return disown(file);
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    if (await ends(pid, folder, signal)) return;
  }
  throw new SetupError(`PostgreSQL (process ${pid}) holds ${folder} and does not stop. End it.`);
}

/**
 * PostgreSQL does not start while the number in its file belongs to any process, be it another
 * program (numbers begin anew when a container does) or one that ended and was not collected. But
 * it never takes its own parent for a rival. So the number becomes ours, and the file stays,
 * because the rest of it tells PostgreSQL whether parts of the old server are still at work.
 */
function disown(file: string) {
  const [, ...rest] = readFileSync(file, "utf8").split("\n");
  writeFileSync(file, [process.pid, ...rest].join("\n"));
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function readPid(file: string): number {
  try {
    return Number.parseInt(readFileSync(file, "utf8"), 10);
  } catch {
    return 0;
  }
}

async function ends(pid: number, folder: string, signal: NodeJS.Signals): Promise<boolean> {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return true;
    throw new SetupError(
      `PostgreSQL (process ${pid}) of another user holds ${folder}. End it, or name another data folder in POSTIL_DATA.`,
    );
  }
  for (let waited = 0; waited < 10_000; waited += 50) {
    await pause(50);
    if (!commandOf(pid)?.includes(folder)) return true;
  }
  return false;
}
