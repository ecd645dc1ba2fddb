import "server-only";

import { spawnSync } from "node:child_process";

import { SetupError } from "@/lib/setup-error";
import type { Account } from "./account";

/**
 * What PostgreSQL's programs see of our environment: nothing that could change how they work
 * (`PGPORT`, `PGOPTIONS`, …), and no secret. Their messages stay English, as we read some of them.
 */
export const ENVIRONMENT: NodeJS.ProcessEnv = {
  NODE_ENV: process.env.NODE_ENV,
  PATH: process.env.PATH,
  LC_ALL: "C",
};

/**
 * Runs one of PostgreSQL's programs to its end and returns what it printed.
 *
 * @throws SetupError with its last words when it fails
 */
export function run(program: string, given: string[], account: Account): string {
  const { status, stdout, stderr, error } = spawnSync(program, given, {
    ...account,
    cwd: "/",
    env: ENVIRONMENT,
    encoding: "utf8",
  });
  if (status === 0) return stdout;
  const reason = error?.message ?? stderr.trim().split("\n").at(-1);
  throw new SetupError(
    `${program} failed: ${reason}. If this machine cannot run it, set DATABASE_URL to a PostgreSQL server of your own.`,
  );
}
