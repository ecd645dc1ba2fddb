import { useMemo } from "react";

import { isOnWhole, type ReaderMark } from "./mark-list";
import { useReader, useReaderState } from "./reader-context";
import { inOrder } from "./shown-marks";

/**
 * The threads that the margin lists, in the order that was chosen. In that of the text what is on
 * no passage stands above the list; in any other order it stands in it.
 */
export function useMarginThreads(): readonly ReaderMark[] {
  const { store } = useReader();
  // In the order of the text, a list of which only names or times changed is the same list.
  const version = useReaderState(({ shown, filter }) =>
    filter.sort === "position" ? shown.placing : shown.version,
  );
  const filter = useReaderState((state) => state.filter);
  const held = useReaderState((state) => state.heldIds);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version tells one list from the next
  return useMemo(() => {
    const { shown } = store.getState();
    const isSorted = filter.sort !== "position";
    const isListed = (mark: ReaderMark) =>
      isSorted || (mark.state !== "DETACHED" && !isOnWhole(mark));
    return inOrder(shown, filter).filter((mark) => isListed(mark) && !held.has(mark.id));
  }, [store, version, filter, held]);
}
