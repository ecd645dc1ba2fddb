import "server-only";

import { type AssignmentViewer, getAssignmentViewer } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import type { ReadingPiece } from "@/lib/readings/pieces";
import { getPieces } from "@/lib/readings/queries";
import type { Prisma } from "@/prisma/generated/client";
import { readableBy } from "./policy";
import { type AnnotationRow, annotationSelect, type ThreadView } from "./present";
import { presentThread, withComments } from "./threads";

/** As much as one reads before going on to the next page. */
const PIECES_A_PAGE = 40;
const THREADS_A_PAGE = 100;

/** Threads that stand together, and how many more there are. */
export interface ThreadGroup {
  threads: ThreadView[];
  more: number;
}

/** A text and its discussion as one document: each block, and below it the threads that begin there. */
export interface DiscussionView {
  pieces: { from: number; html: string; discussion: ThreadGroup }[];
  /** On the reading as a whole; comes with the first page. */
  whole: ThreadGroup;
  /** Whose passage is gone; comes with the last page. */
  detached: ThreadGroup;
  /** The block that the page begins with, counted from 0, and those where the pages beside it do. */
  from: number;
  previous: number | null;
  next: number | null;
}

/**
 * A page of a reading with what the viewer may see of its discussion between the blocks.
 *
 * A page ends early where its threads are many, always between two blocks; only of a single block
 * with more threads than that are some left out, and counted.
 *
 * @throws NotFound
 */
export async function getDiscussion(
  userId: string,
  assignmentId: string,
  asked: number,
): Promise<DiscussionView> {
  const viewer = await getAssignmentViewer(userId, assignmentId);
  const all = await getPieces(viewer.revisionId);
  const from = Math.min(asked, Math.max(0, all.length - 1));
  const begun = all.slice(from, from + PIECES_A_PAGE);
  const found = await listBeginning(viewer, begun);
  const pieces = begun.slice(0, piecesFor(begun, found));
  const isLast = from + pieces.length >= all.length;
  const page = await withThreads(viewer, pieces, found);
  const [whole, detached] = await Promise.all([
    from === 0 ? listGroup(viewer, { state: { not: "DETACHED" }, ...onWhole(true) }) : NONE,
    isLast ? listGroup(viewer, { state: "DETACHED" }) : NONE,
  ]);
  return {
    ...{ pieces: page, whole, detached, from },
    previous: from > 0 ? Math.max(0, from - PIECES_A_PAGE) : null,
    next: isLast ? null : from + pieces.length,
  };
}

interface Found {
  start: number;
  annotation: AnnotationRow;
}

const NONE: ThreadGroup = { threads: [], more: 0 };

/** A note on the whole reading is the one that quotes nothing. */
function onWhole(isOnWhole: boolean): Prisma.AnchorWhereInput {
  return { annotation: isOnWhole ? { quote: "" } : { quote: { not: "" } } };
}

function anchorsOf(viewer: AssignmentViewer, where: Prisma.AnchorWhereInput) {
  const { assignmentId, revisionId } = viewer;
  const readable = { annotation: { assignmentId, ...readableBy(viewer) } };
  return { revisionId, AND: [readable, where] } satisfies Prisma.AnchorWhereInput;
}

function within(pieces: readonly ReadingPiece[]): Prisma.AnchorWhereInput {
  const start = { gte: pieces[0]?.from ?? 0, lt: (pieces.at(-1)?.to ?? 0) + 1 };
  return { start, state: { not: "DETACHED" }, ...onWhole(false) };
}

function listAnchors(viewer: AssignmentViewer, where: Prisma.AnchorWhereInput, take: number) {
  return db.anchor.findMany({
    where: anchorsOf(viewer, where),
    select: { start: true, annotation: { select: annotationSelect(viewer) } },
    orderBy: [{ start: "asc" }, { end: "desc" }, { annotationId: "asc" }],
    take,
  });
}

/** The annotations that begin in these pieces, and one more than a page holds where there are more. */
function listBeginning(viewer: AssignmentViewer, pieces: readonly ReadingPiece[]) {
  return listAnchors(viewer, within(pieces), THREADS_A_PAGE + 1);
}

/** How many of the pieces go on the page, so that all their annotations do: at least one. */
function piecesFor(pieces: readonly ReadingPiece[], found: readonly Found[]): number {
  const beyond = found[THREADS_A_PAGE];
  return beyond ? Math.max(1, pieceOf(pieces, beyond.start)) : pieces.length;
}

function pieceOf(pieces: readonly ReadingPiece[], offset: number): number {
  return Math.max(
    0,
    pieces.findLastIndex(({ from }) => from <= offset),
  );
}

async function withThreads(
  viewer: AssignmentViewer,
  pieces: readonly ReadingPiece[],
  found: readonly Found[],
) {
  const end = pieces.at(-1)?.to ?? 0;
  const here = found.slice(0, THREADS_A_PAGE).filter(({ start }) => start <= end);
  const threads = await present(viewer, here);
  const isCut = pieces.length === 1 && found.length > THREADS_A_PAGE;
  const count = isCut
    ? await db.anchor.count({ where: anchorsOf(viewer, within(pieces)) })
    : here.length;
  return pieces.map(({ html, from }, place) => ({
    ...{ from, html },
    discussion: {
      threads: threads.filter((_, at) => pieceOf(pieces, here[at]!.start) === place),
      more: count - here.length,
    },
  }));
}

async function listGroup(
  viewer: AssignmentViewer,
  where: Prisma.AnchorWhereInput,
): Promise<ThreadGroup> {
  const [found, count] = await Promise.all([
    listAnchors(viewer, where, THREADS_A_PAGE),
    db.anchor.count({ where: anchorsOf(viewer, where) }),
  ]);
  return { threads: await present(viewer, found), more: count - found.length };
}

async function present(viewer: AssignmentViewer, found: readonly Found[]): Promise<ThreadView[]> {
  const threads = await withComments(
    viewer,
    found.map(({ annotation }) => annotation),
  );
  return threads.map((thread) => presentThread(viewer, thread));
}
