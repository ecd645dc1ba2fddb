import { useEffect, useMemo, useRef } from "react";

import { api } from "./api";
import { useReader, useReaderState } from "./reader-context";
import type { ReaderMark } from "./store";
import { inTextOrder } from "./text-order";
import { useNearRange } from "./use-near-range";

/** The card of a new comment that is being written. */
export const NEW_ID = "new";

/** Up to here every thread has its card; beyond, only those near the view. */
const ALL_UP_TO = 150;
const IDS_A_REQUEST = 50;

export interface MarginEntry {
  id: string;
  start: number;
}

/** What stands in the margin now, in the order of the text. Threads not loaded yet are asked for. */
export function useMarginCards(): MarginEntry[] {
  const marks = useReaderState((state) => state.marks);
  const held = useReaderState((state) => state.heldIds);
  const place = useReaderState((state) => state.place);
  const focusedId = useReaderState((state) => state.focusedId);
  const near = useNearRange();

  const cards = useMemo(() => {
    const isNear = (mark: ReaderMark) =>
      marks.size <= ALL_UP_TO ||
      mark.id === focusedId ||
      (near !== null && mark.start >= near.start && mark.start < near.end);
    const shown = [...marks.values()].filter((mark) => !held.has(mark.id) && isNear(mark));
    const entries: MarginEntry[] = inTextOrder(shown).map(({ id, start }) => ({ id, start }));
    if (place?.type !== "new") return entries;
    const at = entries.findIndex(({ start }) => start > place.start);
    return entries.toSpliced(at < 0 ? entries.length : at, 0, { id: NEW_ID, start: place.start });
  }, [marks, held, place, focusedId, near]);

  useMissingThreads(cards);
  return cards;
}

function useMissingThreads(cards: MarginEntry[]): void {
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
        .listThreads(assignment.id, ids)
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
  }, [cards, assignment.id, store]);
}
