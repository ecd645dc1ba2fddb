import { type MouseEvent, type PointerEvent, useCallback, useState } from "react";

import { useReader } from "./reader-context";
import { useSteps } from "./use-steps";

/** A place where several marks lie, and where on the page it was clicked. */
export interface Overlap {
  ids: string[];
  /** Pixels from the top left of what the list stands in. */
  x: number;
  y: number;
  /** There is more room above the place than below it. */
  isAbove?: boolean;
}

/** Pointing at marks: passing over one shows its thread, a click opens it, or lists the several. */
export function useArticlePointer() {
  const { store, surface } = useReader();
  const { goTo } = useSteps();
  const [overlap, setOverlap] = useState<Overlap | null>(null);
  const closeOverlap = useCallback(() => setOverlap(null), []);

  function marksAt(event: MouseEvent): string[] {
    const mark = event.target instanceof Element && event.target.closest("[data-annotations]");
    if (!mark) return [];
    const found = surface?.idsAtPoint(event.clientX, event.clientY) ?? [];
    // At the very edge of a mark the point may be read as lying beside it.
    return found.length > 0 ? found : (mark.getAttribute("data-annotations") ?? "").split(" ");
  }

  return {
    overlap,
    closeOverlap,
    onClick(event: MouseEvent<HTMLElement>): void {
      setOverlap(null);
      const crowd =
        event.target instanceof Element && event.target.closest<HTMLElement>("[data-crowd-at]");
      if (crowd && surface) {
        const ids = surface.idsAt(Number(crowd.dataset.crowdAt));
        setOverlap({ ids, ...placeOf(crowd.getBoundingClientRect(), event.currentTarget) });
        return;
      }
      const link = event.target instanceof Element && event.target.closest(".annotation-link");
      if (link) {
        event.preventDefault();
        goTo(link.getAttribute("href")?.slice("#a-".length) ?? "");
        return;
      }
      // The end of dragging over a passage is no click on what lies there.
      if (!document.getSelection()?.isCollapsed) return;
      const ids = marksAt(event);
      if (ids.length > 1) {
        const point = new DOMRect(event.clientX, event.clientY);
        setOverlap({ ids, ...placeOf(point, event.currentTarget) });
      } else if (ids[0]) goTo(ids[0]);
    },
    onPointerMove(event: PointerEvent<HTMLElement>): void {
      if (event.pointerType !== "mouse") return;
      const [id = null] = marksAt(event);
      if (id !== store.getState().hoveredId) store.hover(id);
    },
    onPointerLeave: (): void => store.hover(null),
  };
}

/** So much room a list takes, at most. */
const LIST_HEIGHT = 420;

/** Where a list stands for something on the screen: below it, or above where there is more room. */
function placeOf(at: DOMRect, article: Element): Omit<Overlap, "ids"> {
  const box = article.getBoundingClientRect();
  const below = window.innerHeight - at.bottom;
  const isAbove = below < LIST_HEIGHT && at.top > below;
  return { x: at.left - box.left, y: (isAbove ? at.top : at.bottom) - box.top, isAbove };
}
