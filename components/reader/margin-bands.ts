/** About two thirds of a window of text, in characters. */
const BAND = 1_200;
/** What a block takes beyond its letters: the rest of its last line and the space below it. */
const BLOCK_END = 60;

/** The text in stretches of about the same height, whose threads share the room beside them. */
export type Bands = ReturnType<typeof bandsOf>;

/**
 * Divides a text by its length alone: where a thread belongs depends neither on what is on the
 * screen nor on how wide it is, so that scrolling regroups nothing.
 */
export function bandsOf(blocks: readonly { from: number; to: number }[]) {
  const weights: number[] = [];
  let weight = 0;
  for (const { from, to } of blocks) {
    weights.push(weight);
    weight += to - from + BLOCK_END;
  }

  /** Where an offset was found last: whoever asks for many asks in the order of the text. */
  let hint = 0;

  function blockAt(offset: number): number {
    for (const block of [hint, hint + 1]) {
      const end = blocks[block + 1]?.from ?? Number.POSITIVE_INFINITY;
      if ((blocks[block]?.from ?? end) <= offset && offset < end) {
        hint = block;
        return block;
      }
    }
    hint = lastWhere((each) => blocks[each]!.from <= offset);
    return hint;
  }

  /** The last block of which `isBefore` holds. */
  function lastWhere(isBefore: (block: number) => boolean): number {
    let low = 0;
    let high = blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (isBefore(middle)) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  return {
    /** The band in which an offset lies. */
    at(offset: number): number {
      const block = blockAt(offset);
      const from = blocks[block]?.from ?? 0;
      return Math.floor(((weights[block] ?? 0) + Math.max(0, offset - from)) / BAND);
    },
    /** The first offset that lies in a band or in a later one; infinite behind the last one. */
    beginOf(band: number): number {
      const wanted = band * BAND;
      const block = lastWhere((each) => weights[each]! <= wanted);
      const { from = 0, to = 0 } = blocks[block] ?? {};
      const offset = from + Math.max(0, wanted - (weights[block] ?? 0));
      return offset <= to ? offset : (blocks[block + 1]?.from ?? Number.POSITIVE_INFINITY);
    },
  };
}
