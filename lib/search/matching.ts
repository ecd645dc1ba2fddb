import "server-only";

import { db } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import type { Term } from "./query";

/** How the words of a query are looked for in texts of one language. */
export interface Matching {
  /** PostgreSQL's configuration for it; null where it has none. */
  language: string | null;
  /** On a row named `comment`. */
  comment: Prisma.Sql;
  /** A number, larger for what fits better: the same for the same words, whatever else is stored. */
  score: Prisma.Sql;
  /** For `revision.search`; null where words are too common to be in it. */
  text: string | null;
  /** What is marked in a snippet: these wherever they stand, … */
  parts: string[];
  /** … and the words that this finds, which are other forms of what was typed. */
  anyForm: string | null;
}

/** The configuration for what has no dictionary: words as they stand. */
const PLAIN = "simple";

/** No trigram is shorter. */
const TRIGRAM = 3;

interface TermRow {
  place: number;
  language: string;
  /** Of the words that are written with spaces between them, `''` for none but very common ones. */
  query: string;
  words: string;
  pairs: string[];
}

/**
 * How terms are looked for, by language. Where PostgreSQL has a dictionary, by full text; where it
 * has none, by how words begin or, `inParts`, by any part of them (`pg_trgm`); scripts without
 * spaces by pairs of characters, whatever the language of the reading, because people mix them.
 */
export async function matchTerms(
  terms: readonly Term[],
  languages: readonly (string | null)[],
  { inParts }: { inParts: boolean },
): Promise<Map<string | null, Matching>> {
  const configurations = [...new Set([...languages.map((each) => each ?? PLAIN), PLAIN])];
  const rows = terms.length === 0 ? [] : await readTerms(terms, configurations);
  return new Map(
    [...new Set(languages)].map((language) => {
      const own = rows.filter((row) => row.language === (language ?? PLAIN));
      return [language, matchingOf(own, language, inParts)];
    }),
  );
}

/** A pattern for `LIKE` on `search_words(…)`: the words anywhere in it, nothing in them a wildcard. */
export function containing(words: string): Prisma.Sql {
  return Prisma.sql`'%' || regexp_replace(search_words(${words}), '([\\\\%_])', '\\\\\\1', 'g') || '%'`;
}

function readTerms(terms: readonly Term[], configurations: readonly string[]): Promise<TermRow[]> {
  const texts = terms.map(({ text }) => text);
  const ends = terms.map(({ isPrefix }) => (isPrefix ? ":*" : ""));
  return db.$queryRaw<TermRow[]>`
    SELECT term.place::int AS place, language, words, search_pairs(words) AS pairs,
      to_tsquery(language::regconfig,
        '''' || replace(replace(coalesce(spaced, ''), '\\', '\\\\'), '''', '''''') || ''''
          || CASE WHEN language = ${PLAIN} AND char_length(words) >= ${TRIGRAM}::int THEN ':*' ELSE ending END
      )::text AS query
    FROM unnest(${texts}::text[], ${ends}::text[]) WITH ORDINALITY AS term (typed, ending, place)
    CROSS JOIN unnest(${configurations}::text[]) AS configuration (language)
    CROSS JOIN LATERAL (SELECT search_words(typed) AS words) AS folded
    CROSS JOIN LATERAL (
      SELECT string_agg(
        CASE WHEN search_is_unspaced(ascii(letter)) THEN ' ' ELSE letter END, '' ORDER BY at
      ) AS spaced
      FROM string_to_table(words, NULL) WITH ORDINALITY AS each (letter, at)
    ) AS apart
    ORDER BY term.place`;
}

function matchingOf(rows: readonly TermRow[], language: string | null, inParts: boolean): Matching {
  const hasDictionary = language !== null;
  const isIndexed = (row: TermRow) => hasDictionary || !inParts || isShort(row);
  const indexed = rows.filter(isIndexed).flatMap(queryOf);
  const others = rows.filter((row) => !isIndexed(row));
  // Of nothing but very common words, which no dictionary keeps, all are meant.
  const contained = indexed.length + others.length === 0 ? rows : others;
  const query = indexed.length === 0 ? null : indexed.join(" & ");
  const conditions = [
    ...(query === null ? [] : [Prisma.sql`comment.search @@ ${query}::tsquery`]),
    ...contained.map(containedIn),
  ];
  const spaced = rows.flatMap((row) => (row.query === "" ? [] : [apart(row.query)]));
  const text = [...spaced, ...rows.flatMap((row) => row.pairs.filter(isSingle).map(lexeme))];
  const marked = rows.filter((row) => row.pairs.length > 0 || contained.includes(row));
  return {
    language,
    comment: conditions.length === 0 ? Prisma.sql`TRUE` : Prisma.join(conditions, " AND "),
    score:
      query === null
        ? Prisma.sql`0`
        : Prisma.sql`round(ts_rank(comment.search, ${query}::tsquery) * 1000)::int`,
    text: text.length === 0 ? null : text.join(" & "),
    parts: (hasDictionary ? marked : rows).map(({ words }) => words),
    anyForm: hasDictionary && spaced.length > 0 ? spaced.join(" & ").replace(/&/g, "|") : null,
  };
}

/** Which words are in it, wherever they stand. */
function apart(query: string): string {
  return `( ${query.replace(/<(->|\d+>)/g, "&")} )`;
}

/** Any part of the words, or the beginning of a word of the passage that the thread is on. */
function containedIn({ words, query }: TermRow): Prisma.Sql {
  const inWords = Prisma.sql`search_words(comment.text) LIKE ${containing(words)}`;
  return query === "" ? inWords : Prisma.sql`(${inWords} OR comment.search @@ ${query}::tsquery)`;
}

function isShort({ words, pairs }: TermRow): boolean {
  return pairs.length > 0 || [...words].length < TRIGRAM;
}

function queryOf({ query, pairs }: TermRow): string[] {
  return [...(query === "" ? [] : [`( ${query} )`]), ...pairs.map(lexeme)];
}

function lexeme(characters: string): string {
  return `'${characters.replace(/['\\]/g, "$&$&")}'`;
}

function isSingle(characters: string): boolean {
  return [...characters].length === 1;
}
