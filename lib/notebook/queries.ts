import "server-only";

import { type AssignmentViewer, listAssignmentViewers } from "@/lib/assignments/queries";
import { courseAbilities } from "@/lib/courses/policy";
import { getCourseViewer } from "@/lib/courses/queries";
import { db } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import { matchTerms } from "@/lib/search/matching";
import { listPlaces, type Place } from "@/lib/search/places";
import { listCards } from "@/lib/search/present";
import { parseQuery } from "@/lib/search/query";
import { listAssignmentIds, listKeys, type NotebookScope } from "./keys";
import { listEntries } from "./present";
import type { NotebookQuery } from "./schema";
import { type EntryView, presentShown } from "./shown";

/** A page of a notebook, and what it can be narrowed to. */
export interface NotebookView {
  entries: EntryView[];
  nextCursor: string | null;
  /** Where there is something in it, the newest assignment first. */
  places: { id: string; title: string; courseId: string; courseTitle: string }[];
}

const ENTRIES_A_PAGE = 30;
/** More readings than anybody chooses from in a list. */
const PLACES_AT_MOST = 200;

/** What to read of a notebook. */
export interface Notebook {
  userId: string;
  viewers: AssignmentViewer[];
  scope: NotebookScope;
  /** The same without being narrowed to one reading. */
  everywhere: Place[];
}

/** A page of all that a person has marked, written, saved and begun, over all their readings. */
export async function listNotebook(userId: string, query: NotebookQuery): Promise<NotebookView> {
  return readPage(await openOwn(userId, query), query);
}

/**
 * A page of what a person of a course has marked and written in it, replies included, as far as
 * the staff who asks may see it.
 *
 * @throws NotFound unless one of the staff asks for a person of the course
 */
export async function listPersonNotebook(
  userId: string,
  { courseId, personId }: { courseId: string; personId: string },
  query: NotebookQuery,
): Promise<NotebookView> {
  return readPage(await openOfPerson(userId, { courseId, personId }, query), query);
}

/** A person's own notebook, narrowed as they ask. */
export async function openOwn(userId: string, query: NotebookQuery): Promise<Notebook> {
  const viewers = await listAssignmentViewers(userId);
  return open(viewers, query, { userId, personId: userId });
}

/** The notebook of a person of a course, for its staff. @throws NotFound */
export async function openOfPerson(
  userId: string,
  { courseId, personId }: { courseId: string; personId: string },
  query: NotebookQuery,
): Promise<Notebook> {
  await getPerson(userId, courseId, personId);
  const viewers = await listAssignmentViewers(userId, { courseId });
  return open(viewers, query, { userId, personId, isOwn: false });
}

/** Somebody whose notebook the staff look at, with those who stand before and after them. */
export interface PersonView {
  id: string;
  name: string;
  previous: { id: string; name: string } | null;
  next: { id: string; name: string } | null;
}

/** Who somebody of a course is, for its staff, also when they have left it. @throws NotFound */
export async function getPerson(
  userId: string,
  courseId: string,
  personId: string,
): Promise<PersonView> {
  const viewer = await getCourseViewer(userId, courseId);
  if (!courseAbilities(viewer).seeNotebooks) throw new NotFound();
  const enrolment = await db.enrolment.findUnique({
    where: { courseId_userId: { courseId, userId: personId } },
    select: { id: true, user: { select: { id: true, name: true } } },
  });
  if (!enrolment) throw new NotFound();
  const [beside] = await db.$queryRaw<{ previousId: string | null; nextId: string | null }[]>`
    SELECT
      (SELECT each.user_id FROM enrolment each
        WHERE each.course_id = here.course_id AND each.status = 'ACTIVE'
          AND (each.role, each.id) < (here.role, here.id)
        ORDER BY each.role DESC, each.id DESC LIMIT 1) AS "previousId",
      (SELECT each.user_id FROM enrolment each
        WHERE each.course_id = here.course_id AND each.status = 'ACTIVE'
          AND (each.role, each.id) > (here.role, here.id)
        ORDER BY each.role, each.id LIMIT 1) AS "nextId"
    FROM enrolment here WHERE here.id = ${enrolment.id}::uuid`;
  const { previousId = null, nextId = null } = beside ?? {};
  const people = await db.user.findMany({
    where: { id: { in: [previousId, nextId].filter((id) => id !== null) } },
    select: { id: true, name: true },
  });
  const find = (id: string | null) => people.find((each) => each.id === id) ?? null;
  return { ...enrolment.user, previous: find(previousId), next: find(nextId) };
}

async function open(
  all: AssignmentViewer[],
  { in: where, q, show, sort }: NotebookQuery,
  { userId, personId, isOwn = true }: { userId: string; personId: string; isOwn?: boolean },
): Promise<Notebook> {
  const isHere = ({ assignmentId, courseId }: AssignmentViewer) =>
    where === undefined || assignmentId === where || courseId === where;
  const viewers = all.filter(isHere);
  const { terms } = parseQuery(q);
  const [everywhere, places] = await Promise.all([listPlaces(all), listPlaces(viewers)]);
  const matchings = await matchTerms(
    terms,
    places.map(({ language }) => language),
    { inParts: true },
  );
  return {
    userId,
    viewers,
    everywhere,
    scope: { personId, isOwn, places, terms, matchings, show, sort },
  };
}

async function readPage(
  { userId, viewers, scope, everywhere }: Notebook,
  { cursor }: NotebookQuery,
): Promise<NotebookView> {
  const [{ keys, nextCursor }, places] = await Promise.all([
    listKeys(scope, { cursor, limit: ENTRIES_A_PAGE }),
    listUsed(scope.personId, everywhere),
  ]);
  const entries = await listEntries(userId, viewers, keys);
  const parts = scope.terms.map(({ text }) => text);
  return { entries: entries.map((entry) => presentShown(entry, parts)), nextCursor, places };
}

async function listUsed(
  personId: string,
  places: readonly Place[],
): Promise<NotebookView["places"]> {
  const ids = await listAssignmentIds({ personId, places }, PLACES_AT_MOST);
  const cards = await listCards(ids);
  return ids.flatMap((id) => {
    const card = cards.get(id);
    return card
      ? { id, title: card.title, courseId: card.courseId, courseTitle: card.courseTitle }
      : [];
  });
}
