import { type RefObject, useEffect, useState } from "react";

import { trimRange } from "@/lib/anchoring";
import { PASSAGE_LIMIT } from "@/lib/annotations/schema";
import { freeHeight } from "./free-height";
import { placeToolbar } from "./place-toolbar";
import { useReader } from "./reader-context";
import type { ReaderStore } from "./store";
import type { TextSurface } from "./text-surface";

/** A selected passage, and where its toolbar goes, in pixels from the top left of the frame. */
export interface Picked {
  start: number;
  end: number;
  x: number;
  y: number;
  /** Why nothing can be done with it. */
  refusal: "passageEmpty" | "passageTooLong" | null;
}

const HALF_PX = 208;
const HALF_NARROW_PX = 104;
const HEIGHT_PX = 46;
const HEIGHT_TOUCH_PX = 54;

/**
 * The passage that is selected in the article now. `frame` is the positioned element around it.
 *
 * Follows the browser's own selection, however it came about: dragged, double-clicked, by the
 * handles of a touch screen, or by the keyboard in caret browsing.
 */
export function usePicked(frame: RefObject<HTMLElement | null>): Picked | null {
  const { store, surface } = useReader();
  const [picked, setPicked] = useState<Picked | null>(null);

  useEffect(() => {
    if (!surface) return;
    let frameId = 0;
    let isDragging = false;
    let isAny = false;
    const read = () => {
      cancelAnimationFrame(frameId);
      frameId = requestAnimationFrame(() => {
        const isReady = !isDragging && frame.current;
        const next = isReady ? pickedIn(surface, store, isReady) : null;
        isAny = next !== null;
        setPicked(next);
      });
    };
    // What is not there moves nowhere: to ask would have the page laid out in each frame.
    const readAgain = () => {
      if (isAny) read();
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
    window.addEventListener("resize", readAgain);
    window.addEventListener("scroll", readAgain, { passive: true });
    return () => {
      cancelAnimationFrame(frameId);
      document.removeEventListener("selectionchange", read);
      document.removeEventListener("pointerdown", drag);
      document.removeEventListener("pointerup", drop);
      document.removeEventListener("pointercancel", drop);
      window.removeEventListener("resize", readAgain);
      window.removeEventListener("scroll", readAgain);
    };
  }, [surface, store, frame]);

  return picked;
}

function pickedIn(surface: TextSurface, store: ReaderStore, frame: HTMLElement): Picked | null {
  const selected = surface.selectedRange();
  if (!selected) return null;
  const passage = trimRange(surface.text, selected.start, selected.end);
  const { start, end } = passage ?? selected;
  const isTouch = window.matchMedia("(pointer: coarse)").matches;
  const [first, last] = surface.edgesOf(start, end);
  if (!first || !last) return null;
  const place = placeToolbar({
    ...{ first, last, isTouch },
    frame: frame.getBoundingClientRect(),
    view: { top: 0, bottom: freeHeight(store.getState().isDiscussionOpen) },
    size: {
      half: window.innerWidth < 640 ? HALF_NARROW_PX : HALF_PX,
      height: isTouch ? HEIGHT_TOUCH_PX : HEIGHT_PX,
    },
  });
  const tooLong = end - start > PASSAGE_LIMIT ? "passageTooLong" : null;
  return { start, end, ...place, refusal: passage ? tooLong : "passageEmpty" };
}
