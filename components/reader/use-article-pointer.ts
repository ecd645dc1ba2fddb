import { type MouseEvent, type PointerEvent, useCallback, useState } from "react";

import { useReader } from "./reader-context";
import { useSteps } from "./use-steps";

/** A place where several marks lie, and where on the page it was clicked. */
export interface Overlap {
  ids: string[];
  /** Pixels from the top left of the article. */
  x: number;
  y: number;
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
        setOverlap({ ids, ...placeOf(crowd, event.currentTarget) });
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
        const box = event.currentTarget.getBoundingClientRect();
        setOverlap({ ids, x: event.clientX - box.left, y: event.clientY - box.top });
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

/** Where an element of the text stands in the article: nobody pointed at it who cannot see it. */
function placeOf(element: Element, article: Element): { x: number; y: number } {
  const [at, box] = [element.getBoundingClientRect(), article.getBoundingClientRect()];
  return { x: at.left - box.left, y: at.bottom - box.top };
}
