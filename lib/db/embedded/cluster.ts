import "server-only";

import { randomBytes } from "node:crypto";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import path from "node:path";

import { SetupError } from "@/lib/setup-error";
import { type Account, canEnter, chooseAccount } from "./account";
import { findBinaries } from "./binaries";
import { initCluster, PASSWORD_FILE } from "./init";
import { run } from "./run";

/** A PostgreSQL cluster on disk, and what it takes to run it. */
export interface Cluster {
  folder: string;
  account: Account;
  password: string;
  /** The program `postgres` that fits the cluster. */
  postgres: string;
}

/** Where root keeps what the database's user must reach and cannot reach in root's own folders. */
const ELSEWHERE = "/var/lib/postil";

/**
 * The cluster of a data folder: its `postgres`, made at the first call.
 *
 * Where root runs Postil inside a folder that keeps all others out (a clone in `/root`), the
 * cluster and a copy of the programs live in {@link ELSEWHERE}, and `postgres` is a link to it.
 * So the data folder still decides which database is used, and a new one begins a new database.
 *
 * @throws SetupError when it cannot be made, cannot be reached, or needs another PostgreSQL
 */
export function openCluster(dataFolder: string, say: (line: string) => void): Cluster {
  const link = path.join(dataFolder, "postgres");
  const account = chooseAccount(link);
  const programs = reachablePrograms(account);
  if (!lstatSync(link, { throwIfNoEntry: false })) makeCluster(link, programs, account, say);
  if (!existsSync(link)) {
    throw new SetupError(
      `The database that ${link} points to is gone. Put it back, or remove ${link} to begin with an empty one.`,
    );
  }
  const folder = realpathSync(link);
  const postgres = path.join(programs, "postgres");
  try {
    requireSameVersion(folder, postgres, account);
    const password = readFileSync(path.join(folder, PASSWORD_FILE), "utf8");
    return { folder, account, password, postgres };
  } catch (error) {
    if (error instanceof SetupError) throw error;
    throw new SetupError(
      `The database in ${folder} cannot be read (${(error as NodeJS.ErrnoException).code}). Give it to the user who runs Postil, or name another data folder in POSTIL_DATA.`,
    );
  }
}

/** The folder of the programs, copied first when the account cannot enter where npm put them. */
function reachablePrograms(account: Account): string {
  const native = findBinaries();
  const programs = path.join(native, "bin");
  if (canEnter(account, programs)) return programs;
  const [version] = /\d+\.\d+/.exec(run(path.join(programs, "postgres"), ["--version"], {})) ?? [];
  const copy = path.join(ELSEWHERE, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    rmSync(copy, { recursive: true, force: true });
    renameSync(half, copy);
  }
  return path.join(copy, "bin");
}

function makeCluster(
  link: string,
  programs: string,
  account: Account,
  say: (line: string) => void,
): void {
  say("Making a database …");
  if (canEnter(account, path.dirname(link))) {
    initCluster(link, path.join(programs, "initdb"), account);
    return;
  }
  mkdirSync(ELSEWHERE, { recursive: true, mode: 0o711 });
  const folder = path.join(ELSEWHERE, randomBytes(6).toString("hex"));
  say(
    `The user “postgres” cannot enter ${path.dirname(link)}, so the database lives in ${folder}.`,
  );
  initCluster(folder, path.join(programs, "initdb"), account);
  symlinkSync(folder, link);
}

function requireSameVersion(folder: string, postgres: string, account: Account): void {
  const theirs = readFileSync(path.join(folder, "PG_VERSION"), "utf8").trim();
  const [ours] = /\d+/.exec(run(postgres, ["--version"], account)) ?? [];
  if (theirs === ours) return;
  throw new SetupError(
    `The database in ${folder} was made by PostgreSQL ${theirs}, and this version of Postil brings PostgreSQL ${ours}. Move its contents over with pg_dump of version ${theirs}, or name another data folder in POSTIL_DATA.`,
  );
}
