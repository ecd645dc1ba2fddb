import { isNarrow, type MarkFilter, matches, sortMarks } from "./mark-filter";
import { type MarkChange, MarkList, type ReaderMark } from "./mark-list";
import { NOTHING_OWN, type Own } from "./own";

/** What decides which marks are seen. */
interface Wanted {
  marks: MarkList;
  filter: MarkFilter;
  /** Nothing is to be marked in the text. */
  areHidden: boolean;
  /** Threads that stay whatever is left out, because one reads or writes in them. */
  keptIds: readonly string[];
  /** Threads that hold something unread. */
  freshIds: ReadonlySet<string>;
  /** What the reader noted for themselves. */
  own: Pick<Own, "savedIds">;
}

export interface Shown {
  /** The marks that the reader wants to see now. */
  shown: MarkList;
  /** Those of them that are marked in the text. */
  painted: MarkList;
  /** How many the filter lets through. */
  shownCount: number;
}

/**
 * Follows the marks of a reading with those that its reader wants to see: what margin, text, steps
 * and paper are made of. To be asked at every change, in their order. It costs as much as there
 * changed, and a pass over all marks only where the filter does.
 *
 * Beside those that match stay the kept ones, those that are not saved yet, and those written
 * since the filter was chosen: nothing vanishes from under the hand that made it. Nor does what was
 * unread since then, from under the eyes that read it.
 */
export function followShown(readerId: string): (wanted: Wanted) => Shown {
  const unreadIds = new Set<string>();
  const viewer = { id: readerId, unreadIds, savedIds: NOTHING_OWN.savedIds };
  let known: ReadonlySet<string> = unreadIds;
  let narrow: Part | null = null;

  /** Those that have become unread since this was asked last, or the filter was chosen. */
  function newlyUnread(freshIds: ReadonlySet<string>, isChosen: boolean): string[] {
    if (isChosen) unreadIds.clear();
    else if (freshIds === known) return [];
    known = freshIds;
    const added = [...freshIds].filter((id) => !unreadIds.has(id));
    for (const id of added) unreadIds.add(id);
    return added;
  }

  /** Those that are kept now and were not, or the other way round. */
  function newlySaved(savedIds: ReadonlySet<string>): string[] {
    const before = viewer.savedIds;
    if (before === savedIds) return [];
    viewer.savedIds = savedIds;
    const changed = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
      [...a].filter((id) => !b.has(id));
    return [...changed(before, savedIds), ...changed(savedIds, before)];
  }

  let bare: Part | null = null;
  return ({ marks, filter, areHidden, keptIds, freshIds, own }) => {
    const saved = newlySaved(own.savedIds);
    if (!isNarrow(filter)) narrow = null;
    else {
      const added = newlyUnread(freshIds, narrow?.filter !== filter);
      const again = filter.show === "saved" ? [...added, ...saved] : added;
      if (narrow?.filter !== filter || !narrow.follow(marks, keptIds, again)) {
        narrow = new Part(filter, (mark) => matches(mark, filter, viewer), marks, keptIds);
      }
    }
    const shown = narrow?.list ?? marks;
    if (!areHidden) bare = null;
    else if (!bare?.follow(shown, keptIds)) bare = new Part(null, () => false, shown, keptIds);
    return {
      shown,
      painted: bare?.list ?? shown,
      shownCount: narrow?.count ?? marks.size,
    };
  };
}

const sorted = new WeakMap<MarkList, { filter: MarkFilter; marks: readonly ReaderMark[] }>();

/** The marks that are shown, in the order that was chosen; sorted once a list. */
export function inOrder(shown: MarkList, filter: MarkFilter): readonly ReaderMark[] {
  if (filter.sort === "position") return shown.ordered;
  const known = sorted.get(shown);
  if (known?.filter === filter) return known.marks;
  const marks = sortMarks(shown.ordered, { ...filter, top: null });
  sorted.set(shown, { filter, marks });
  return marks;
}

const NOTHING: MarkChange = { put: [], remove: [] };

/** A part of a list of marks, which follows that list step by step. */
class Part {
  list: MarkList;
  private version: number;
  private readonly matching = new Map<string, ReaderMark>();
  private readonly written = new Set<string>();
  private topIds: ReadonlySet<string> | null;

  constructor(
    readonly filter: MarkFilter | null,
    private readonly isMeant: (mark: ReaderMark) => boolean,
    marks: MarkList,
    private keptIds: readonly string[],
  ) {
    this.version = marks.version;
    for (const mark of marks.ordered) this.note(mark);
    this.topIds = this.findTop();
    this.list = MarkList.of(marks.ordered.filter((mark) => this.has(mark)));
  }

  /** How many are meant, without those that stay beside them. */
  get count(): number {
    return this.topIds?.size ?? this.matching.size;
  }

  /** Takes the last step of the list as well, and looks at some again; false where it missed one before. */
  follow(marks: MarkList, keptIds: readonly string[], again: readonly string[] = []): boolean {
    const steps = marks.version - this.version;
    if (steps !== 0 && steps !== 1) return false;
    const asked = new Set<string>();
    if (String(keptIds) !== String(this.keptIds)) {
      for (const id of [...this.keptIds, ...keptIds]) asked.add(id);
      this.keptIds = keptIds;
    }
    if (steps === 1 || again.length > 0) {
      const { put, remove } = steps === 1 ? marks.change : NOTHING;
      const looked = again.flatMap((id) => marks.get(id) ?? []);
      for (const id of this.step({ put: [...put, ...looked], remove })) asked.add(id);
      this.version = marks.version;
    }
    this.update(marks, asked);
    return true;
  }

  /** The ids that the last change of the list may have brought in or out. */
  private step({ put, remove }: MarkChange): string[] {
    for (const id of remove) this.matching.delete(id);
    for (const mark of put) this.note(mark);
    const topBefore = this.topIds;
    this.topIds = this.findTop();
    const changed = [...remove, ...put.map(({ id }) => id)];
    return [...changed, ...(topBefore ?? []), ...(this.topIds ?? [])];
  }

  private update(marks: MarkList, asked: ReadonlySet<string>): void {
    const put: ReaderMark[] = [];
    const remove: string[] = [];
    for (const id of asked) {
      const mark = marks.get(id);
      if (mark && this.has(mark)) {
        if (this.list.get(id) !== mark) put.push(mark);
      } else if (this.list.has(id)) remove.push(id);
    }
    if (put.length + remove.length > 0) this.list = this.list.with({ put, remove });
  }

  private note(mark: ReaderMark): void {
    if (this.isMeant(mark)) this.matching.set(mark.id, mark);
    else this.matching.delete(mark.id);
    if (mark.pending) this.written.add(mark.id);
  }

  private has({ id }: ReaderMark): boolean {
    const isMeant = this.topIds ? this.topIds.has(id) : this.matching.has(id);
    return isMeant || this.written.has(id) || this.keptIds.includes(id);
  }

  private findTop(): ReadonlySet<string> | null {
    const top = this.filter?.top ?? null;
    if (!this.filter || top === null) return null;
    return new Set(sortMarks(this.matching.values(), this.filter).map(({ id }) => id));
  }
}
