import "server-only";

import type { ComparedBlock } from "@/lib/anchoring";
import { getAssignment } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import { readableBy } from "@/lib/readings/policy";
import { compareApart } from "@/lib/readings/read-apart";
import type { CompareQuery } from "./schema";

/** A row of a comparison: a block beside what became of it, or blocks that are the same on both sides. */
export type ComparedRow = ComparedBlock | { kind: "unchanged"; count: number };

/** Two revisions side by side: what changed, each change with the block before and after it. */
export interface ComparisonView {
  title: string;
  language: string;
  from: RevisionPoint;
  to: RevisionPoint;
  /** The numbers that can be compared, from the earliest to the last. */
  earliest: number;
  present: number;
  rows: ComparedRow[];
  /** Blocks that are not the same on both sides, on all pages together. */
  changes: number;
  /** The row that this page begins with, and the one of the next page. */
  row: number;
  next: number | null;
}

export interface RevisionPoint {
  number: number;
  publishedAt: string;
}

/** As much as one looks through before going on. */
const ROWS_A_PAGE = 100;

/** Compares two revisions that the course reads or has read. @throws NotFound, Invalid */
export async function compareAssigned(
  userId: string,
  assignmentId: string,
  query: CompareQuery,
): Promise<ComparisonView> {
  const now = await getAssignment(userId, assignmentId, { revision: query.to });
  const { earliest, present, number } = now.revision;
  const revision = query.from ?? Math.max(earliest, number - 1);
  const old = await getAssignment(userId, assignmentId, { revision });
  const { title, language } = now.reading;
  const about = { title, language, earliest, present };
  return { ...about, ...(await compare(old.revision, now.revision, query.row)) };
}

/** Compares two revisions of a reading in the person's library. @throws NotFound, Invalid */
export async function compareOwn(
  userId: string,
  readingId: string,
  query: CompareQuery,
): Promise<ComparisonView> {
  const reading = await db.reading.findFirst({
    where: { id: readingId, ...readableBy(userId) },
    select: { title: true, language: true },
  });
  if (!reading) throw new NotFound();
  const last = await findPoint(readingId);
  const to = query.to ? await findPoint(readingId, query.to) : last;
  const from = await findPoint(readingId, query.from ?? Math.max(1, to.number - 1));
  const about = { ...reading, earliest: 1, present: last.number };
  return { ...about, ...(await compare(from, to, query.row)) };
}

async function findPoint(readingId: string, number?: number): Promise<RevisionPoint & Named> {
  const row = await db.revision.findFirst({
    where: { readingId, ...(number === undefined ? {} : { number }) },
    select: { id: true, number: true, createdAt: true },
    orderBy: { number: "desc" },
  });
  if (!row) throw new NotFound();
  return { id: row.id, number: row.number, publishedAt: row.createdAt.toISOString() };
}

interface Named {
  id: string;
}

async function compare(from: RevisionPoint & Named, to: RevisionPoint & Named, row: number) {
  const texts = await db.revision.findMany({
    where: { id: { in: [from.id, to.id] } },
    select: { id: true, text: true },
  });
  const textOf = ({ id }: Named) => texts.find((each) => each.id === id)?.text ?? "";
  const blocks = await compareApart({ before: textOf(from), after: textOf(to) });
  const all = foldSame(blocks);
  const next = row + ROWS_A_PAGE;
  return {
    from: { number: from.number, publishedAt: from.publishedAt },
    to: { number: to.number, publishedAt: to.publishedAt },
    rows: all.slice(row, next),
    changes: blocks.filter(({ kind }) => kind !== "same").length,
    row,
    next: next < all.length ? next : null,
  };
}

/** Blocks that are the same, and beside none that is not, as a number. */
function foldSame(blocks: readonly ComparedBlock[]): ComparedRow[] {
  const rows: ComparedRow[] = [];
  const isSame = (at: number) => (blocks[at]?.kind ?? "same") === "same";
  for (const [at, block] of blocks.entries()) {
    const last = rows.at(-1);
    if (!isSame(at) || !isSame(at - 1) || !isSame(at + 1)) rows.push(block);
    else if (last?.kind === "unchanged") last.count += 1;
    else rows.push({ kind: "unchanged", count: 1 });
  }
  return rows;
}
