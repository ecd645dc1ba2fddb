import { alignTexts } from "./align-texts";
import type { Alignment } from "./alignment";
import { carryHalf, carryPart, carryWhole, isSurelyThere, SURE_STRETCH, type Texts } from "./carry";
import { findNearly, wordsAround } from "./find-nearly";
import { findQuotes, type QuoteHint, type QuotePlace } from "./find-quotes";
import { findStretch } from "./find-stretch";
import { alignFollowed, type FollowOffset } from "./follow-edit";
import { similarity } from "./similarity";
import { splitsPair, type TextRange, trimRange, wholeCharacters } from "./text-range";

/**
 * How an anchor came to its revision: the same words at the same offsets, the same words elsewhere,
 * words that are partly the same, or nothing found.
 */
export type AnchorState = "EXACT" | "MOVED" | "CHANGED" | "DETACHED";

/** Where an annotation lies in the earlier text now, and what it quoted when it was made. */
export interface StoredAnchor {
  id: string;
  start: number;
  end: number;
  state: AnchorState;
  quote: string;
  prefix: string;
  suffix: string;
}

export interface MappedAnchor {
  id: string;
  start: number;
  end: number;
  state: AnchorState;
}

/**
 * The least {@link similarity} between a quote and what is shown as its changed passage. Half is
 * what the Hypothesis client allows too (`maxErrors` of its match-quote.js); below it, a passage is
 * gone, even where the edit left a rest of it.
 */
const LEAST_SIMILARITY = 0.5;

/**
 * The least {@link similarity} of what is found by its likeness alone. It is more than for a passage that the
 * edit itself led to, because unrelated English of the same length often agrees to more than half.
 */
const LEAST_NEARLY = 0.75;

/** How much more context must agree at one place than at any other for it to decide: two words. */
const CLEAR_LEAD = 8;

/**
 * Maps anchors over an edit, each by itself, in the same order.
 *
 * An anchor is *exact* or *moved* only where its quote stands literally and where the edit or the
 * context tells that it is the same passage. Where neither does, it is detached: a note at a wrong
 * passage is worse than one without. The answer depends on nothing but the arguments.
 */
export function mapAnchors(
  before: string,
  after: string,
  anchors: readonly StoredAnchor[],
  follow?: FollowOffset,
): MappedAnchor[] {
  const edit = makeEdit(before, after, follow);
  const mapped = anchors.map((anchor) => carryAnchor(edit, anchor));
  const lost = anchors.flatMap((anchor, index) => (mapped[index] ? [] : [{ anchor, index }]));
  const quotes = findQuotes(
    after,
    lost.map(({ anchor }) => anchor),
  );
  for (const [at, { anchor, index }] of lost.entries()) {
    const found = { places: quotes.placesOf(at), hints: () => quotes.hintsOf(at) };
    mapped[index] = findAnchor(edit, anchor, found);
  }
  return mapped as MappedAnchor[];
}

interface Edit extends Texts {
  /** What is known to be in both texts: as the editor saw it, then as a comparison finds it. */
  alignments(): Iterable<Alignment>;
  expect(offset: number): number;
}

function makeEdit(before: string, after: string, follow: FollowOffset | undefined): Edit {
  const seen = follow && alignFollowed(before, after, follow);
  let compared: Alignment | undefined;
  function* alignments() {
    if (seen) yield seen;
    compared ??= alignTexts(before, after);
    yield compared;
  }
  const expect = (offset: number) => [...alignments()][0]!.expect(offset);
  return { before, after, alignments, expect };
}

/** Where an anchor is, when the edit kept all of its present words or it needs no words. */
function carryAnchor(edit: Edit, anchor: StoredAnchor): MappedAnchor | null {
  const { id, quote, start, end, state } = anchor;
  if (quote === "") return { id, start: 0, end: 0, state: "EXACT" };
  if (edit.before === edit.after && state === "DETACHED") return { id, start, end, state };
  if (!isPlaced(edit, anchor)) return null;
  for (const alignment of edit.alignments()) {
    const place = carryWhole(edit, alignment, anchor);
    const mapped = place && judge(edit, anchor, place);
    if (mapped) return mapped;
    // It was called changed for what was left of it in pieces: that is as much as it was.
    if (place && state === "CHANGED") return { id, ...place, state };
  }
  return null;
}

/** Whether an anchor lies in the earlier text at all. */
function isPlaced({ before }: Edit, { start, end, state }: StoredAnchor): boolean {
  return state !== "DETACHED" && start >= 0 && start < end && end <= before.length;
}

/** What an anchor is at a place, by its words there; null where they are too different. */
function judge({ after }: Edit, anchor: StoredAnchor, place: TextRange): MappedAnchor | null {
  const { id, quote } = anchor;
  const { start, end } = wholeCharacters(after, place.start, place.end);
  const words = after.slice(start, end);
  if (words === quote) {
    return { id, start, end, state: start === anchor.start ? "EXACT" : "MOVED" };
  }
  if (similarity(quote, words) < LEAST_SIMILARITY) return null;
  return { id, start, end, state: "CHANGED" };
}

/** Looks for an anchor whose words were not kept as they are. */
function findAnchor(
  edit: Edit,
  anchor: StoredAnchor,
  { places, hints }: { places: readonly QuotePlace[]; hints: () => readonly QuoteHint[] },
): MappedAnchor {
  const { id, quote, start } = anchor;
  const found = clearPlace(edit, quote, places);
  if (found !== null) {
    const mapped = judge(edit, anchor, { start: found, end: found + quote.length });
    if (mapped) return mapped;
  }
  if (isPlaced(edit, anchor)) {
    for (const alignment of edit.alignments()) {
      const mapped = carryRest(edit, alignment, anchor);
      if (mapped) return mapped;
    }
    const moved = findMoved(edit, anchor, hints());
    if (moved) return moved;
    const place = findNearly(edit.after, quote, { hints: hints(), expected: edit.expect(start) });
    // The quote itself was looked for before, and what did not count then does not count now.
    if (place && isNearly(edit, quote, place)) {
      const mapped = judge(edit, anchor, place);
      if (mapped?.state === "CHANGED") return mapped;
    }
  }
  const offset = Math.min(Math.max(start, 0), edit.before.length);
  const at = edit.expect(offset);
  const whole = splitsPair(edit.after, at) ? at - 1 : at;
  return { id, start: whole, end: whole, state: "DETACHED" };
}

/** What an alignment left of an anchor's passage, with what was written into it or in place of a part. */
function carryRest(edit: Edit, alignment: Alignment, anchor: StoredAnchor): MappedAnchor | null {
  const { id, quote, state } = anchor;
  const { replaced, alone } = carryPart(edit, alignment, anchor);
  const whole = replaced && judge(edit, anchor, narrowTo(edit, quote, replaced));
  // A quote that is there whole must be there for sure, as if it had been followed whole.
  if (whole && whole.state !== "CHANGED") return isSurelyThere(edit, anchor, whole) ? whole : null;
  if (whole) return whole;
  const half = state === "CHANGED" ? null : carryHalf(edit, alignment, anchor);
  if (half) return { id, ...half, state: "CHANGED" };
  const rest = alone && judge(edit, anchor, alone);
  return rest?.state === "CHANGED" ? rest : null;
}

/** Where most of a passage was moved that is not all in one place, or was edited there. */
function findMoved(
  edit: Edit,
  anchor: StoredAnchor,
  hints: readonly QuoteHint[],
): MappedAnchor | null {
  const stretch = findStretch(edit, anchor, hints);
  if (!stretch) return null;
  const { begin, part } = stretch;
  const around = wordsAround(edit.after, anchor.quote, { from: begin, to: begin });
  const [best] = [around, trimRange(edit.after, part.start, part.end)]
    .flatMap((place) => (place && isNew(edit, place.start, place.end) ? [place] : []))
    .map((place) => ({ place, likeness: similarity(anchor.quote, wordsAt(edit, place)) }))
    .sort((a, b) => b.likeness - a.likeness);
  const mapped = best && judge(edit, anchor, best.place);
  return mapped?.state === "CHANGED" ? mapped : null;
}

function wordsAt({ after }: Edit, { start, end }: TextRange): string {
  return after.slice(start, end);
}

/** The quote within a place that holds it literally; else the place. */
function narrowTo({ after }: Edit, quote: string, { start, end }: TextRange): TextRange {
  const at = after.slice(start, end).indexOf(quote);
  return at === -1 ? { start, end } : { start: start + at, end: start + at + quote.length };
}

/**
 * The one place where a quote stands with agreeing context, among words that are new there. Words
 * that were there before are another passage that says the same.
 */
function clearPlace(edit: Edit, quote: string, places: readonly QuotePlace[]): number | null {
  const agreeing = places
    .filter(({ context }) => quote.length + context >= SURE_STRETCH)
    .sort((a, b) => b.context - a.context);
  const [best, second] = agreeing;
  if (!best || (second && best.context - second.context < CLEAR_LEAD)) return null;
  return isNew(edit, best.start, best.start + quote.length) ? best.start : null;
}

function isNew(edit: Edit, start: number, end: number): boolean {
  for (const alignment of edit.alignments()) if (alignment.isOld(start, end)) return false;
  return true;
}

/** Whether new words at a place are so like a quote that nothing else has to lead there. */
function isNearly(edit: Edit, quote: string, { start, end }: TextRange): boolean {
  if (quote.length < SURE_STRETCH || !isNew(edit, start, end)) return false;
  return similarity(quote, edit.after.slice(start, end)) >= LEAST_NEARLY;
}
