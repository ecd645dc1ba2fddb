import type { TextRange } from "@/lib/anchoring";
import { draftKey, listDrafts, placeName } from "./drafts";
import { forget, keep } from "./kept";
import { bury } from "./server-drafts";
import type { Place } from "./store";

/** A passage as this browser keeps it: by what it says, because its place may be of an older text. */
export interface KeptPassage {
  quote: string;
  prefix: string;
  suffix: string;
}

/** Shorter words may stand anywhere: that they occur once does not say that it is the same place. */
const TELLING_LENGTH = 12;

/**
 * Where a passage lies in a text; null where its words are gone, or where it is not certain which
 * of several places is meant: what is written must not end up on other words unseen.
 */
export function findPassage(
  text: string,
  { quote, prefix, suffix }: KeptPassage,
): TextRange | null {
  if (quote === "") return null;
  const isTelling = quote.length >= TELLING_LENGTH;
  const places = [
    ...(prefix ? [{ words: prefix + quote, lead: prefix.length }] : []),
    ...(suffix ? [{ words: quote + suffix, lead: 0 }] : []),
    ...(isTelling ? [{ words: quote, lead: 0 }] : []),
  ];
  for (const { words, lead } of places) {
    const at = text.indexOf(words);
    const isOnly = at >= 0 && text.indexOf(words, at + 1) < 0;
    if (isOnly) return { start: at + lead, end: at + lead + quote.length };
  }
  return null;
}

interface Room {
  userId: string;
  assignmentId: string;
  revisionId: string;
}

/**
 * Puts what was begun on passages of an earlier text where the same words are now. What has no
 * place any more is kept as a note on the whole reading, with the words it was begun on. No draft
 * takes the place of another, wherever they end up.
 */
export function carryDrafts({ userId, assignmentId, revisionId }: Room, text: string): void {
  const keyOf = (place: Place) => draftKey(userId, assignmentId, place);
  const drafts = listDrafts(userId, assignmentId);
  // Places that will be left count as well: until all are moved, another draft is kept there.
  const taken = new Set(drafts.map(({ place }) => keyOf(place)));
  for (const draft of drafts) {
    const { place, passage } = draft;
    if (place.type !== "new" || !passage || passage.revisionId === revisionId) continue;
    const range = findPassage(text, passage) ?? { start: 0, end: 0 };
    const { begunOn: known, ...moved } = { ...place, ...range };
    const begunOn = known ?? `${passage.revisionId}.${place.start}-${place.end}`;
    const isFree = keyOf(moved) === keyOf(place) || !taken.has(keyOf(moved));
    const next: Place = isFree ? moved : { ...moved, begunOn };
    taken.add(keyOf(next));
    const isMoved = keyOf(next) !== keyOf(place);
    const isKept = keep(keyOf(next), {
      ...draft,
      ...(isMoved && { version: 0 }),
      isOnServer: false,
      place: next,
      passage: { ...passage, revisionId },
    });
    if (!isKept || !isMoved) continue;
    forget(keyOf(place));
    if (draft.version) bury({ userId, assignmentId }, placeName(place), draft.version);
  }
}
