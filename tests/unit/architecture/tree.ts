import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The project's own source files: path from the root, with forward slashes, to text. */
export type Tree = ReadonlyMap<string, string>;

/** Where a rule is broken and what to do about it. */
export interface Breach {
  file: string;
  line: number;
  rule: string;
  remedy: string;
}

const ROOT = path.resolve(import.meta.dirname, "../../..");
const FOLDERS = ["app", "components", "lib", "prisma", "scripts", "tests", "e2e", "bench"];
const SOURCE = /\.(tsx?|mts|css)$/;
const GENERATED = /^(prisma\/generated|bench\/out)\//;

/** Every source file of ours, as it is on disk. */
export function readTree(): Tree {
  const inFolders = FOLDERS.filter((folder) => existsSync(path.join(ROOT, folder))).flatMap(
    (folder) =>
      readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" }).map(
        (name) => `${folder}/${name.split(path.sep).join("/")}`,
      ),
  );
  const files = [...readdirSync(ROOT), ...inFolders].filter(
    (file) => SOURCE.test(file) && !GENERATED.test(file) && file !== "next-env.d.ts",
  );
  return new Map(files.sort().map((file) => [file, readFileSync(path.join(ROOT, file), "utf8")]));
}

/** A tree that exists only here, for cases that a rule has to catch. */
export function treeOf(files: Record<string, string>): Tree {
  return new Map(Object.entries(files));
}

/** The part of a tree that lies in these folders. */
export function within(tree: Tree, ...folders: string[]): Tree {
  return new Map([...tree].filter(([file]) => folders.some((each) => file.startsWith(`${each}/`))));
}

/** One line a breach, to be compared with `[]`, so that a failing test reads as a list of work. */
export function listed(breaches: Breach[]): string[] {
  return breaches.map(({ file, line, rule, remedy }) => `${file}:${line} ${rule}. ${remedy}`);
}
