import "server-only";

import { type AssignmentViewer, listAssignmentViewers } from "@/lib/assignments/queries";
import { searchDiscussion } from "./discussion";
import { type FoundPerson, searchPeople } from "./people";
import type { FoundPost } from "./present";
import { isEmptyQuery, type Kind, type ParsedQuery, parseQuery } from "./query";
import { type FoundReading, searchReadings } from "./readings";
import type { SearchQuery } from "./schema";

/** What a query found. Of several sorts the first of each, of one sort a page. */
export interface SearchView {
  query: ParsedQuery;
  people: FoundPerson[];
  readings: FoundReading[];
  posts: FoundPost[];
  /** Sorts of which there are more than are shown here. */
  more: { people: boolean; readings: boolean };
  nextCursor: string | null;
}

const A_PAGE = 20;
/** Of what stands above the discussion. */
const A_FEW = 4;

/** Who searches, and in which zone their days begin. */
export interface Searcher {
  id: string;
  timeZone: string;
}

/**
 * Searches readings, discussion and people, as far as the person may see them. A filter that only
 * posts can fulfil leaves readings and people out; `kind:reading` and `kind:person` ask for those.
 *
 * @throws Invalid for a cursor that we did not write
 */
export async function search(
  person: Searcher,
  { q, cursor }: SearchQuery,
  now = new Date(),
): Promise<SearchView> {
  const query = parseQuery(q);
  const nothing = { query, people: [], readings: [], posts: [], nextCursor: null };
  if (isEmptyQuery(query)) return { ...nothing, more: { people: false, readings: false } };
  const viewers = await listAssignmentViewers(person.id, { now });
  const sorts = sortsOf(query);
  const only = sorts.length === 1 ? sorts[0] : null;
  const [people, readings, discussion] = await Promise.all([
    sorts.includes("person")
      ? searchPeople(person.id, query.terms, pageOf(only === "person", cursor))
      : null,
    sorts.includes("reading")
      ? searchReadings(viewers, query.terms, {
          userId: person.id,
          ...pageOf(only === "reading", cursor),
        })
      : null,
    sorts.includes("post") ? searchPosts(person, viewers, query, cursor) : null,
  ]);
  const paged = { person: people, reading: readings, post: discussion }[only ?? "post"];
  return {
    query,
    people: people?.people ?? [],
    readings: readings?.readings ?? [],
    posts: discussion?.found ?? [],
    more: {
      people: only === null && people !== null && people.nextCursor !== null,
      readings: only === null && readings !== null && readings.nextCursor !== null,
    },
    nextCursor: paged?.nextCursor ?? null,
  };
}

type Sort = "person" | "reading" | "post";

function searchPosts(
  { id: userId, timeZone: zone }: Searcher,
  viewers: readonly AssignmentViewer[],
  query: ParsedQuery,
  cursor: string | undefined,
) {
  return searchDiscussion(viewers, query, { userId, zone, cursor, limit: A_PAGE });
}

/** A page of what alone is asked for; of what stands with others, on the first page, a few. */
function pageOf(isAlone: boolean, cursor: string | undefined) {
  return isAlone ? { cursor, limit: A_PAGE } : { limit: A_FEW };
}

function sortsOf({ kinds, from, tags, is, before, after }: ParsedQuery): Sort[] {
  const isOfPosts = [...from, ...tags, ...is, before, after].some((each) => each !== null);
  if (isOfPosts) return ["post"];
  if (kinds.length === 0) return ["person", "reading", "post"];
  return [...new Set(kinds.map(sortOf))];
}

function sortOf(kind: Kind): Sort {
  return kind === "person" || kind === "reading" ? kind : "post";
}
