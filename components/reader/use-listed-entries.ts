import { useMemo } from "react";

import { NEW_ID } from "./margin-entries";
import { isOnWhole } from "./mark-list";
import { useReaderState } from "./reader-context";
import { useMarginThreads } from "./use-margin-threads";

/** All threads that the margin lists, and the new comment where one is written: first if they are sorted. */
export function useListedEntries(): readonly { id: string; start: number }[] {
  const threads = useMarginThreads();
  const place = useReaderState((state) => state.place);
  const isSorted = useReaderState(({ filter }) => filter.sort !== "position");
  return useMemo(() => {
    if (place?.type !== "new" || isOnWhole(place)) return threads;
    const at = isSorted ? 0 : threads.findIndex(({ start }) => start > place.start);
    const composer = { id: NEW_ID, start: place.start };
    return [
      ...threads.slice(0, at < 0 ? threads.length : at),
      composer,
      ...(at < 0 ? [] : threads.slice(at)),
    ];
  }, [threads, place, isSorted]);
}
