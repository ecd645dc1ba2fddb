import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

import { NEW_ID } from "./margin-entries";
import { useReaderState } from "./reader-context";
import type { TextSurface } from "./text-surface";
import { useIsWide } from "./use-is-wide";

/** About how tall a card is that has not been measured, and what lies between two. */
const HEIGHT = 128;
const GAP = 10;
/** The panel's head covers so much of its top. */
const HEAD = 72;
const OVERSCAN = 3;

interface RowsOptions {
  entries: readonly { id: string; start: number }[];
  surface: TextSurface;
  scroller: RefObject<HTMLElement | null>;
}

/**
 * Which rows of a list of threads are near the view of what scrolls it, and where they stand. The
 * thread in which the reader is, and what is being written, are always among them. The list opens
 * at the focused thread, or without one at the first whose passage is on the screen.
 */
export function useThreadRows({ entries, surface, scroller }: RowsOptions) {
  const list = useRef<HTMLUListElement>(null);
  const focusedId = useReaderState((state) => state.focusedId);
  const isPanelOpen = useReaderState((state) => state.isDiscussionOpen);
  const isOpen = useIsWide() || isPanelOpen;
  const replyingTo = useReaderState(({ place }) =>
    place === null || place.type === "new" ? null : place.annotationId,
  );
  const isWriting = useReaderState(({ place }) => place?.type === "new");
  const scrollMargin = useOffset(list);

  const kept = [focusedId, replyingTo, isWriting ? NEW_ID : null].flatMap((id) => {
    const index = id === null ? -1 : entries.findIndex((entry) => entry.id === id);
    return index < 0 ? [] : [index];
  });
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => HEIGHT,
    getItemKey: (index) => entries[index]!.id,
    gap: GAP,
    overscan: OVERSCAN,
    scrollMargin,
    scrollPaddingStart: HEAD,
    useFlushSync: false,
    rangeExtractor: (range: Range) =>
      [...new Set([...defaultRangeExtractor(range), ...kept])].sort((a, b) => a - b),
  });

  const show = useCallback(
    (index: number) => {
      const element = scroller.current;
      const row = virtualizer.measurementsCache[index];
      if (!element || !row) return;
      const { scrollTop, clientHeight } = element;
      const isInView = row.start >= scrollTop + HEAD && row.end <= scrollTop + clientHeight;
      if (!isInView) virtualizer.scrollToIndex(index, { align: "start" });
    },
    [scroller, virtualizer],
  );

  useShownFirst({ entries, surface, isOpen, wantedId: isWriting ? NEW_ID : focusedId, show });

  return {
    list,
    rows: virtualizer.getVirtualItems().map(({ index, start }) => ({
      id: entries[index]!.id,
      index,
      top: start - scrollMargin,
    })),
    height: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
  };
}

interface ShownFirst extends Pick<RowsOptions, "entries" | "surface"> {
  isOpen: boolean;
  wantedId: string | null;
  show(index: number): void;
}

/** Brings the wanted row into view whenever another is wanted, and the reader's place when it opens. */
function useShownFirst({ entries, surface, isOpen, wantedId, show }: ShownFirst): void {
  const latest = useRef(entries);
  const wasOpen = useRef(false);
  useEffect(() => {
    latest.current = entries;
  });
  useEffect(() => {
    const isOpening = isOpen && !wasOpen.current;
    wasOpen.current = isOpen;
    if (!isOpen || (wantedId === null && !isOpening)) return;
    const begin = surface.blocks[surface.firstInView()]?.from ?? 0;
    const index = latest.current.findIndex(({ id, start }) =>
      wantedId === null ? start >= begin : id === wantedId,
    );
    if (index >= 0) show(index);
  }, [isOpen, wantedId, surface, show]);
}

/** How far a list is from the top of what scrolls it; what stands above it may grow and shrink. */
function useOffset(list: RefObject<HTMLElement | null>): number {
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const above = list.current?.previousElementSibling;
    if (!above) return;
    const observer = new ResizeObserver(() => setOffset(list.current?.offsetTop ?? 0));
    observer.observe(above);
    return () => observer.disconnect();
  }, [list]);
  return offset;
}
