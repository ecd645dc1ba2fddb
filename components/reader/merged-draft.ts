import { draftKey, findDraft, placeName } from "./drafts";
import { forget, keep } from "./kept";
import { bury, type Desk } from "./server-drafts";
import type { Place } from "./store";

/**
 * Takes what was begun in a thread along to the one that its words went to, and tells where it is
 * now. What is begun there already stays, and this beside it.
 */
export function moveDraft(desk: Desk, place: Place, annotationId: string): Place {
  if (place.type === "new" || place.annotationId === annotationId) return place;
  const keyOf = (each: Place) => draftKey(desk.userId, desk.assignmentId, each);
  const moved = { ...place, annotationId };
  const draft = findDraft(keyOf(place));
  if (!draft) return moved;
  const isSame = keyOf(moved) === keyOf(place);
  const isFree = isSame || findDraft(keyOf(moved)) === null;
  const next = isFree ? moved : { ...moved, beside: crypto.randomUUID() };
  const version = isSame ? draft.version : 0;
  const isKept = keep(keyOf(next), { ...draft, version, isOnServer: false, place: next });
  if (!isKept) return place;
  if (!isSame) {
    forget(keyOf(place));
    if (draft.version) bury(desk, placeName(place), draft.version);
  }
  return next;
}
