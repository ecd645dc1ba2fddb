import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** Moments, and names that two may share. */
const SHARED = /\b(createdAt|updatedAt|dueAt|mergedAt)\b/;
/** What no two rows of a list share. */
const UNIQUE = /\b(id|courseId|userId|place|number)\b/;

/** The orders in a source that do not say which of two comes first that were made in one moment. */
function untotal(source: string): string[] {
  const orders = source.matchAll(
    /(?:orderBy: |OrderByWithRelationInput\[\] = )(\[[^\]]*\]|\{[^\n]*\})/g,
  );
  return [...orders].flatMap(([, order = ""]) =>
    SHARED.test(order) && !UNIQUE.test(order) ? [order] : [],
  );
}

test("every list that is ordered by a moment has one order for what has the same moment", () => {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" });
  const sources = files.filter((file) => file.endsWith(".ts")).map((file) => join("lib", file));
  expect(sources.length).toBeGreaterThan(100);
  const found = sources.flatMap((file) =>
    untotal(readFileSync(file, "utf8")).map((order) => `${file}: ${order}`),
  );
  expect(found).toEqual([]);
});

test("an order by the moment alone is found", () => {
  expect(untotal(`orderBy: { createdAt: "desc" },`)).toHaveLength(1);
  expect(untotal(`orderBy: [{ dueAt: "asc" }, { createdAt: "asc" }],`)).toHaveLength(1);
  expect(untotal(`orderBy: [{ createdAt: "asc" }, { id: "asc" }],`)).toEqual([]);
});
