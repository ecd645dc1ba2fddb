import { useMemo, useState } from "react";

import type { ReaderMark } from "./mark-list";
import { useReaderState } from "./reader-context";

/** So many of those that came last keep their cards; of a burst the others are only counted. */
const ARRIVALS = 3;

/**
 * Which of these threads are never taken away: the one in which the reader is, those not saved
 * yet, and the latest that came while the page was open. Those stay also after they were looked
 * at: a card must not go from under the reader's eyes.
 */
export function useKeptThreads(threads: readonly ReaderMark[]): ReadonlySet<string> {
  const fresh = useReaderState((state) => state.freshIds);
  const focusedId = useReaderState((state) => state.focusedId);
  const place = useReaderState((state) => state.place);
  const unsaved = useMemo(
    () => threads.flatMap(({ id, pending }) => (pending ? [id] : [])),
    [threads],
  );
  const [arrivals, setArrivals] = useState<ReadonlySet<string>>(new Set());
  const all = useMemo(
    () => new Set([...arrivals, ...fresh, ...unsaved]),
    [arrivals, fresh, unsaved],
  );
  if (all.size > arrivals.size) setArrivals(all);

  return useMemo(() => {
    const kept = new Set([...unsaved, ...[...arrivals].slice(-ARRIVALS)]);
    if (place && place.type !== "new") kept.add(place.annotationId);
    if (focusedId) kept.add(focusedId);
    return kept;
  }, [unsaved, arrivals, place, focusedId]);
}
