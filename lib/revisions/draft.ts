import "server-only";

import { db, type Transaction } from "@/lib/db";
import { joinLogs } from "@/lib/editor/step-log";
import { type StepMaps, stepMapsInput } from "@/lib/editor/step-maps";
import { Stale } from "@/lib/errors";
import { readApart } from "@/lib/readings/read-apart";
import { Prisma } from "@/prisma/generated/client";
import { adoptImages } from "./adopted-images";
import { checkDocument } from "./document";
import { requireEditable } from "./queries";
import type { ReplaceTextInput, SaveDraftInput } from "./schema";

/**
 * Saves the next revision of a reading as it is being written; `version` is that of the draft it
 * was made from, 0 where none was begun.
 *
 * @returns the version that the next saving has to name
 * @throws NotFound, Forbidden, Invalid
 * @throws Stale when the draft was saved, discarded or published elsewhere since
 */
export async function saveDraft(
  userId: string,
  readingId: string,
  version: number,
  input: SaveDraftInput,
): Promise<{ version: number; savedAt: string }> {
  await requireEditable(userId, readingId);
  const { node } = checkDocument(input.document);
  const document = await adoptImages(userId, readingId, node);
  const added = stepMapsInput.nullable().parse(input.steps);
  return putDraft(userId, readingId, version, (present) => {
    if (present.baseId !== input.baseId) throw new Stale();
    return { document, steps: joinLogs(present.steps, added) };
  });
}

/**
 * Makes a pasted text the next revision's draft, instead of what it held. How the words of before
 * became these is not known: the notes will follow by comparison.
 *
 * @throws NotFound, Forbidden
 * @throws Invalid when there is no text in it, it is nested too deeply, or reading it takes too long
 * @throws Stale when the draft was saved, discarded or published since the form was opened
 */
export async function replaceText(userId: string, input: ReplaceTextInput): Promise<void> {
  const { readingId, draftVersion, format, text } = input;
  await requireEditable(userId, readingId);
  const read = await readApart({ format, text });
  const document = read.document as Prisma.InputJsonObject;
  await putDraft(userId, readingId, draftVersion, () => ({ document, steps: null }));
}

/** Throws the draft away; the newest revision stays as it is. @throws NotFound, Forbidden, Stale */
export async function discardDraft(
  userId: string,
  readingId: string,
  version: number,
): Promise<void> {
  await requireEditable(userId, readingId);
  const { count } = await db.revisionDraft.deleteMany({ where: { readingId, version } });
  if (count === 0) throw new Stale();
}

/**
 * Makes saving, replacing and publishing of one reading wait for each other, and whoever assigns
 * it. To be taken before anything else.
 */
export async function lockReading(tx: Transaction, readingId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM reading WHERE id = ${readingId}::uuid FOR NO KEY UPDATE`;
}

/** The steps of a stored draft; null when they are not known. */
export function readSteps(stored: Prisma.JsonValue): StepMaps | null {
  return stepMapsInput.nullable().parse(stored);
}

interface Present {
  baseId: string;
  steps: StepMaps | null;
}

function putDraft(
  userId: string,
  readingId: string,
  version: number,
  change: (present: Present) => { document: Prisma.InputJsonObject; steps: StepMaps | null },
): Promise<{ version: number; savedAt: string }> {
  return db.$transaction(async (tx) => {
    await lockReading(tx, readingId);
    const draft = await tx.revisionDraft.findUnique({
      where: { readingId },
      select: { version: true, baseId: true, stepMaps: true },
    });
    if ((draft?.version ?? 0) !== version) throw new Stale();
    const present = draft
      ? { baseId: draft.baseId, steps: readSteps(draft.stepMaps) }
      : { baseId: await newestId(tx, readingId), steps: [] };
    const { document, steps } = change(present);
    const next = draft ? version + 1 : firstVersion();
    const written = {
      document,
      stepMaps: (steps as Prisma.InputJsonArray | null) ?? Prisma.JsonNull,
      version: next,
      updatedById: userId,
    };
    const { updatedAt } = await tx.revisionDraft.upsert({
      where: { readingId },
      create: { readingId, baseId: present.baseId, ...written },
      update: written,
      select: { updatedAt: true },
    });
    return { version: next, savedAt: updatedAt.toISOString() };
  });
}

async function newestId(tx: Transaction, readingId: string): Promise<string> {
  const { id } = await tx.revision.findFirstOrThrow({
    where: { readingId },
    select: { id: true },
    orderBy: { number: "desc" },
  });
  return id;
}

const EPOCH = Date.UTC(2026, 0);

/**
 * Seconds rather than 1: a tab that still holds a draft that was discarded meanwhile must not take
 * the one begun after it for its own. Nobody saves more than once a second for long.
 */
function firstVersion(): number {
  return Math.max(1, Math.floor((Date.now() - EPOCH) / 1_000));
}
