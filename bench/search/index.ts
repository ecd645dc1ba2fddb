import { listNotebook } from "@/lib/notebook/queries";
import { notebookQuery } from "@/lib/notebook/schema";
import { search } from "@/lib/search/queries";
import type { Row } from "../support/row";
import { makeSchool, type Readers, saySoMuch } from "../support/talk";

const SIZES = [10_000, 100_000, 1_000_000];
const RUNS = 40;

/** What people look for, from what stands in every second comment to what stands nowhere. */
const QUERIES = {
  "a word of every second comment": "people",
  "two common words": "people margin",
  "a rare word": "photosynthesis",
  "a word that stands nowhere": "xylophone",
  "words that stand together": '"photosynthesis 百家争鸣"',
  "Chinese, two characters": "争鸣",
  "a part of a word, in Polish": "hotosynth",
  "unanswered questions": "is:unanswered",
  "a word of one person": "people from:hana",
  "a rare word of one week": "photosynthesis after:2026-01-01 before:2026-01-08",
};

/** The suite `search`: p95 of searching and of the notebook at growing numbers of comments. */
export async function searching(): Promise<Row[]> {
  const readers = await makeSchool();
  const rows: Row[] = [];
  for (const size of SIZES) {
    await saySoMuch(size);
    rows.push(...(await measure(readers, size)));
  }
  return rows;
}

async function measure(readers: Readers, size: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [who, reader] of Object.entries(readers)) {
    for (const [name, q] of Object.entries(QUERIES)) {
      const value = await p95Of(() => search(reader, { q }));
      rows.push({ name: `${size} comments, ${who}: ${name}`, value, unit: "ms" });
    }
    for (const sort of ["newest", "reading"]) {
      const query = notebookQuery.parse({ sort });
      const value = await p95Of(() => listNotebook(reader.id, query));
      rows.push({ name: `${size} comments, ${who}: notebook, ${sort}`, value, unit: "ms" });
    }
  }
  return rows;
}

async function p95Of(work: () => Promise<unknown>): Promise<number> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return times.sort((a, b) => a - b)[Math.ceil(RUNS * 0.95) - 1] ?? 0;
}
