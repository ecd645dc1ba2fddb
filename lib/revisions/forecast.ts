import "server-only";

import type { MappedAnchor } from "@/lib/anchoring";
import { readableBy as annotationsReadableBy } from "@/lib/annotations/policy";
import { groupOf, membershipOf } from "@/lib/courses/policy";
import { db } from "@/lib/db";
import { readingSchema } from "@/lib/editor/reading-schema";
import { indexPlaces, type TextPlace } from "@/lib/editor/text-places";
import type { AnchorState } from "@/prisma/generated/enums";
import type { Following, NextText, PlacedNote } from "./following";
import { listNotes, mapNotes } from "./following";
import type { ForecastQuery } from "./schema";

/** How many of a course's notes end up how. */
export type StateCounts = Record<AnchorState, number>;

/** What becomes of one note. */
export interface ForecastItem {
  id: string;
  /** What it was made on, and where that is now; without a place where it lost it before. */
  before: string;
  from: TextPlace | null;
  /** What the passage will say, and where; null where there is none. */
  after: string | null;
  to: TextPlace | null;
  /** It comes to say something else, or nothing, by this change and not by one before. */
  isNews: boolean;
}

/** The notes that end up alike: those whose words change by this first, in the order of the text. */
export interface StateList {
  state: AnchorState;
  count: number;
  items: ForecastItem[];
  /** The item that this page of the list begins with, and the one of the next page. */
  row: number;
  next: number | null;
}

/** What a new text does to the notes of one assignment, as far as the viewer may know. */
export interface AssignmentForecast {
  assignmentId: string;
  title: string;
  courseTitle: string;
  counts: StateCounts;
  /** One for each state, empty ones too. */
  lists: StateList[];
}

/** What a new text does to the notes of all assignments that come to read it. */
export interface Forecast {
  assignments: AssignmentForecast[];
  /** Assignments in courses of which the viewer is no member: their notes are carried over unseen. */
  hiddenCount: number;
}

const STATES = ["EXACT", "MOVED", "CHANGED", "DETACHED"] as const;
const ITEMS_A_PAGE = 100;
/** Longer quotes are cut: one is to recognise them, not to read them. */
const WORDS_AT_MOST = 400;
const HEADING_AT_MOST = 80;

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
  { document, text }: Pick<NextText, "document" | "text">,
  page: ForecastQuery = { row: 0 },
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
  const places = await placesIn(shown);
  const outcomes = shown.map((note) => outcomeOf(note, mapped.get(note.id), places, text));
  const toPlace = placesOf(document);
  return {
    assignments: assignments.map(({ id, title, course }) => {
      const own = outcomes.filter(({ note }) => note.assignmentId === id);
      const lists = STATES.map((state) => {
        const isTurned = page.assignment === id && page.state === state;
        return listOf(own, { state, row: isTurned ? page.row : 0, places, toPlace });
      });
      const counts = Object.fromEntries(lists.map(({ state, count }) => [state, count]));
      const about = { assignmentId: id, title, courseTitle: course.title };
      return { ...about, counts: counts as StateCounts, lists };
    }),
    hiddenCount: following.length - assignments.length,
  };
}

/** The texts that notes lie in now, and where in them. */
type Places = Map<string, { text: string; toPlace: (offset: number) => TextPlace }>;

async function placesIn(notes: readonly PlacedNote[]): Promise<Places> {
  const revisions = await db.revision.findMany({
    where: { id: { in: [...new Set(notes.map(({ revisionId }) => revisionId))] } },
    select: { id: true, text: true, document: true },
  });
  return new Map(
    revisions.map(({ id, text, document }) => [id, { text, toPlace: placesOf(document) }]),
  );
}

function placesOf(document: unknown): (offset: number) => TextPlace {
  return indexPlaces(readingSchema.nodeFromJSON(document));
}

interface Outcome {
  note: PlacedNote;
  state: AnchorState;
  /** Where its passage is in the next text, and its words there. */
  start: number;
  after: string;
  /** It comes to say something else by this change, and not by one before. */
  isNews: boolean;
}

function outcomeOf(
  note: PlacedNote,
  place: MappedAnchor | undefined,
  places: Places,
  text: string,
): Outcome {
  if (!place || place.state === "DETACHED") {
    return { note, state: "DETACHED", start: 0, after: "", isNews: note.state !== "DETACHED" };
  }
  const after = text.slice(place.start, place.end);
  const now = places.get(note.revisionId)?.text.slice(note.start, note.end);
  const isNews = place.state === "CHANGED" && (note.state !== "CHANGED" || now !== after);
  return { note, state: place.state, start: place.start, after, isNews };
}

interface Listing {
  state: AnchorState;
  row: number;
  places: Places;
  toPlace: (offset: number) => TextPlace;
}

function listOf(outcomes: readonly Outcome[], { state, row, places, toPlace }: Listing): StateList {
  const alike = outcomes
    .filter((outcome) => outcome.state === state)
    .sort(
      (a, b) =>
        Number(b.isNews) - Number(a.isNews) ||
        a.note.start - b.note.start ||
        a.note.id.localeCompare(b.note.id),
    );
  const next = row + ITEMS_A_PAGE;
  const items = alike.slice(row, next).map(({ note, start, after, isNews }): ForecastItem => {
    const { id, quote, revisionId } = note;
    // A note on the reading as a whole is nowhere in particular.
    const isPlaced = quote !== "";
    const isGone = state === "DETACHED";
    const from = places.get(revisionId)?.toPlace(note.start);
    return {
      id,
      before: shorten(quote, WORDS_AT_MOST),
      from: isPlaced && note.state !== "DETACHED" && from ? tellPlace(from) : null,
      after: isGone ? null : shorten(after, WORDS_AT_MOST),
      to: isPlaced && !isGone ? tellPlace(toPlace(start)) : null,
      isNews,
    };
  });
  return { state, count: alike.length, items, row, next: next < alike.length ? next : null };
}

function tellPlace({ section, paragraph }: TextPlace): TextPlace {
  return { section: section && shorten(section, HEADING_AT_MOST), paragraph };
}

function shorten(words: string, length: number): string {
  return words.length > length ? `${words.slice(0, length).trimEnd()} …` : words;
}
