import "server-only";

import type { AssignmentViewer } from "@/lib/assignments/queries";
import { csvBeginning, csvEntry } from "./csv";
import { CONTEXT, toWebAnnotation } from "./json-ld";
import { listKeys } from "./keys";
import { type MarkdownWords, markdownBeginning, markdownEntry } from "./markdown";
import { type Entry, listEntries } from "./present";
import type { Notebook } from "./queries";
import type { Format } from "./schema";
import { createSelectorFinder } from "./selectors";

/** What such a file is called, and what is in it. */
export const FILES: Record<Format, { name: string; type: string }> = {
  markdown: { name: "notebook.md", type: "text/markdown; charset=utf-8" },
  csv: { name: "notebook.csv", type: "text/csv; charset=utf-8; header=present" },
  jsonld: {
    name: "notebook.jsonld",
    type: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  },
};

interface ExportOptions {
  format: Format;
  /** Of this Postil: `https://postil.example.edu`. */
  origin: string;
  words: MarkdownWords;
}

/** Read at once: what is held in memory however long the notebook is. */
const BATCH = 200;

/** A whole notebook as a file, reading by reading, in pieces as somebody takes them. */
export async function* exportNotebook(
  notebook: Notebook,
  { format, origin, words }: ExportOptions,
): AsyncGenerator<string> {
  switch (format) {
    case "markdown":
      return yield* asMarkdown(notebook, origin, words);
    case "csv":
      return yield* asCsv(batches(notebook), origin);
    case "jsonld":
      return yield* asJsonLd(batches(notebook), notebook.viewers, { origin, label: words.title });
  }
}

async function* asMarkdown(notebook: Notebook, origin: string, words: MarkdownWords) {
  yield markdownBeginning(words);
  let previous: Entry | null = null;
  for await (const batch of batches(notebook)) {
    for (const entry of batch) {
      yield markdownEntry(entry, previous, { origin, words });
      previous = entry;
    }
  }
}

/** Entries as a table, in pieces. */
export async function* asCsv(
  found: AsyncIterable<Entry[]>,
  origin: string,
): AsyncGenerator<string> {
  yield csvBeginning();
  for await (const batch of found) {
    yield batch.map((entry) => csvEntry(entry, origin)).join("");
  }
}

/** Entries as a W3C annotation collection, in pieces. They come reading by reading. */
export async function* asJsonLd(
  found: AsyncIterable<Entry[]>,
  viewers: readonly AssignmentViewer[],
  { origin, label }: { origin: string; label: string },
): AsyncGenerator<string> {
  const collection = { "@context": CONTEXT, type: "AnnotationCollection", label };
  yield `${JSON.stringify(collection).slice(0, -1)},"first":{"type":"AnnotationPage","items":[`;
  const selectorsOf = createSelectorFinder(viewers);
  let separator = "";
  for await (const batch of found) {
    const selectors = await selectorsOf(batch);
    for (const entry of batch) {
      const selector = selectors.get(entry.annotation?.id ?? "");
      const annotation = toWebAnnotation(entry, selector, origin);
      if (!annotation) continue;
      yield separator + JSON.stringify(annotation);
      separator = ",\n";
    }
  }
  yield "]}}\n";
}

async function* batches({ userId, viewers, scope }: Notebook): AsyncGenerator<Entry[]> {
  let cursor: string | undefined;
  do {
    const { keys, nextCursor } = await listKeys(
      { ...scope, sort: "reading" },
      { cursor, limit: BATCH },
    );
    yield await listEntries(userId, viewers, keys);
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
}
