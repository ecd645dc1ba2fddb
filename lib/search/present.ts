import "server-only";

import type { Post } from "@/lib/annotations/posts";
import type { AnnotationView } from "@/lib/annotations/present";
import { type AssignmentCard, cardSelect, presentCard } from "@/lib/assignments/present";
import type { AssignmentViewer } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import type { Matching } from "./matching";
import { distinctWords, type Snippet, snippetOf } from "./snippet";

/** Where something stands. */
export type WhereView = Pick<AssignmentCard, "id" | "title" | "courseId" | "courseTitle">;

/** A comment that was found, or a highlight of one's own. */
export interface FoundPost {
  id: string;
  annotationId: string;
  kind: AnnotationView["kind"];
  audience: AnnotationView["audience"];
  isReply: boolean;
  isAnswered: boolean;
  author: AnnotationView["author"] | null;
  createdAt: string;
  /** Its words; null for a highlight. */
  words: Snippet | null;
  /** The passage that it is on; null for the reading as a whole. */
  quote: Snippet | null;
  where: WhereView;
}

/** Posts with their hits marked, and where they stand, in a fixed number of queries. */
export async function presentFound(
  posts: readonly Post[],
  matchingFor: (viewer: AssignmentViewer) => Matching | undefined,
): Promise<FoundPost[]> {
  const [cards, forms] = await Promise.all([
    listCards(posts.map(({ viewer }) => viewer.assignmentId)),
    findForms(posts, matchingFor),
  ]);
  return posts.flatMap(({ viewer, annotation, comment, text }) => {
    const where = cards.get(viewer.assignmentId);
    if (!where) return [];
    const parts = matchingFor(viewer)?.parts ?? [];
    return {
      id: comment?.id ?? annotation.id,
      annotationId: annotation.id,
      kind: annotation.kind,
      audience: annotation.audience,
      isReply: comment !== null && !comment.isOpening,
      isAnswered: annotation.answeredAt !== null,
      author: comment ? comment.author : annotation.author,
      createdAt: comment?.createdAt ?? annotation.createdAt,
      words: comment ? snippetOf(text, parts, forms) : null,
      quote: annotation.quote === "" ? null : snippetOf(annotation.quote, parts, forms),
      where,
    };
  });
}

/** The assignments with these ids, for somebody who is known to read them. */
export async function listCards(ids: readonly string[]): Promise<Map<string, AssignmentCard>> {
  const rows = await db.assignment.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: cardSelect,
  });
  const now = new Date();
  return new Map(rows.map((row) => [row.id, presentCard(row, now)]));
}

/** Only as much of a passage as a snippet is looked for in. */
const QUOTE_UNITS = 2_000;

/** Which words of these posts are forms of what was looked for: PostgreSQL's dictionaries decide. */
async function findForms(
  posts: readonly Post[],
  matchingFor: (viewer: AssignmentViewer) => Matching | undefined,
): Promise<Set<string>> {
  const words: string[] = [];
  const queries: string[] = [];
  const languages: string[] = [];
  for (const { viewer, annotation, text } of posts) {
    const { anyForm, language } = matchingFor(viewer) ?? {};
    if (!anyForm || !language) continue;
    for (const word of distinctWords(`${text} ${annotation.quote.slice(0, QUOTE_UNITS)}`)) {
      words.push(word);
      queries.push(anyForm);
      languages.push(language);
    }
  }
  if (words.length === 0) return new Set();
  const rows = await db.$queryRaw<{ word: string }[]>`
    SELECT DISTINCT word FROM unnest(${words}::text[], ${queries}::text[], ${languages}::text[])
      AS each (word, query, language)
    WHERE to_tsvector(language::regconfig, search_words(word)) @@ query::tsquery`;
  return new Set(rows.map(({ word }) => word));
}
