import "server-only";

import { db, type Transaction } from "@/lib/db";
import { findUnfinished, type Unfinished } from "@/lib/editor/reading-document";
import { Conflict, NotFound, Stale } from "@/lib/errors";
import { publishToAll } from "@/lib/events/publish";
import type { Prisma } from "@/prisma/generated/client";
import { countForeignImages } from "./adopted-images";
import { type CheckedDocument, checkDocument } from "./document";
import { lockReading, readSteps } from "./draft";
import {
  type Following,
  listFollowing,
  listNotes,
  lockAssignments,
  mapNotes,
  type NextText,
  placeNotes,
} from "./following";
import { type Forecast, type Mapping, mapFollowing, tellForecast } from "./forecast";
import { requireEditable } from "./queries";
import type { ForecastQuery, PublishInput } from "./schema";

/** What publishing a draft would do, before it is done. */
export interface PublishPreview extends Forecast {
  readingId: string;
  title: string;
  /** The number that the revision would have. */
  number: number;
  /** What {@link publishRevision} has to be given: neither may have moved since. */
  draftVersion: number;
  baseId: string;
  /** Why it cannot be published as it is. */
  obstacles: Unfinished & { isSame: boolean; isEmpty: boolean; foreignImages: number };
}

/** Tells what publishing the draft would do to every note. @throws NotFound, Forbidden */
export async function previewPublishing(
  userId: string,
  readingId: string,
  page?: ForecastQuery,
): Promise<PublishPreview> {
  const { title } = await requireEditable(userId, readingId);
  const draft = await readDraft(db, readingId);
  if (!draft) throw new NotFound();
  const following = await listFollowing(db, readingId);
  const { next, base } = draft;
  const mapping = await mapFollowing(following, next);
  const forecast = await tellForecast(userId, following, mapping, next, page);
  return {
    readingId,
    title,
    number: base.number + 1,
    draftVersion: draft.version,
    baseId: base.id,
    obstacles: obstaclesOf(draft),
    ...forecast,
  };
}

/**
 * Publishes the draft as the next revision: all courses that follow the reading come to read it,
 * and every note in them, whoever may see it, gets its place there, in one transaction.
 *
 * The places are found before the transaction begins, because that may take a second; those of
 * notes that were made or put elsewhere meanwhile are found inside it.
 *
 * @throws NotFound, Forbidden
 * @throws Stale when the draft or the newest revision are not those that were looked at
 * @throws Conflict when the draft cannot be published as it is
 */
export async function publishRevision(
  userId: string,
  { readingId, draftVersion, baseId }: PublishInput,
): Promise<{ number: number }> {
  await requireEditable(userId, readingId);
  const draft = await readDraft(db, readingId);
  if (draft?.version !== draftVersion || draft.base.id !== baseId) throw new Stale();
  requirePublishable(draft);
  const early = await mapFollowing(await listFollowing(db, readingId), draft.next);
  const { document, text, hash } = draft.checked;
  const number = draft.base.number + 1;
  await db.$transaction(async (tx) => {
    await lockReading(tx, readingId);
    await requireUnmoved(tx, readingId, draft);
    const { id } = await tx.revision.create({
      data: { readingId, number, document, text, hash, publishedById: userId },
      select: { id: true },
    });
    const following = await listFollowing(tx, readingId);
    await moveTo(tx, { following, revisionId: id, next: draft.next, early });
    await tx.revisionDraft.delete({ where: { readingId } });
  });
  return { number };
}

/** Has assignments read a revision from now on, with every note in its place there. */
export async function moveTo(
  tx: Transaction,
  { following, revisionId, next, early }: Move,
): Promise<void> {
  const ids = following.map(({ id }) => id);
  await lockAssignments(tx, ids);
  const notes = await listNotes(tx, ids);
  const known = new Map(early.notes.map((note) => [note.id, note]));
  const late = notes.filter((note) => !isAlike(known.get(note.id), note));
  const lateMapped = late.length > 0 ? await mapNotes(late, next, tx) : new Map();
  const places = notes.flatMap(({ id }) => lateMapped.get(id) ?? early.mapped.get(id) ?? []);
  await placeNotes(tx, revisionId, places);
  await tx.assignment.updateMany({ where: { id: { in: ids } }, data: { revisionId } });
  await publishToAll(tx, ids, "REVISION");
}

interface Move {
  following: Following[];
  revisionId: string;
  next: NextText;
  /** What was found before the transaction began. */
  early: Mapping;
}

/** Whether a note lies and says what it did when its place was found. */
function isAlike(a: Mapping["notes"][number] | undefined, b: Mapping["notes"][number]): boolean {
  return (
    a !== undefined &&
    a.revisionId === b.revisionId &&
    a.start === b.start &&
    a.end === b.end &&
    a.state === b.state &&
    a.quote === b.quote
  );
}

interface ReadDraft {
  version: number;
  base: { id: string; number: number; hash: string; document: Prisma.JsonValue };
  checked: CheckedDocument;
  /** Images of readings that whoever wrote it may not see. */
  foreignImages: number;
  next: NextText;
}

async function readDraft(tx: Transaction, readingId: string): Promise<ReadDraft | null> {
  const draft = await tx.revisionDraft.findUnique({
    where: { readingId },
    select: {
      document: true,
      stepMaps: true,
      version: true,
      base: { select: { id: true, number: true, hash: true, document: true } },
    },
  });
  if (!draft) return null;
  const { version, base } = draft;
  const checked = checkDocument(draft.document);
  const { document, text } = checked;
  const next = { document, text, steps: readSteps(draft.stepMaps), baseId: base.id };
  const foreignImages = await countForeignImages(tx, readingId, checked.node);
  return { version, base, checked, foreignImages, next };
}

function obstaclesOf({ base, checked, foreignImages }: ReadDraft): PublishPreview["obstacles"] {
  return {
    ...findUnfinished(checked.node),
    isSame: base.hash === checked.hash && isSameDocument(base.document, checked),
    isEmpty: checked.text.trim() === "",
    foreignImages,
  };
}

/** Read through the schema, because a database does not keep the order of keys. */
function isSameDocument(stored: Prisma.JsonValue, { node }: CheckedDocument): boolean {
  return checkDocument(stored).node.eq(node);
}

function requirePublishable(draft: ReadDraft): void {
  const { isSame, isEmpty, foreignImages, figuresWithoutWords, looseFootnotes } =
    obstaclesOf(draft);
  if (isSame) throw new Conflict("revisionSame");
  if (isEmpty) throw new Conflict("readingEmpty");
  if (foreignImages > 0) throw new Conflict("foreignImages", { values: { count: foreignImages } });
  if (figuresWithoutWords > 0) {
    throw new Conflict("figuresWithoutWords", { values: { count: figuresWithoutWords } });
  }
  if (looseFootnotes.length > 0) {
    throw new Conflict("looseFootnotes", { values: { notes: looseFootnotes.join(", ") } });
  }
}

async function requireUnmoved(
  tx: Transaction,
  readingId: string,
  { version, base }: ReadDraft,
): Promise<void> {
  const draft = await tx.revisionDraft.findUnique({
    where: { readingId },
    select: { version: true, baseId: true },
  });
  const newest = await tx.revision.findFirst({
    where: { readingId },
    select: { id: true },
    orderBy: { number: "desc" },
  });
  const isUnmoved =
    draft?.version === version && draft.baseId === base.id && newest?.id === base.id;
  if (!isUnmoved) throw new Stale();
}
