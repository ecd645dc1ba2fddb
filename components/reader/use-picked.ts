import { type RefObject, useEffect, useState } from "react";

import { useReader } from "./reader-context";

/** A selected passage, and where its toolbar goes, in pixels from the top left of the frame. */
export interface Picked {
  start: number;
  end: number;
  x: number;
  y: number;
}

const BELOW_PX = 8;
/** The system draws its handles under the last line. */
const BELOW_HANDLES_PX = 32;
const TOOLBAR_HALF_PX = 190;
const TOOLBAR_HALF_NARROW_PX = 104;

/**
 * The passage that is selected in the article now. `frame` is the positioned element around it.
 *
 * Follows the browser's own selection, however it came about: dragged, double-clicked, by the
 * handles of a touch screen, or by the keyboard in caret browsing.
 */
export function usePicked(frame: RefObject<HTMLElement | null>): Picked | null {
  const { surface } = useReader();
  const [picked, setPicked] = useState<Picked | null>(null);

  useEffect(() => {
    if (!surface) return;
    let frameId = 0;
    let isDragging = false;
    const read = () => {
      cancelAnimationFrame(frameId);
      frameId = requestAnimationFrame(() => {
        const passage = isDragging ? null : surface.selected();
        setPicked(passage && frame.current ? place(passage, frame.current) : null);
      });
    };
    // Under a mouse that is still dragging, the toolbar would become part of the selection.
    const drag = (event: PointerEvent) => {
      const isOnToolbar =
        event.target instanceof Element && event.target.closest("[data-annotate-toolbar]");
      if (event.pointerType === "mouse" && event.button === 0 && !isOnToolbar) isDragging = true;
    };
    const drop = () => {
      isDragging = false;
      read();
    };
    document.addEventListener("selectionchange", read);
    document.addEventListener("pointerdown", drag);
    document.addEventListener("pointerup", drop);
    document.addEventListener("pointercancel", drop);
    window.addEventListener("resize", read);
    return () => {
      cancelAnimationFrame(frameId);
      document.removeEventListener("selectionchange", read);
      document.removeEventListener("pointerdown", drag);
      document.removeEventListener("pointerup", drop);
      document.removeEventListener("pointercancel", drop);
      window.removeEventListener("resize", read);
    };
  }, [surface, frame]);

  return picked;
}

function place({ start, end, range }: Passage, frame: HTMLElement): Picked | null {
  const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
  const last = rects.at(-1);
  if (!last) return null;
  const box = frame.getBoundingClientRect();
  const isTouch = window.matchMedia("(pointer: coarse)").matches;
  const half = window.innerWidth < 640 ? TOOLBAR_HALF_NARROW_PX : TOOLBAR_HALF_PX;
  const middle = (last.left + last.right) / 2 - box.left;
  return {
    start,
    end,
    x: Math.max(half, Math.min(middle, box.width - half)),
    y: last.bottom - box.top + (isTouch ? BELOW_HANDLES_PX : BELOW_PX),
  };
}

interface Passage {
  start: number;
  end: number;
  range: Range;
}
