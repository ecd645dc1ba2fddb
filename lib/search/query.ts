/** A word to look for, or several that stand together. */
export interface Term {
  text: string;
  /** Only what is typed is known of it yet, so that it may be the beginning of a word. */
  isPrefix: boolean;
}

export const KINDS = [
  "highlight",
  "comment",
  "question",
  "reply",
  "note",
  "reading",
  "person",
] as const;
export const STATES = ["unanswered", "answered", "saved"] as const;

export type Kind = (typeof KINDS)[number];
export type State = (typeof STATES)[number];

/** What somebody looks for. */
export interface ParsedQuery {
  terms: Term[];
  /** Names, or `me`. */
  from: string[];
  /** Without the sign before them. */
  tags: string[];
  kinds: Kind[];
  is: State[];
  /** Days, `2026-11-25`, in the reader's zone; both are left out of what is found. */
  before: string | null;
  after: string | null;
  /** Every filter as it was typed, in order, to be shown and taken away again. */
  filters: Filter[];
}

export interface Filter {
  /** As it was typed. */
  text: string;
  /** The query without it. */
  rest: string;
  /** It says nothing that could be looked for, and narrows nothing. */
  isWrong: boolean;
}

/** More words than anybody looks for at once; the others narrow nothing. */
const TERMS_AT_MOST = 8;
const FILTERS_AT_MOST = 12;

const TOKEN = /(?:(from|tag|kind|is|before|after):)?(?:"([^"]*)"?|(\S+))/giu;

/**
 * Takes a query apart: words, "words that stand together", and filters such as `from:ada`,
 * `from:"Ada Lovelace"`, `tag:fox`, `kind:question`, `is:unanswered`, `before:2026-11-01`.
 *
 * Never refuses: what is no filter is a word, and a filter that cannot be meant is told by
 * `isWrong`. With `isTyping` the last word counts as one that goes on.
 */
export function parseQuery(query: string, { isTyping = false } = {}): ParsedQuery {
  const parsed: ParsedQuery = {
    ...{ terms: [], from: [], tags: [], kinds: [], is: [] },
    ...{ before: null, after: null, filters: [] },
  };
  for (const match of query.matchAll(TOKEN)) {
    const [whole, name, quoted, bare] = match;
    const value = (quoted ?? bare ?? "").trim();
    if (name === undefined) addTerm(parsed, value, { isPhrase: quoted !== undefined });
    else if (parsed.filters.length < FILTERS_AT_MOST) {
      const isWrong = !addFilter(parsed, name.toLowerCase(), value);
      const rest = query.slice(0, match.index) + query.slice(match.index + whole.length);
      parsed.filters.push({ text: whole, rest: rest.replace(/\s+/g, " ").trim(), isWrong });
    }
  }
  const last = parsed.terms.at(-1);
  if (isTyping && last && /[^\s"]$/u.test(query) && !parsed.filters.some(endsIt(query))) {
    last.isPrefix = true;
  }
  return parsed;
}

/** Whether there is anything to look for. */
export function isEmptyQuery({ terms, filters }: ParsedQuery): boolean {
  return terms.length === 0 && filters.every(({ isWrong }) => isWrong);
}

function endsIt(query: string) {
  return ({ text }: Filter) => query.endsWith(text);
}

function addTerm({ terms }: ParsedQuery, text: string, { isPhrase }: { isPhrase: boolean }): void {
  // A sign alone stands in no index.
  if (terms.length === TERMS_AT_MOST || !/[\p{L}\p{N}\p{S}]/u.test(text)) return;
  if (!isPhrase && terms.some((term) => term.text === text)) return;
  terms.push({ text, isPrefix: false });
}

/** Whether the filter could be meant. */
function addFilter(parsed: ParsedQuery, name: string, value: string): boolean {
  if (value === "") return false;
  switch (name) {
    case "from":
      parsed.from.push(value);
      return true;
    case "tag":
      parsed.tags.push(value.replace(/^#/, "").toLowerCase());
      return true;
    case "kind":
      return add(parsed.kinds, KINDS, value);
    case "is":
      return add(parsed.is, STATES, value);
    default:
      if (!isDay(value)) return false;
      if (name === "before") parsed.before = value;
      else parsed.after = value;
      return true;
  }
}

function add<T extends string>(to: T[], known: readonly T[], value: string): boolean {
  const found = known.find((each) => each === value.toLowerCase());
  if (found && !to.includes(found)) to.push(found);
  return found !== undefined;
}

/** `2026-02-30` is none. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
