import "server-only";

import { listAssignmentViewers } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import { searchDiscussion } from "./discussion";
import { containing } from "./matching";
import { type FoundPerson, searchPeople } from "./people";
import type { FoundPost } from "./present";
import type { Searcher } from "./queries";
import { isEmptyQuery, parseQuery, type Term } from "./query";
import { type FoundReading, searchReadings } from "./readings";

/** The first of each sort of thing that somebody may mean by what they have typed so far. */
export interface PaletteView {
  courses: { id: string; title: string; term: string }[];
  readings: FoundReading[];
  people: FoundPerson[];
  posts: FoundPost[];
}

const A_FEW = 5;

/** What the last word may go on to be counts too. Without words: the person's newest courses. */
export async function findForPalette(
  person: Searcher,
  q: string,
  now = new Date(),
): Promise<PaletteView> {
  const query = parseQuery(q, { isTyping: true });
  const { id: userId, timeZone: zone } = person;
  if (isEmptyQuery(query)) {
    return { courses: await findCourses(userId, []), readings: [], people: [], posts: [] };
  }
  const viewers = await listAssignmentViewers(userId, { now });
  const { terms } = query;
  const [courses, { readings }, { people }, { found: posts }] = await Promise.all([
    terms.length === 0 ? [] : findCourses(userId, terms),
    searchReadings(viewers, terms, { userId, limit: A_FEW }),
    searchPeople(userId, terms, { limit: A_FEW }),
    searchDiscussion(viewers, query, { userId, zone, limit: A_FEW }),
  ]);
  return { courses, readings, people, posts };
}

function findCourses(userId: string, terms: readonly Term[]): Promise<PaletteView["courses"]> {
  const named = terms.map(
    ({ text }) =>
      Prisma.sql`AND search_words(course.title || ' ' || course.term) LIKE ${containing(text)}`,
  );
  return db.$queryRaw<PaletteView["courses"]>`
    SELECT course.id, course.title, course.term
    FROM enrolment JOIN course ON course.id = enrolment.course_id
    WHERE enrolment.user_id = ${userId}::uuid AND enrolment.status = 'ACTIVE'
      ${named.length === 0 ? Prisma.empty : Prisma.join(named, " ")}
    ORDER BY course.created_at DESC, course.id
    LIMIT ${A_FEW}`;
}
