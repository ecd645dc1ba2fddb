import { type RefObject, useEffect, useState } from "react";

import { layOut } from "./margin-layout";
import { isOnWhole } from "./mark-list";
import { useReader, useReaderState } from "./reader-context";
import { type MarginEntry, NEW_ID } from "./use-margin-cards";

interface Places {
  tops: Map<string, number>;
  /** How tall the margin must be to hold them all. */
  height: number;
}

/** Where each card stands on a wide screen; null where the margin is a list. */
export function useMarginPlaces(
  list: RefObject<HTMLElement | null>,
  cards: MarginEntry[],
  isWide: boolean,
): Places | null {
  const { surface } = useReader();
  const focusedId = useReaderState((state) => state.focusedId);
  const isWriting = useReaderState(({ place }) => place?.type === "new" && !isOnWhole(place));
  const [places, setPlaces] = useState<Places | null>(null);

  useEffect(() => {
    const margin = list.current;
    if (!isWide || !surface || !margin) return setPlaces(null);
    let frame = 0;
    const measure = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const top = margin.getBoundingClientRect().top;
        const elements = [...margin.children] as HTMLElement[];
        const heights = new Map(elements.map((each) => [each.dataset.card, each.offsetHeight]));
        const measured = cards.map(({ id, start }) => ({
          id,
          // Above all of them stands what is said of the whole reading.
          level: Math.max(0, surface.topOf(start) - top),
          height: heights.get(id) ?? 0,
        }));
        const tops = layOut(measured, isWriting ? NEW_ID : focusedId);
        const bottoms = measured.map(({ id, height }) => (tops.get(id) ?? 0) + height);
        setPlaces({ tops, height: Math.max(0, ...bottoms) });
      });
    };
    // Cards grow and shrink, images load, fonts arrive, windows are resized.
    const observer = new ResizeObserver(measure);
    for (const element of margin.children) observer.observe(element);
    observer.observe(surface.element);
    if (margin.parentElement) observer.observe(margin.parentElement);
    measure();
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
    };
  }, [list, cards, isWide, surface, focusedId, isWriting]);

  return isWide ? places : null;
}
