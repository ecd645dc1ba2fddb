import { useMemo } from "react";

import { isOnWhole, type ReaderMark } from "./mark-list";
import { useReaderState } from "./reader-context";
import { inOrder } from "./shown-marks";

/**
 * The threads that the margin lists, in the order that was chosen. In that of the text what is on
 * no passage stands above the list; in any other order it stands in it.
 */
export function useMarginThreads(): readonly ReaderMark[] {
  const shown = useReaderState((state) => state.shown);
  const filter = useReaderState((state) => state.filter);
  const held = useReaderState((state) => state.heldIds);
  return useMemo(() => {
    const isSorted = filter.sort !== "position";
    const isListed = (mark: ReaderMark) =>
      isSorted || (mark.state !== "DETACHED" && !isOnWhole(mark));
    return inOrder(shown, filter).filter((mark) => isListed(mark) && !held.has(mark.id));
  }, [shown, filter, held]);
}
