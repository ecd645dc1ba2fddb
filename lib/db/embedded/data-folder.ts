import "server-only";

import { accessSync, chmodSync, constants, mkdirSync, statSync } from "node:fs";
import path from "node:path";

import { SetupError } from "@/lib/setup-error";

/**
 * Makes the folder that Postil keeps everything in, and returns its full path. Nobody else can
 * list it; but where root owns it, the database's user may pass through to its own part.
 *
 * @throws SetupError when it cannot be made or written to
 */
export function openDataFolder(folder: string): string {
  const full = path.resolve(folder);
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  try {
    mkdirSync(full, { recursive: true, mode });
    accessSync(full, constants.R_OK | constants.W_OK | constants.X_OK);
    if (statSync(full).uid === process.getuid?.()) chmodSync(full, mode);
  } catch (error) {
    throw new SetupError(
      `The data folder ${full} cannot be written to (${(error as NodeJS.ErrnoException).code}). Give it to the user who runs Postil, or name another folder in POSTIL_DATA.`,
    );
  }
  return full;
}
