/** What lies in one of the equal stretches into which a text is divided. */
export interface Stretch {
  /** Notes that begin there. */
  notes: number;
  /** Those of them that hold something which the reader has not seen. */
  unread: number;
}

/** As many as can be told apart on a strip as high as a window. */
const STRETCHES_AT_MOST = 80;
/** A stretch holds a line of text at least. */
const LEAST_LENGTH = 80;

/** How many stretches a text of so many units is divided into; one at least. */
export function countStretches(length: number): number {
  return Math.min(STRETCHES_AT_MOST, Math.max(1, Math.ceil(length / LEAST_LENGTH)));
}

/** The stretch, counted from 0, in which an offset lies; what is beyond the end counts to the last. */
export function stretchAt(length: number, offset: number): number {
  const count = countStretches(length);
  return Math.max(0, Math.min(count - 1, Math.floor((offset * count) / Math.max(1, length))));
}

/** The first offset of a stretch. */
export function stretchStart(length: number, stretch: number): number {
  return Math.ceil((stretch * length) / countStretches(length));
}

/** A note on a passage that has a place in the text. */
interface Note {
  start: number;
  end: number;
  state: string;
}

/**
 * How many notes begin in each stretch of a text of so many units, and how many of them are
 * unread. Notes without a passage, or whose passage is gone, begin nowhere. One pass over the notes.
 */
export function measureDensity<Each extends Note>(
  length: number,
  notes: Iterable<Each>,
  isUnread: (note: Each) => boolean,
): Stretch[] {
  const count = countStretches(length);
  const stretches = Array.from({ length: count }, () => ({ notes: 0, unread: 0 }));
  for (const note of notes) {
    if (note.state === "DETACHED" || note.start === note.end) continue;
    const stretch =
      stretches[Math.min(count - 1, Math.floor((note.start * count) / Math.max(1, length)))]!;
    stretch.notes += 1;
    if (isUnread(note)) stretch.unread += 1;
  }
  return stretches;
}

/** A new measurement with what the known one says the same of, in its very objects. */
export function keepSame(known: readonly Stretch[], next: readonly Stretch[]): readonly Stretch[] {
  const kept = next.map((stretch, at) => (isSame(known[at], stretch) ? known[at]! : stretch));
  const isAll = known.length === next.length && kept.every((each, at) => each === known[at]);
  return isAll ? known : kept;
}

function isSame(a: Stretch | undefined, b: Stretch): boolean {
  return a?.notes === b.notes && a.unread === b.unread;
}
