import "server-only";

import type { MappedAnchor, StoredAnchor } from "@/lib/anchoring";
import { db, type Transaction } from "@/lib/db";
import type { StepMaps } from "@/lib/editor/step-maps";
import type { DocumentEdit } from "@/lib/readings/map-worker";
import { mapApart } from "@/lib/readings/read-apart";
import type { AnchorState, Audience } from "@/prisma/generated/enums";

/** An assignment that takes part in a change of the text. */
export interface Following {
  id: string;
  revisionId: string;
}

/** A text that assignments come to read. */
export interface NextText {
  document: unknown;
  text: string;
  /** How it came from the revision `baseId`; null where that is not known. */
  steps: StepMaps | null;
  baseId: string | null;
}

/** Where a note lies in the text that its course reads now, and what it needs to be found in another. */
export interface PlacedNote {
  id: string;
  assignmentId: string;
  revisionId: string;
  authorId: string;
  audience: Audience;
  isDeleted: boolean;
  quote: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
  state: AnchorState;
}

/**
 * The assignments of a reading that follow its newest revision, in the order of their ids. Those
 * of archived courses stay as they are: an archived course can only be read.
 */
export async function listFollowing(tx: Transaction, readingId: string): Promise<Following[]> {
  return tx.assignment.findMany({
    where: { readingId, isPinned: false, course: { archivedAt: null } },
    select: { id: true, revisionId: true },
    orderBy: { id: "asc" },
  });
}

/**
 * Keeps new notes out of the assignments until the transaction ends. Who makes one holds the row
 * in a lock that it shares with its like, so those that were first are waited for.
 */
export async function lockAssignments(tx: Transaction, ids: string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT id FROM assignment WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
}

/**
 * All notes of the assignments, deleted ones included, because a deletion can be undone; one
 * without a place in the revision that its course reads counts as detached.
 */
export function listNotes(tx: Transaction, assignmentIds: string[]): Promise<PlacedNote[]> {
  return tx.$queryRaw<PlacedNote[]>`
    SELECT note.id, note.assignment_id AS "assignmentId", reads.revision_id AS "revisionId",
      note.author_id AS "authorId", note.audience::text AS audience,
      note.deleted_at IS NOT NULL AS "isDeleted", note.quote, note.prefix, note.suffix,
      COALESCE(place.start, 0) AS start, COALESCE(place."end", 0) AS "end",
      COALESCE(place.state::text, 'DETACHED') AS state
    FROM annotation note
    JOIN assignment reads ON reads.id = note.assignment_id
    -- Looked up note by note, whatever the statistics say: with those of a table that grew since, the
    -- planner reads all places of the revision for every note.
    LEFT JOIN LATERAL (SELECT * FROM anchor WHERE annotation_id = note.id OFFSET 0) place
      ON place.revision_id = reads.revision_id
    WHERE note.assignment_id = ANY(${assignmentIds}::uuid[])`;
}

/** Where each note will lie in the next text, by its id. */
export async function mapNotes(
  notes: readonly PlacedNote[],
  next: NextText,
  tx: Transaction = db,
): Promise<Map<string, MappedAnchor>> {
  const byRevision = new Map<string, PlacedNote[]>();
  for (const note of notes) {
    const others = byRevision.get(note.revisionId);
    if (others) others.push(note);
    else byRevision.set(note.revisionId, [note]);
  }
  const texts = await tx.revision.findMany({
    where: { id: { in: [...byRevision.keys()] } },
    select: { id: true, text: true },
  });
  const edit = await findEdit(next, byRevision, tx);
  const mapped = await Promise.all(
    texts.map(({ id, text }) => {
      const anchors = (byRevision.get(id) ?? []).map(toAnchor);
      const isEdited = id === next.baseId;
      return mapApart({ before: text, after: next.text, edit: isEdited ? edit : null, anchors });
    }),
  );
  return new Map(mapped.flat().map((each) => [each.id, each]));
}

/** How the next text came about, where it is known and notes lie in the one before. */
async function findEdit(
  { document, steps, baseId }: NextText,
  byRevision: ReadonlyMap<string, unknown>,
  tx: Transaction,
): Promise<DocumentEdit | null> {
  if (!steps || !baseId || !byRevision.has(baseId)) return null;
  const base = await tx.revision.findUniqueOrThrow({
    where: { id: baseId },
    select: { document: true },
  });
  return { before: base.document, after: document, steps };
}

function toAnchor({ id, start, end, state, quote, prefix, suffix }: PlacedNote): StoredAnchor {
  return { id, start, end, state, quote, prefix, suffix };
}

/** Stores where notes lie in a revision, however many, in one statement. */
export async function placeNotes(
  tx: Transaction,
  revisionId: string,
  mapped: readonly MappedAnchor[],
): Promise<void> {
  if (mapped.length === 0) return;
  const column = <T>(read: (each: MappedAnchor) => T) => mapped.map(read);
  await tx.$executeRaw`
    INSERT INTO anchor (annotation_id, revision_id, start, "end", state)
    SELECT id, ${revisionId}::uuid, start, "end", state::"AnchorState"
    FROM unnest(
      ${column(({ id }) => id)}::uuid[],
      ${column(({ start }) => start)}::int[],
      ${column(({ end }) => end)}::int[],
      ${column(({ state }) => state)}::text[]
    ) AS place (id, start, "end", state)
    -- It lay there before: an assignment may come back to a revision.
    ON CONFLICT (annotation_id, revision_id) DO NOTHING`;
}
