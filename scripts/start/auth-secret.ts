import { randomBytes } from "node:crypto";
import { chmodSync, linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { openDataFolder } from "@/lib/db/embedded/data-folder";
import type { Environment } from "@/lib/env";
import { SetupError } from "@/lib/setup-error";

const FILE = "auth-secret";

/**
 * The secret that sessions are signed with: AUTH_SECRET, or one that is made at the first start
 * and kept in the data folder, so that people stay signed in over a restart.
 *
 * @throws SetupError when it cannot be kept, or what was kept is none
 */
export function findAuthSecret(settings: Environment, say: (line: string) => void): string {
  if (settings.AUTH_SECRET) return settings.AUTH_SECRET;
  const file = path.join(openDataFolder(settings.POSTIL_DATA), FILE);
  try {
    if (makeSecret(file)) {
      say(
        `AUTH_SECRET is not set: made a secret and keep it in ${file}. Several instances need the same one in AUTH_SECRET.`,
      );
    }
    chmodSync(file, 0o600);
    const secret = readFileSync(file, "utf8").trim();
    if (secret.length >= 32) return secret;
  } catch (error) {
    throw new SetupError(
      `The secret in ${file} cannot be read (${(error as NodeJS.ErrnoException).code}). Give the file to the user who runs Postil, or set AUTH_SECRET.`,
    );
  }
  throw new SetupError(
    `${file} holds no secret of 32 characters or more. Remove it to have a new one made, which signs everybody out, or set AUTH_SECRET.`,
  );
}

/** Whole or not at all, and once, also when several instances start together. */
function makeSecret(file: string): boolean {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(33).toString("base64")}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
