import "server-only";

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** The command line of a running process, or undefined when there is none of this number. */
export function commandOf(pid: number): string | undefined {
  if (process.platform !== "linux") return ps(pid, "command=");
  const line = readProc(`/proc/${pid}/cmdline`);
  // A process that has ended and was not yet collected has an empty one.
  return line?.replaceAll("\0", " ").trim() || undefined;
}

/**
 * When a process began, in whatever form the system gives it, or undefined when it does not run.
 * Together with its number it names a process for good: numbers alone are used again.
 */
export function beginningOf(pid: number): string | undefined {
  if (process.platform !== "linux") return ps(pid, "lstart=");
  const stat = readProc(`/proc/${pid}/stat`);
  // proc(5): the name in parentheses may hold anything; `starttime` is the 20th field after it.
  const ticks = stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  return ticks && `${ticks} ${readProc("/proc/sys/kernel/random/boot_id")?.trim()}`;
}

function readProc(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string | undefined {
  return (
    spawnSync("ps", ["-o", column, "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() ||
    undefined
  );
}
