/** A thread that wants to stand in the margin; pixels. */
export interface Wanting {
  /** Which stretch of the text it lies on, see `margin-bands`. */
  band: number;
  /** About how tall its card is while nobody is in it. */
  height: number;
}

/** Threads `[from, to)` of those that were given: too many for the margin beside their band. */
export interface Crowd {
  band: number;
  from: number;
  to: number;
}

/** How tall a band is, and how far from its passage a card may be pushed: about a window's height. */
const ROOM = 540;
const REACH = 900;
const GAP = 8;
/** The button that stands for a crowd, which must save more room than it takes. */
const BUTTON = 44;
const CROWD_AT_LEAST = 2;

/**
 * The threads for which the margin has no room: of every band that is to blame, those behind the
 * ones that fit. Threads come in the order of the text.
 *
 * Cards push one another down, and free room takes the push up again. From where it begins until
 * it has gone, it is either borne as a whole, or, where it would become longer than a card may be
 * pushed, every band with too many is cut to the room it has. Who stands and who does not depends
 * on the threads alone, never on what is on the screen.
 */
export function findCrowds(threads: readonly Wanting[]): Crowd[] {
  const bands = bandsIn(threads);
  const crowds: Crowd[] = [];
  let begun = 0;
  let push = 0;
  let longest = 0;

  function close(end: number): void {
    if (longest > REACH - ROOM) {
      for (let at = begun; at < end; at++) {
        const crowd = surplusOf(threads, bands[at]!, bands[at + 1]);
        if (crowd) crowds.push(crowd);
      }
    }
    begun = end;
    longest = 0;
  }

  for (const [at, { band, height }] of bands.entries()) {
    const before = bands[at - 1]?.band ?? band;
    push = Math.max(0, push - (band - before - 1) * ROOM);
    if (push === 0) close(at);
    push = Math.max(0, push + height - ROOM);
    longest = Math.max(longest, push);
  }
  close(bands.length);
  return crowds;
}

interface Filled extends Crowd {
  /** What its cards take together. */
  height: number;
}

function bandsIn(threads: readonly Wanting[]): Filled[] {
  const bands: Filled[] = [];
  for (const [at, { band, height }] of threads.entries()) {
    const last = bands.at(-1);
    if (last?.band === band) {
      last.to = at + 1;
      last.height += height + GAP;
    } else bands.push({ band, from: at, to: at + 1, height: height + GAP });
  }
  return bands;
}

function surplusOf(threads: readonly Wanting[], own: Filled, next?: Filled): Crowd | null {
  // Bands behind it that nobody wrote on lend their room, as far as a card may be pushed.
  const room = Math.min(REACH, ROOM * ((next?.band ?? Number.POSITIVE_INFINITY) - own.band));
  if (own.height <= room) return null;
  let from = own.from;
  let taken = BUTTON + GAP;
  while (from < own.to && taken + threads[from]!.height <= room) {
    taken += threads[from]!.height + GAP;
    from += 1;
  }
  // However tall it is, one thread always stands for the place.
  from = Math.max(from, own.from + 1);
  return own.to - from >= CROWD_AT_LEAST ? { band: own.band, from, to: own.to } : null;
}
