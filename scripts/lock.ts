import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

import { beginningOf, commandOf } from "@/lib/process";

/** Who holds a lock, and what they let others know. */
export interface Claim {
  pid: number;
  /** The address of the database, once it runs. */
  url?: string;
}

/** A lock that this process holds until it releases it or ends, however it ends. */
export interface Lock {
  /** Replaces what the file says. Naming another process makes the lock last as long as that one. */
  rewrite(claim: Claim): void;
  release(): void;
}

/**
 * Takes the lock `file`, or returns the claim of the process that holds it.
 *
 * A claim names its process by number and beginning, so one that was left by `kill -9`, or by a
 * machine that lost power, stands in nobody's way: it is set aside.
 */
export function takeLock(file: string): { lock: Lock } | { holder: Claim } {
  const draft = `${file}.${process.pid}`;
  const write = ({ pid, url }: Claim) =>
    writeFileSync(draft, JSON.stringify({ pid, beginning: beginningOf(pid), url }), {
      mode: 0o600,
    });
  write({ pid: process.pid });
  try {
    while (!links(draft, file)) {
      const holder = readClaim(file);
      if (holder && isAlive(holder)) return { holder };
      setAside(file);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    lock: {
      rewrite(claim) {
        write(claim);
        renameSync(draft, file);
      },
      release: () => rmSync(file, { force: true }),
    },
  };
}

interface WrittenClaim extends Claim {
  beginning?: string;
}

/** Making a link either works or finds the name taken, also when several try at once. */
function links(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Takes a claim out of the way by renaming, which of several only one can do. Should it turn out
 * to be a new one, of somebody who was quicker, it goes back.
 */
function setAside(file: string): void {
  const aside = `${file}.${process.pid}.old`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  const claim = readClaim(aside);
  if (claim && isAlive(claim)) links(aside, file);
  rmSync(aside, { force: true });
}

function readClaim(file: string): WrittenClaim | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as WrittenClaim;
  } catch {
    return undefined;
  }
}

/** A process that has ended and was not yet collected still has a beginning, but no command. */
function isAlive({ pid, beginning }: WrittenClaim): boolean {
  return Boolean(beginning) && beginningOf(pid) === beginning && commandOf(pid) !== undefined;
}
