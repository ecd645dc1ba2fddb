import "server-only";

import type { MappedAnchor } from "@/lib/anchoring";
import { readableBy as annotationsReadableBy } from "@/lib/annotations/policy";
import { groupOf, membershipOf } from "@/lib/courses/policy";
import { db } from "@/lib/db";
import type { AnchorState } from "@/prisma/generated/enums";
import type { Following, NextText, PlacedNote } from "./following";
import { listNotes, mapNotes } from "./following";

/** How many of a course's notes end up how. */
export type StateCounts = Record<AnchorState, number>;

/** A note whose words will be others, or gone. */
export interface ForecastItem {
  id: string;
  state: "CHANGED" | "DETACHED";
  /** What it was made on. */
  before: string;
  /** What the passage will say; null where there is none. */
  after: string | null;
}

/** What a new text does to the notes of one assignment, as far as the viewer may know. */
export interface AssignmentForecast {
  assignmentId: string;
  title: string;
  courseTitle: string;
  counts: StateCounts;
  items: ForecastItem[];
  /** Items beyond those that are listed. */
  more: number;
}

/** What a new text does to the notes of all assignments that come to read it. */
export interface Forecast {
  assignments: AssignmentForecast[];
  /** Assignments in courses of which the viewer is no member: their notes are carried over unseen. */
  hiddenCount: number;
}

const ITEMS_AT_MOST = 100;
/** Longer quotes are cut: one is to recognise them, not to read them. */
const WORDS_AT_MOST = 400;

/** Every note of the assignments with its place in the next text. */
export interface Mapping {
  notes: PlacedNote[];
  mapped: Map<string, MappedAnchor>;
}

export async function mapFollowing(following: Following[], next: NextText): Promise<Mapping> {
  const notes = await listNotes(
    db,
    following.map(({ id }) => id),
  );
  return { notes, mapped: await mapNotes(notes, next) };
}

/**
 * The forecast for a viewer. It is made of the notes that they may read and of no others: what
 * others wrote for themselves alone is neither listed nor counted, or a text made to fit would
 * tell where they marked what.
 */
export async function tellForecast(
  userId: string,
  following: Following[],
  { notes, mapped }: Mapping,
  text: string,
): Promise<Forecast> {
  const assignments = await db.assignment.findMany({
    where: { id: { in: following.map(({ id }) => id) }, course: membershipOf(userId) },
    select: {
      id: true,
      title: true,
      course: {
        select: {
          title: true,
          enrolments: { where: { userId }, select: { role: true } },
          groups: { where: groupOf(userId), select: { id: true }, take: 1 },
        },
      },
    },
    orderBy: [{ course: { title: "asc" } }, { title: "asc" }, { id: "asc" }],
  });
  const readable = await db.annotation.findMany({
    where: {
      OR: assignments.map(({ id, course }) => ({
        assignmentId: id,
        AND: annotationsReadableBy({
          userId,
          role: course.enrolments[0]?.role ?? "STUDENT",
          groupId: course.groups[0]?.id ?? null,
        }),
      })),
    },
    select: { id: true },
  });
  const readableIds = new Set(readable.map(({ id }) => id));
  const shown = notes.filter(({ id }) => readableIds.has(id));
  const revisions = await db.revision.findMany({
    where: { id: { in: [...new Set(shown.map(({ revisionId }) => revisionId))] } },
    select: { id: true, text: true },
  });
  const texts = new Map(revisions.map((revision) => [revision.id, revision.text]));
  const outcomes = shown.map((note) => outcomeOf(note, mapped.get(note.id), texts, text));
  return {
    assignments: assignments.map(({ id, title, course }) => {
      const own = outcomes.filter(({ note }) => note.assignmentId === id);
      return { assignmentId: id, title, courseTitle: course.title, ...summarise(own) };
    }),
    hiddenCount: following.length - assignments.length,
  };
}

interface Outcome {
  note: PlacedNote;
  state: AnchorState;
  /** The words of its passage in the next text. */
  after: string;
  /** It comes to say something else by this change, and not by one before. */
  isNews: boolean;
}

function outcomeOf(
  note: PlacedNote,
  place: MappedAnchor | undefined,
  texts: Map<string, string>,
  text: string,
): Outcome {
  if (!place || place.state === "DETACHED") {
    return { note, state: "DETACHED", after: "", isNews: note.state !== "DETACHED" };
  }
  const after = text.slice(place.start, place.end);
  const now = texts.get(note.revisionId)?.slice(note.start, note.end);
  const isNews = place.state === "CHANGED" && (note.state !== "CHANGED" || now !== after);
  return { note, state: place.state, after, isNews };
}

function summarise(outcomes: Outcome[]) {
  const counts: StateCounts = { EXACT: 0, MOVED: 0, CHANGED: 0, DETACHED: 0 };
  for (const { state } of outcomes) counts[state] += 1;
  const news = outcomes
    .filter(({ isNews }) => isNews)
    .sort((a, b) => a.note.start - b.note.start || a.note.id.localeCompare(b.note.id));
  const items = news.slice(0, ITEMS_AT_MOST).map(({ note, state, after }) => ({
    id: note.id,
    state: state === "CHANGED" ? ("CHANGED" as const) : ("DETACHED" as const),
    before: shorten(note.quote),
    after: state === "CHANGED" ? shorten(after) : null,
  }));
  return { counts, items, more: news.length - items.length };
}

function shorten(words: string): string {
  return words.length > WORDS_AT_MOST ? `${words.slice(0, WORDS_AT_MOST).trimEnd()} …` : words;
}
