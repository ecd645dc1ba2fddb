import type { AnchorState, AnnotationKind, Audience } from "@/prisma/generated/enums";
import type { Pending } from "./merge";

/** A mark on the text; its thread may not be loaded yet. */
export interface ReaderMark {
  id: string;
  start: number;
  end: number;
  state: AnchorState;
  kind: AnnotationKind;
  audience: Audience;
  author: { id: string; name: string; isStaff: boolean };
  commentCount: number;
  isAnswered: boolean;
  /** The staff pinned it, or picked what somebody says in it. */
  isPicked: boolean;
  /** Upvotes of what opens it; of a question, how many ask it too. */
  voteCount: number;
  /** The group that it is for, where it is for one. */
  group: { id: string; name: string } | null;
  tags: readonly string[];
  /** Moments in milliseconds since 1970: when it was made, and when somebody last wrote in it. */
  createdAt: number;
  activeAt: number;
  pending?: Pending;
}

/** What one step changed. */
export interface MarkChange {
  put: readonly ReaderMark[];
  remove: readonly string[];
}

/** Beyond so many changes at once, sorting anew is quicker than putting each in its place. */
const SORT_ANEW_FROM = 64;

/** Lists that were begun apart never have the same version: a follower of one tells another from it. */
const STEPS_OF_ONE = 2 ** 32;
let begun = 0;

/**
 * The marks of a reading, by id and in the order of the text.
 *
 * Every change gives a list with an identity of its own, so that what depends on it is made
 * anew; but all share one body, because copying ten thousand marks for one new one would cost
 * more than painting it. Only the newest list may be asked.
 */
export class MarkList {
  private constructor(
    private readonly byId: Map<string, ReaderMark>,
    /** Those that are not on the server yet. */
    readonly unsavedIds: Set<string>,
    /** By beginning, the longer first, then by id. Not to be changed. */
    readonly ordered: ReaderMark[],
    /** Counts the changes, so that a follower knows whether it missed one. */
    readonly version: number,
    /** What the last step changed. */
    readonly change: MarkChange,
    /** The version that last changed where marks stand, and how much room they take in the margin. */
    readonly placing: number,
  ) {}

  static of(marks: Iterable<ReaderMark>): MarkList {
    const byId = new Map([...marks].map((mark) => [mark.id, mark]));
    const ordered = [...byId.values()].sort(compareMarks);
    const unsavedIds = new Set(ordered.flatMap(({ id, pending }) => (pending ? [id] : [])));
    begun += STEPS_OF_ONE;
    return new MarkList(byId, unsavedIds, ordered, begun, { put: ordered, remove: [] }, begun);
  }

  get size(): number {
    return this.byId.size;
  }

  get(id: string): ReaderMark | undefined {
    return this.byId.get(id);
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }

  /** The list with these marks put in place of those of the same ids, and the others taken away. */
  with({ put = [], remove = [] }: Partial<MarkChange>): MarkList {
    const { byId, unsavedIds, ordered } = this;
    const isMany = put.length > SORT_ANEW_FROM;
    const isPlaced =
      remove.length > 0 || isMany || put.some((mark) => !standsAlike(byId.get(mark.id), mark));
    const version = this.version + 1;
    const placing = isPlaced ? version : this.placing;
    for (const id of remove) {
      if (!isMany) this.cut(id);
      byId.delete(id);
      unsavedIds.delete(id);
    }
    for (const mark of put) {
      if (!isMany) {
        this.cut(mark.id);
        ordered.splice(firstNotBefore(ordered, mark), 0, mark);
      }
      byId.set(mark.id, mark);
      if (mark.pending) unsavedIds.add(mark.id);
      else unsavedIds.delete(mark.id);
    }
    const inOrder = isMany ? [...byId.values()].sort(compareMarks) : ordered;
    return new MarkList(byId, unsavedIds, inOrder, version, { put, remove }, placing);
  }

  /** The marks that begin in `[start, end)` of the text, in order. */
  beginningIn(start: number, end: number): ReaderMark[] {
    return this.ordered.slice(this.firstFrom(start), this.firstFrom(end));
  }

  /** The place in `ordered` of the first mark that begins at `offset` or later. */
  firstFrom(offset: number): number {
    return firstWhere(this.ordered, (mark) => mark.start >= offset);
  }

  private cut(id: string): void {
    const known = this.byId.get(id);
    if (!known) return;
    const at = firstNotBefore(this.ordered, known);
    if (this.ordered[at]?.id === id) this.ordered.splice(at, 1);
  }
}

function standsAlike(a: ReaderMark | undefined, b: ReaderMark): boolean {
  return (
    a?.start === b.start &&
    a.end === b.end &&
    a.state === b.state &&
    a.commentCount === b.commentCount
  );
}

/** The order of the text: what is on all of it, then by beginning, the longer first. */
export function compareMarks(a: ReaderMark, b: ReaderMark): number {
  const isFirst = Number(isOnWhole(b)) - Number(isOnWhole(a));
  return isFirst || a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function firstNotBefore(ordered: readonly ReaderMark[], mark: ReaderMark): number {
  return firstWhere(ordered, (each) => compareMarks(each, mark) >= 0);
}

/** The first place from which on `is` holds; it must hold for all after it. */
function firstWhere(ordered: readonly ReaderMark[], is: (mark: ReaderMark) => boolean): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(ordered[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether something lies on no passage but on the reading as a whole. */
export function isOnWhole(place: { start: number; end: number; state?: AnchorState }): boolean {
  return place.start === 0 && place.end === 0 && place.state !== "DETACHED";
}
