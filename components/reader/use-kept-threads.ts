import { useMemo, useState } from "react";

import { useReaderState } from "./reader-context";

/** So many of those that came last keep their cards; of a burst the others are only counted. */
const ARRIVALS = 3;

/**
 * Which threads are never taken away: the one in which the reader is, those not saved
 * yet, and the latest that came while the page was open. Those stay also after they were looked
 * at: a card must not go from under the reader's eyes.
 */
export function useKeptThreads(): ReadonlySet<string> {
  const shown = useReaderState((state) => state.shown);
  const fresh = useReaderState((state) => state.freshIds);
  const focusedId = useReaderState((state) => state.focusedId);
  const place = useReaderState((state) => state.place);
  const unsaved = useMemo(() => [...shown.unsavedIds], [shown]);
  const [arrivals, setArrivals] = useState<ReadonlySet<string>>(new Set());
  const all = useMemo(
    () => new Set([...arrivals, ...fresh, ...unsaved]),
    [arrivals, fresh, unsaved],
  );
  if (all.size > arrivals.size) setArrivals(all);

  const kept = useMemo(() => {
    const ids = [...unsaved, ...[...arrivals].slice(-ARRIVALS)];
    if (place && place.type !== "new") ids.push(place.annotationId);
    if (focusedId) ids.push(focusedId);
    return [...new Set(ids)].sort().join(" ");
  }, [unsaved, arrivals, place, focusedId]);
  // The same ids are the same set: what stands in the margin need not be arranged anew.
  return useMemo(() => new Set(kept.split(" ")), [kept]);
}
