import { compareSpans, type Run, type Span, toRuns } from "./runs";

/** A block of a text: `[from, to)` of the flat text. The unit between two blocks belongs to none. */
export interface BlockRange {
  from: number;
  to: number;
}

/**
 * The runs of many spans, kept by block, so that a change of one span touches only the blocks that
 * it crosses, and only the runs of blocks that somebody asks for are ever made.
 *
 * Blocks must be sorted and must not overlap.
 */
export class BlockRuns {
  private readonly spans = new Map<string, Span>();
  private readonly byBlock: Set<Span>[];
  private readonly made = new Map<number, Run[]>();

  constructor(private readonly blocks: readonly BlockRange[]) {
    this.byBlock = blocks.map(() => new Set());
  }

  /** Adds a span, or replaces the one of the same id. Returns the blocks whose runs changed. */
  put(span: Span): Set<number> {
    const touched = this.remove(span.id);
    this.spans.set(span.id, span);
    for (const block of this.blocksOf(span)) {
      this.byBlock[block]!.add(span);
      this.made.delete(block);
      touched.add(block);
    }
    return touched;
  }

  /** Takes a span away. Returns the blocks whose runs changed. */
  remove(id: string): Set<number> {
    const touched = new Set<number>();
    const span = this.spans.get(id);
    if (!span) return touched;
    this.spans.delete(id);
    for (const block of this.blocksOf(span)) {
      this.byBlock[block]!.delete(span);
      this.made.delete(block);
      touched.add(block);
    }
    return touched;
  }

  /** The runs of one block, cut to it, in order. */
  runsOf(block: number): readonly Run[] {
    const range = this.blocks[block];
    if (!range) return [];
    const runs = this.made.get(block) ?? toRuns([...this.byBlock[block]!], range);
    this.made.set(block, runs);
    return runs;
  }

  /** Every span over the unit at `offset`, listed in a run or not, in the order of a run's ids. */
  spansAt(offset: number): Span[] {
    const block = this.firstBlock(offset);
    const range = this.blocks[block];
    if (!range || range.from > offset) return [];
    const here = [...this.byBlock[block]!];
    return here.filter(({ start, end }) => start <= offset && offset < end).sort(compareSpans);
  }

  private *blocksOf({ start, end }: Span): Generator<number> {
    for (let block = this.firstBlock(start); block < this.blocks.length; block++) {
      if (this.blocks[block]!.from >= end) return;
      yield block;
    }
  }

  /** The first block that reaches beyond `offset`. */
  private firstBlock(offset: number): number {
    let low = 0;
    let high = this.blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.blocks[middle]!.to > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
