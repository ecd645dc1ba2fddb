import { useMemo } from "react";

import { isOnWhole, type ReaderMark } from "./mark-list";
import { useReaderState } from "./reader-context";

/** The threads that the margin lists, in the order of the text: all on passages that are to be seen. */
export function useMarginThreads(): readonly ReaderMark[] {
  const marks = useReaderState((state) => state.marks);
  const held = useReaderState((state) => state.heldIds);
  return useMemo(
    () =>
      marks.ordered.filter(
        (mark) => mark.state !== "DETACHED" && !isOnWhole(mark) && !held.has(mark.id),
      ),
    [marks, held],
  );
}
