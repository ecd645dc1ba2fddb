/** Which blocks of two texts are the same. */
export interface BlockMatches {
  /** The partner of each earlier block, or {@link NONE}. */
  partners: Int32Array;
  /** Earlier blocks whose partner stands elsewhere in the order: cut and pasted. */
  moved: Set<number>;
  /** Blocks of either text that have an equal one in the other, but one cannot say which. */
  undecided: { before: Set<number>; after: Set<number> };
}

export const NONE = -1;

/**
 * How often a stretch between matches is searched for further matches. Halving takes 20 rounds for
 * a million blocks; a text made to match one block a round would take the square of its length.
 */
const ROUNDS = 64;

/**
 * Matches equal blocks of two texts, each given by a key.
 *
 * This is the patience diff of Bram Cohen (the one of `git diff --patience`): blocks that occur once
 * in both texts are matched, in the longest common order, then the same in each stretch between, and
 * matches grow over equal neighbours. It is preferred to the longest common subsequence because that
 * matches refrains to whichever refrain fits the count. Here a block that occurs a different number
 * of times in the two stretches is left undecided: one of them came or went, and nobody can say which.
 */
export function matchBlocks(before: readonly string[], after: readonly string[]): BlockMatches {
  const partners = new Int32Array(before.length).fill(NONE);
  const undecided = { before: new Set<number>(), after: new Set<number>() };
  let stretches: Stretch[] = [{ a0: 0, a1: before.length, b0: 0, b1: after.length }];
  for (let round = 0; round < ROUNDS && stretches.length > 0; round++) {
    stretches = stretches.flatMap((stretch) => {
      const places = countKeys(before, after, stretch);
      const rest = growInward(before, after, stretch, { partners, places });
      const pairs = inCommonOrder(singlePairs(before, rest, places));
      if (pairs.length === 0) noteUndecided(before, after, rest, { places, undecided });
      for (const { a, b } of pairs) partners[a] = b;
      return pairs.length === 0 ? [] : between(rest, pairs);
    });
  }
  const moved = matchMoved(before, after, partners);
  return { partners, moved, undecided };
}

/** Blocks `[a0, a1)` of the earlier text beside `[b0, b1)` of the later. */
interface Stretch {
  a0: number;
  a1: number;
  b0: number;
  b1: number;
}

interface Pair {
  a: number;
  b: number;
}

/** How often a key occurs in a stretch of each text, and its last place in the later. */
interface Places {
  inBefore: number;
  inAfter: number;
  b: number;
}

function countKeys(before: readonly string[], after: readonly string[], stretch: Stretch) {
  const places = new Map<string, Places>();
  for (let a = stretch.a0; a < stretch.a1; a++) {
    const known = places.get(before[a]!);
    if (known) known.inBefore++;
    else places.set(before[a]!, { inBefore: 1, inAfter: 0, b: NONE });
  }
  for (let b = stretch.b0; b < stretch.b1; b++) {
    const known = places.get(after[b]!);
    if (!known) continue;
    known.inAfter++;
    known.b = b;
  }
  return places;
}

/** Matches equal blocks from both ends of a stretch inward. Returns what is left of it. */
function growInward(
  before: readonly string[],
  after: readonly string[],
  stretch: Stretch,
  { partners, places }: { partners: Int32Array; places: Map<string, Places> },
): Stretch {
  let { a0, a1, b0, b1 } = stretch;
  const areSame = (a: number, b: number) => {
    if (a0 >= a1 || b0 >= b1 || before[a] !== after[b]) return false;
    const known = places.get(before[a]!);
    return known !== undefined && known.inBefore === known.inAfter;
  };
  while (areSame(a0, b0)) partners[a0++] = b0++;
  while (areSame(a1 - 1, b1 - 1)) partners[--a1] = --b1;
  return { a0, a1, b0, b1 };
}

/** The blocks that occur once in both texts of a stretch, in the order of the earlier text. */
function singlePairs(
  before: readonly string[],
  { a0, a1 }: Stretch,
  places: Map<string, Places>,
): Pair[] {
  const pairs: Pair[] = [];
  for (let a = a0; a < a1; a++) {
    const known = places.get(before[a]!);
    if (known?.inBefore === 1 && known.inAfter === 1) pairs.push({ a, b: known.b });
  }
  return pairs;
}

/** The most pairs that are in the same order in both texts: patience sorting, O(n log n). */
export function inCommonOrder(pairs: readonly Pair[]): Pair[] {
  const tops: number[] = [];
  const previous = new Int32Array(pairs.length).fill(NONE);
  for (const [at, { b }] of pairs.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tops[middle]!]!.b < b) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[at] = tops[low - 1]!;
    tops[low] = at;
  }
  const chosen: Pair[] = [];
  for (let at = tops.at(-1) ?? NONE; at !== NONE; at = previous[at]!) chosen.push(pairs[at]!);
  return chosen.reverse();
}

function between({ a0, a1, b0, b1 }: Stretch, pairs: readonly Pair[]): Stretch[] {
  const stretches: Stretch[] = [];
  let from = { a: a0, b: b0 };
  for (const { a, b } of [...pairs, { a: a1, b: b1 }]) {
    if (a > from.a && b > from.b) stretches.push({ a0: from.a, a1: a, b0: from.b, b1: b });
    from = { a: a + 1, b: b + 1 };
  }
  return stretches;
}

function noteUndecided(
  before: readonly string[],
  after: readonly string[],
  { a0, a1, b0, b1 }: Stretch,
  {
    places,
    undecided,
  }: { places: Map<string, Places>; undecided: { before: Set<number>; after: Set<number> } },
): void {
  const isUndecided = (key: string) => {
    const known = places.get(key);
    return known !== undefined && known.inAfter > 0 && known.inBefore !== known.inAfter;
  };
  for (let a = a0; a < a1; a++) if (isUndecided(before[a]!)) undecided.before.add(a);
  for (let b = b0; b < b1; b++) if (isUndecided(after[b]!)) undecided.after.add(b);
}

/** Matches blocks that occur once in each whole text and stand elsewhere now, and their neighbours. */
function matchMoved(before: readonly string[], after: readonly string[], partners: Int32Array) {
  const whole = { a0: 0, a1: before.length, b0: 0, b1: after.length };
  const moved = new Set<number>();
  const isTaken = new Uint8Array(after.length);
  for (const b of partners) if (b !== NONE) isTaken[b] = 1;
  for (const { a, b } of singlePairs(before, whole, countKeys(before, after, whole))) {
    if (partners[a] !== NONE || isTaken[b]) continue;
    partners[a] = b;
    isTaken[b] = 1;
    moved.add(a);
  }
  return moved;
}
