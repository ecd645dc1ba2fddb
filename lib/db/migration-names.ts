import "server-only";

import { readdir } from "node:fs/promises";
import path from "node:path";

/** Where the migrations are: one folder each, as Prisma Migrate has them. */
export function migrationsFolder(): string {
  return path.resolve("prisma/migrations");
}

/** The names of the migrations that this version of Postil brings, oldest first. */
export async function migrationNames(): Promise<string[]> {
  const entries = await readdir(migrationsFolder(), { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}
