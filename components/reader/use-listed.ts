import { useMemo, useState } from "react";

import type { ReaderMark } from "./mark-list";
import { useReaderState } from "./reader-context";
import { inOrder } from "./shown-marks";

/** How many stand in the margin at first, and how many come when they are asked for. */
const A_PAGE = 50;

export interface Listed {
  marks: readonly ReaderMark[];
  /** How many are not in the list yet. */
  more: number;
  showMore(): void;
}

/** What the margin lists where that is another order than the text's; null where it is level with it. */
export function useListed(): Listed | null {
  const shown = useReaderState((state) => state.shown);
  const filter = useReaderState((state) => state.filter);
  const focusedId = useReaderState((state) => state.focusedId);
  const [limit, setLimit] = useState(A_PAGE);
  const all = useMemo(
    () => (filter.sort === "position" ? null : inOrder(shown, filter)),
    [shown, filter],
  );
  return useMemo(() => {
    if (!all) return null;
    const marks = all.filter(({ id }, rank) => rank < limit || id === focusedId);
    const showMore = () => setLimit(limit + A_PAGE);
    return { marks, more: all.length - marks.length, showMore };
  }, [all, limit, focusedId]);
}
