/** A stretch of the earlier text, `[from, to)`, that is `[at, end)` of the later. */
export interface Kept {
  from: number;
  to: number;
  at: number;
  end: number;
  /** It is the same unit by unit; else only to a reader, such as with curly quotation marks. */
  isLiteral: boolean;
  /**
   * How far the edit itself tells that this is the same text and not other text that reads the same:
   * `certain` (the editor saw it, or the whole block is there in its order), `likely` (the same words
   * in an edited or moved block), or `open` (one of several that read the same came or went).
   */
  certainty: "certain" | "likely" | "open";
}

/** What became of an earlier text in a later: the stretches that are in both. */
export class Alignment {
  /** By place in the earlier text. */
  readonly kept: readonly Kept[];
  private readonly byPlace: readonly Kept[];

  /** Stretches must not overlap in either text. `reserved`: stretches of the later that are nobody's. */
  constructor(
    kept: readonly Kept[],
    private readonly length: number,
    reserved: readonly Pick<Kept, "at" | "end">[] = [],
  ) {
    this.kept = joinStretches([...kept].sort((a, b) => a.from - b.from));
    const nobodys = reserved.map((each) => ({ ...each, from: 0, to: 0, ...NOBODYS }));
    this.byPlace = [...this.kept, ...nobodys].sort((a, b) => a.at - b.at);
  }

  /** The kept stretches that `[start, end)` of the earlier text crosses, cut to it. */
  piecesOf(start: number, end: number): Kept[] {
    const pieces: Kept[] = [];
    let index = firstWhere(this.kept, ({ to }) => to > start);
    for (; index < this.kept.length && this.kept[index]!.from < end; index++) {
      pieces.push(cut(this.kept[index]!, start, end));
    }
    return pieces;
  }

  /** The stretch that holds the unit at `offset` of the earlier text. */
  stretchAt(offset: number): Kept | undefined {
    const found = this.kept[firstWhere(this.kept, ({ to }) => to > offset)];
    return found && found.from <= offset ? found : undefined;
  }

  /** Whether more than half of `[at, end)` of the later text was there before: no new words. */
  isOld(at: number, end: number): boolean {
    let old = 0;
    let index = firstWhere(this.byPlace, (each) => each.end > at);
    for (; index < this.byPlace.length && this.byPlace[index]!.at < end; index++) {
      const each = this.byPlace[index]!;
      old += Math.min(each.end, end) - Math.max(each.at, at);
    }
    return old * 2 > end - at;
  }

  /** About where an offset is now: between what is kept before and after it, in proportion. */
  expect(offset: number): number {
    const next = firstWhere(this.kept, ({ to }) => to > offset);
    const after = this.kept[next];
    if (after && after.from <= offset) return Math.min(after.at + offset - after.from, after.end);
    const before = this.kept[next - 1];
    const low = { from: before?.to ?? 0, at: before?.end ?? 0 };
    if (!after) return Math.min(low.at, this.length);
    if (after.at <= low.at) return low.at;
    const share = (offset - low.from) / (after.from - low.from);
    return Math.round(low.at + share * (after.at - low.at));
  }
}

const NOBODYS = { isLiteral: false, certainty: "open" } as const;

/** The part of a stretch within `[start, end)`. A stretch that is not literal is never cut inside. */
function cut(kept: Kept, start: number, end: number): Kept {
  if (!kept.isLiteral) return kept;
  const from = Math.max(kept.from, start);
  const to = Math.min(kept.to, end);
  return { ...kept, from, to, at: kept.at + from - kept.from, end: kept.at + to - kept.from };
}

/** Makes one stretch of literal ones that adjoin in both texts and are equally certain. */
function joinStretches(sorted: readonly Kept[]): Kept[] {
  const joined: Kept[] = [];
  for (const each of sorted) {
    const last = joined.at(-1);
    const isNext = last?.to === each.from && last.end === each.at;
    const isAlike = last?.isLiteral && each.isLiteral && last.certainty === each.certainty;
    if (last && isNext && isAlike)
      joined[joined.length - 1] = { ...last, to: each.to, end: each.end };
    else joined.push(each);
  }
  return joined;
}

/** The first index for which `is` holds; it must hold for all after it. */
function firstWhere(stretches: readonly Kept[], is: (each: Kept) => boolean): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(stretches[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
