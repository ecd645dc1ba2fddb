import { z } from "zod";

import { normaliseTag } from "@/lib/editor/nodes/tag";
import { compareMarks, type ReaderMark } from "./mark-list";

export const SHOWS = [
  "all",
  "unread",
  "mine",
  "saved",
  "questions",
  "unanswered",
  "answered",
  "staff",
  "picked",
] as const;
export const KINDS = ["highlight", "comment", "question"] as const;
export const SORTS = ["position", "activity", "votes"] as const;
export const TOPS = [10, 25, 50, 100] as const;

/** What somebody wants to see of a discussion, and in which order, as the address has it. */
const query = z.object({
  show: z.enum(SHOWS).catch("all"),
  /** Who opened the thread. */
  by: z.uuid().nullable().catch(null),
  kind: z.enum(KINDS).nullable().catch(null),
  /** A tag in it, in its one form. */
  tag: z.string().max(80).transform(normaliseTag).nullable().catch(null),
  /** The group that it is for. */
  group: z.uuid().nullable().catch(null),
  sort: z.enum(SORTS).catch("position"),
  /** Only the first so many, where they are not in the order of the text. */
  top: z.string().transform(Number).pipe(z.literal(TOPS)).nullable().catch(null),
});

export type MarkFilter = z.output<typeof query>;
type Sort = MarkFilter["sort"];

/** Who looks, the threads that hold something they have not seen, and those that they keep. */
export interface FilterViewer {
  id: string;
  unreadIds: ReadonlySet<string>;
  savedIds: ReadonlySet<string>;
}

const SHOWN: Record<MarkFilter["show"], (mark: ReaderMark, viewer: FilterViewer) => boolean> = {
  all: () => true,
  unread: ({ id }, { unreadIds }) => unreadIds.has(id),
  mine: ({ author }, { id }) => author.id === id,
  saved: ({ id }, { savedIds }) => savedIds.has(id),
  questions: ({ kind }) => kind === "QUESTION",
  unanswered: ({ kind, isAnswered }) => kind === "QUESTION" && !isAnswered,
  answered: ({ kind, isAnswered }) => kind === "QUESTION" && isAnswered,
  staff: ({ author }) => author.isStaff,
  picked: ({ isPicked }) => isPicked,
};

/** What a mark must be, all at once. */
const CONDITIONS: ((mark: ReaderMark, filter: MarkFilter, viewer: FilterViewer) => boolean)[] = [
  (mark, { show }, viewer) => SHOWN[show](mark, viewer),
  ({ author }, { by }) => by === null || author.id === by,
  (mark, { kind }) => kind === null || mark.kind === kind.toUpperCase(),
  ({ tags }, { tag }) => tag === null || tags.includes(tag),
  (mark, { group }) => group === null || mark.group?.id === group,
];

const ORDERS: Record<Sort, (a: ReaderMark, b: ReaderMark) => number> = {
  position: compareMarks,
  activity: (a, b) => b.activeAt - a.activeAt || compareMarks(a, b),
  votes: (a, b) => b.voteCount - a.voteCount || compareMarks(a, b),
};

/** A filter from the query part of an address: what is not understood there asks for nothing. */
export function readFilter(asked: Record<string, unknown>): MarkFilter {
  const filter = query.parse(asked);
  return filter.sort === "position" ? { ...filter, top: null } : filter;
}

/** Everything, in the order of the text. */
export const EVERYTHING = readFilter({});

/** The query part of an address with this filter instead of the one that it has. */
export function writeFilter(filter: MarkFilter, search: string): string {
  const written = new URLSearchParams(search);
  for (const [name, value] of Object.entries(filter)) {
    if (value === EVERYTHING[name as keyof MarkFilter]) written.delete(name);
    else written.set(name, String(value));
  }
  return written.toString();
}

/** Whether it leaves anything out. */
export function isNarrow({ sort: _, ...conditions }: MarkFilter): boolean {
  return Object.entries(conditions).some(
    ([name, value]) => value !== EVERYTHING[name as keyof MarkFilter],
  );
}

/** Whether a mark is what is asked for. */
export function matches(mark: ReaderMark, filter: MarkFilter, viewer: FilterViewer): boolean {
  return CONDITIONS.every((isMet) => isMet(mark, filter, viewer));
}

/** The marks in the order that is asked for, the first `top` of them where that is limited. */
export function sortMarks(
  marks: Iterable<ReaderMark>,
  { sort, top }: Pick<MarkFilter, "sort" | "top">,
): ReaderMark[] {
  const order = ORDERS[sort];
  if (top === null) return [...marks].sort(order);
  const first: ReaderMark[] = [];
  for (const mark of marks) {
    const last = first[top - 1];
    if (last && order(last, mark) <= 0) continue;
    const at = first.findIndex((each) => order(mark, each) < 0);
    first.splice(at < 0 ? first.length : at, 0, mark);
    if (first.length > top) first.pop();
  }
  return first;
}
