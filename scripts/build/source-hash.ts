import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The folders whose files can end up in the built application. */
const FOLDERS = ["app", "components", "content", "lib", "messages", "prisma", "public"];

/** The files beside them that Next reads. The other tools' settings change nothing that is built. */
const SETTINGS = /^(package(-lock)?|tsconfig)\.json$|^(next|postcss)\.config\.|^[a-z-]+\.ts$/;

/**
 * One word for the contents of everything that the application is built from, the versions of its
 * packages included. Contents rather than times, because a copy or a checkout changes only those.
 */
export function hashSources(): string {
  const hash = createHash("sha256");
  for (const file of sources().sort()) {
    const contents = readFileSync(file);
    hash.update(`${file}\n${contents.byteLength}\n`).update(contents);
  }
  return hash.digest("base64url");
}

/** The hash of single files: for what is made from no more than those. */
export function hashFiles(files: string[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file)).update("\0");
  return hash.digest("base64url");
}

function sources(): string[] {
  const settings = readdirSync(".", { withFileTypes: true })
    .filter((entry) => entry.isFile() && SETTINGS.test(entry.name))
    .map(({ name }) => name);
  const contents = FOLDERS.flatMap(filesIn);
  // What is generated follows from the schema and the versions, which are counted already.
  return [...settings, ...contents].filter((file) => !file.startsWith("prisma/generated/"));
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name).replaceAll(path.sep, "/"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
