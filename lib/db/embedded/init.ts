import "server-only";

import { randomBytes } from "node:crypto";
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { SetupError } from "@/lib/setup-error";
import type { Account } from "./account";
import { run } from "./run";

/** The name of the role and of the database in a cluster of ours. */
export const NAME = "postil";

/** Where a cluster keeps the password of its role, so that the two cannot part. */
export const PASSWORD_FILE = "postil-password";

/**
 * Makes a cluster in `folder`, or leaves nothing there: one cut off halfway is never taken for one.
 *
 * UTF-8 in PostgreSQL's own locale, so that order and letter case are the same on every machine.
 *
 * @throws SetupError when `initdb` fails
 */
export function initCluster(folder: string, initdb: string, account: Account): void {
  const password = randomBytes(24).toString("base64url");
  const draft = `${folder}.new`;
  const cluster = path.join(draft, "cluster");
  try {
    rmSync(draft, { recursive: true, force: true });
    makeFolder(draft, account);
    writeSecret(path.join(draft, PASSWORD_FILE), password, account);
    run(
      initdb,
      [
        `--pgdata=${cluster}`,
        `--username=${NAME}`,
        `--pwfile=${path.join(draft, PASSWORD_FILE)}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
      ],
      account,
    );
    writeSecret(path.join(cluster, PASSWORD_FILE), password, account);
    renameSync(cluster, folder);
  } catch (error) {
    if (error instanceof SetupError) throw error;
    throw new SetupError(`No database could be made in ${folder}: ${(error as Error).message}.`);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function makeFolder(folder: string, account: Account) {
  mkdirSync(folder, { mode: 0o700 });
  give(folder, account);
}

function writeSecret(file: string, secret: string, account: Account) {
  writeFileSync(file, secret, { mode: 0o600 });
  give(file, account);
}

function give(file: string, { uid, gid }: Account) {
  if (uid !== undefined && gid !== undefined) chownSync(file, uid, gid);
}
