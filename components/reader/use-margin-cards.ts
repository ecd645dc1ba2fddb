import { useEffect, useMemo, useRef } from "react";

import { api } from "./api";
import { compareMarks, isOnWhole, type MarkList, type ReaderMark } from "./mark-list";
import { useReader, useReaderState } from "./reader-context";
import { type TextRange, useNearRange } from "./use-near-range";

/** The card of a new comment that is being written. */
export const NEW_ID = "new";

/** Up to here every thread has its card; beyond, only those near the view. */
const ALL_UP_TO = 150;
const IDS_A_REQUEST = 50;

export interface MarginEntry {
  id: string;
  start: number;
}

/** What stands in the margin now: what is listed, else in the order of the text. Threads not loaded yet are asked for. */
export function useMarginCards(listed?: readonly ReaderMark[]): MarginEntry[] {
  const marks = useReaderState((state) => state.shown);
  const held = useReaderState((state) => state.heldIds);
  const place = useReaderState((state) => state.place);
  const focusedId = useReaderState((state) => state.focusedId);
  const near = useNearRange();

  const cards = useMemo(() => {
    const shown = (listed ?? nearMarks(marks, near, focusedId)).filter(({ id }) => !held.has(id));
    const entries: MarginEntry[] = shown.map(({ id, start }) => ({ id, start }));
    if (place?.type !== "new" || isOnWhole(place)) return entries;
    const at = listed ? 0 : entries.findIndex(({ start }) => start > place.start);
    return entries.toSpliced(at < 0 ? entries.length : at, 0, { id: NEW_ID, start: place.start });
  }, [marks, listed, held, place, focusedId, near]);

  useMissingThreads(cards);
  return cards;
}

/** Few marks are all shown; of many, those near the view and the focused one. */
function nearMarks(marks: MarkList, near: TextRange | null, focusedId: string | null) {
  const attached = (list: readonly ReaderMark[]) =>
    list.filter((mark) => mark.state !== "DETACHED" && !isOnWhole(mark));
  if (marks.size <= ALL_UP_TO) return attached(marks.ordered);
  const shown = attached(near ? marks.beginningIn(near.start, near.end) : []);
  const focused = focusedId ? marks.get(focusedId) : undefined;
  if (!focused || isOnWhole(focused) || shown.includes(focused)) return shown;
  return [...shown, focused].sort(compareMarks);
}

/** Asks for the threads of these cards that are not loaded yet. */
export function useMissingThreads(cards: readonly { id: string }[]): void {
  const { assignment, store } = useReader();
  const asked = useRef(new Set<string>());
  useEffect(() => {
    const { threads } = store.getState();
    const missing = cards
      .map(({ id }) => id)
      .filter((id) => id !== NEW_ID && !threads.has(id) && !asked.current.has(id));
    for (let at = 0; at < missing.length; at += IDS_A_REQUEST) {
      const ids = missing.slice(at, at + IDS_A_REQUEST);
      for (const id of ids) asked.current.add(id);
      api
        .listThreads(assignment, ids)
        .then(({ rows }) => {
          store.putThreads(rows);
          // What the server no longer has went between the list of marks and this answer.
          const found = new Set(rows.map(({ id }) => id));
          for (const id of ids) if (!found.has(id)) store.drop(id);
        })
        // Asked for again when they come near the next time.
        .catch(() => undefined)
        .finally(() => {
          for (const id of ids) asked.current.delete(id);
        });
    }
  }, [cards, assignment, store]);
}
