import { type MouseEvent, type PointerEvent, useCallback, useState } from "react";

import { type Overlap, placeOf } from "./overlap";
import { useReader } from "./reader-context";
import { useSteps } from "./use-steps";

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
        const box = event.currentTarget.getBoundingClientRect();
        setOverlap({ ids, ...placeOf(crowd.getBoundingClientRect(), box) });
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
        setOverlap({ ids, ...placeOf(point, event.currentTarget.getBoundingClientRect()) });
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
