import "server-only";

import { spawnSync } from "node:child_process";
import { lstatSync, statSync } from "node:fs";

import { SetupError } from "@/lib/setup-error";

/** Whom PostgreSQL runs as; empty when that is whoever runs Postil. */
export interface Account {
  uid?: number;
  gid?: number;
}

/**
 * Chooses the account for the cluster in `folder`, which need not exist yet.
 *
 * PostgreSQL refuses to run as root. Then it runs as the owner of the cluster, so that a `sudo`
 * after an ordinary start finds its database again, or else as the system user `postgres`, the
 * name that every distribution uses; it is made where it is missing.
 *
 * @throws SetupError when root cannot have such a user
 */
export function chooseAccount(folder: string): Account {
  if (process.getuid?.() !== 0) return {};
  const owner = lstatSync(folder, { throwIfNoEntry: false }) && statSync(folder);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return findPostgres() ?? makePostgres();
}

/** Whether the account can enter `folder`: a home directory often keeps everybody else out. */
export function canEnter(account: Account, folder: string): boolean {
  const options = { ...account, cwd: "/", stdio: "ignore" } as const;
  return spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], options).status === 0;
}

function findPostgres(): Account | undefined {
  const [uid, gid] = ["-u", "-g"].map((flag) => {
    const { status, stdout } = spawnSync("id", [flag, "postgres"], { encoding: "utf8" });
    return status === 0 ? Number(stdout) : undefined;
  });
  return uid === undefined ? undefined : { uid, gid };
}

function makePostgres(): Account {
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]);
  const account = findPostgres();
  if (account) return account;
  throw new SetupError(
    "PostgreSQL refuses to run as root, and a user “postgres” for it could not be made. Run Postil as an ordinary user, or set DATABASE_URL to a PostgreSQL server of your own.",
  );
}
