/** A stretch of text with a name. Stretches may overlap in any way. */
export interface Span {
  id: string;
  start: number;
  end: number;
  /** Up to eight bits of the caller's; a run carries the union over all its spans. */
  flags?: number;
}

/** A stretch on which one fixed set of spans lies. Runs never overlap and never touch nothing. */
export interface Run {
  from: number;
  to: number;
  /** The spans here, in their order, {@link LISTED_IDS} at most. */
  ids: readonly string[];
  /** How many spans lie here, listed or not. */
  count: number;
  flags: number;
}

/**
 * How many ids a run lists. A thousand people mark the same famous sentence: with every id in every
 * run, cost and size would grow with the square of that. Counts and flags stay exact.
 */
export const LISTED_IDS = 32;

/**
 * Cuts overlapping spans into sorted, disjoint runs: one sweep over the sorted boundaries.
 *
 * An overlap becomes a run of its own, because an element holds one value per attribute: of two
 * decorations on the same text, one would overwrite the other's ids. Order within a run is that of
 * {@link compareSpans}, whatever order the spans came in. `window` cuts the runs to a part of the
 * text without changing that order. O((n + runs) log n) for n spans; empty spans have no run.
 */
export function toRuns(spans: readonly Span[], window: Window = EVERYWHERE): Run[] {
  const opening = spans.filter(
    ({ start, end }) => Math.max(start, window.from) < Math.min(end, window.to),
  );
  opening.sort(compareSpans);
  const closing = opening.map((_, rank) => rank);
  closing.sort((a, b) => opening[a]!.end - opening[b]!.end);

  const active = new ActiveSpans(opening);
  const runs: Run[] = [];
  let opened = 0;
  let closed = 0;
  while (closed < closing.length) {
    const next = opening[opened];
    const opensAt = next ? Math.max(next.start, window.from) : Number.POSITIVE_INFINITY;
    const closesAt = Math.min(opening[closing[closed]!]!.end, window.to);
    const at = Math.min(opensAt, closesAt);

    const open = runs.at(-1);
    if (open && open.to === OPEN) open.to = at;
    for (; closed < closing.length && ends(opening[closing[closed]!]!, window) === at; closed++) {
      active.remove(closing[closed]!);
    }
    for (; opened < opening.length && begins(opening[opened]!, window) === at; opened++) {
      active.append(opened);
    }
    if (active.count > 0) runs.push({ from: at, to: OPEN, ...active.describe() });
  }
  return runs;
}

/** The order in which a place's spans are listed: earlier first, then longer first, then by id. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The part of the text that runs are wanted for. */
interface Window {
  from: number;
  to: number;
}

const EVERYWHERE: Window = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** The end of the run that is being swept; no text is that long. */
const OPEN = Number.POSITIVE_INFINITY;

const NONE = -1;
const FLAG_BITS = 8;

function begins(span: Span, window: Window): number {
  return Math.max(span.start, window.from);
}

function ends(span: Span, window: Window): number {
  return Math.min(span.end, window.to);
}

/**
 * The spans open at the point of the sweep, by rank. Spans open in the order of their ranks, so a
 * doubly linked list stays sorted by appending alone, and both changes take constant time.
 */
class ActiveSpans {
  count = 0;
  private first = NONE;
  private last = NONE;
  private readonly next: Int32Array;
  private readonly previous: Int32Array;
  private readonly flagCounts = new Uint32Array(FLAG_BITS);
  private listed: readonly string[] = [];
  private lastListed = NONE;
  private isListCurrent = false;

  constructor(private readonly spans: readonly Span[]) {
    this.next = new Int32Array(spans.length).fill(NONE);
    this.previous = new Int32Array(spans.length).fill(NONE);
  }

  append(rank: number): void {
    if (this.last === NONE) this.first = rank;
    else this.next[this.last] = rank;
    this.previous[rank] = this.last;
    this.last = rank;
    if (this.count < LISTED_IDS) this.isListCurrent = false;
    this.count++;
    this.countFlags(rank, 1);
  }

  remove(rank: number): void {
    const before = this.previous[rank]!;
    const after = this.next[rank]!;
    if (before === NONE) this.first = after;
    else this.next[before] = after;
    if (after === NONE) this.last = before;
    else this.previous[after] = before;
    if (rank <= this.lastListed) this.isListCurrent = false;
    this.count--;
    this.countFlags(rank, -1);
  }

  describe(): Pick<Run, "ids" | "count" | "flags"> {
    if (!this.isListCurrent) this.list();
    let flags = 0;
    for (let bit = 0; bit < FLAG_BITS; bit++) if (this.flagCounts[bit]! > 0) flags |= 1 << bit;
    return { ids: this.listed, count: this.count, flags };
  }

  /** Made anew only when one of the listed changed, so deep places share their lists. */
  private list(): void {
    const ids: string[] = [];
    this.lastListed = NONE;
    for (let rank = this.first; rank !== NONE && ids.length < LISTED_IDS; ) {
      ids.push(this.spans[rank]!.id);
      this.lastListed = rank;
      rank = this.next[rank]!;
    }
    this.listed = ids;
    this.isListCurrent = true;
  }

  private countFlags(rank: number, by: number): void {
    const flags = this.spans[rank]!.flags ?? 0;
    for (let bit = 0; bit < FLAG_BITS; bit++) if (flags & (1 << bit)) this.flagCounts[bit]! += by;
  }
}
