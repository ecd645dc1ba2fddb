import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";

import type { ReaderMark } from "./mark-list";

/** About how tall a row is, and how many a key goes on that leads on by a page. */
const ROW = 54;
const PAGE = 6;

/** The rows of a list that are in its view, and which of them the keys have reached. */
export function useOverlapRows(marks: readonly ReaderMark[]) {
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const wantsFocus = useRef(true);
  const activeAt = Math.min(active, marks.length - 1);
  const virtualizer = useVirtualizer({
    count: marks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => marks[index]!.id,
    overscan: 4,
    useFlushSync: false,
    rangeExtractor: (range: Range) =>
      [...new Set([...defaultRangeExtractor(range), Math.max(0, activeAt)])].sort((a, b) => a - b),
  });
  const rows = virtualizer.getVirtualItems();

  // The row that a key leads to may have to be made first.
  useEffect(() => {
    if (!wantsFocus.current) return;
    const row = scroller.current?.querySelector<HTMLElement>(
      `[data-index="${activeAt}"] > [data-row]`,
    );
    if (!row) return;
    wantsFocus.current = false;
    row.focus({ preventScroll: true });
  });

  function goToRow(index: number): void {
    setActive(index);
    virtualizer.scrollToIndex(index);
  }

  return {
    scroller,
    activeAt,
    height: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
    rows: rows.map(({ index, start }) => ({ mark: marks[index]!, index, top: start })),
    goToRow,
    onKeyDown(event: KeyboardEvent): void {
      const last = marks.length - 1;
      const target = {
        ArrowDown: activeAt + 1,
        ArrowUp: activeAt - 1,
        PageDown: activeAt + PAGE,
        PageUp: activeAt - PAGE,
        Home: 0,
        End: last,
      }[event.key];
      if (target === undefined) return;
      event.preventDefault();
      wantsFocus.current = true;
      goToRow(Math.max(0, Math.min(last, target)));
    },
  };
}
