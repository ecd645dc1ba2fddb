import { type PointerEvent, type RefObject, useRef } from "react";

/** Dragged down so far, the sheet closes when it is let go; less is an unsteady finger. */
const CLOSES_FROM_PX = 72;

/** On a phone the discussion's head is its handle: the sheet follows a finger down, and closes. */
export function useSheetDrag(sheet: RefObject<HTMLElement | null>, onClose: () => void) {
  const began = useRef<number | null>(null);

  function follow(by: number | null): void {
    if (!sheet.current) return;
    sheet.current.style.transition = by === null ? "" : "none";
    sheet.current.style.transform = by === null ? "" : `translateY(${by}px)`;
  }

  function end({ clientY }: PointerEvent<HTMLElement>, mayClose: boolean): void {
    if (began.current === null) return;
    const by = clientY - began.current;
    began.current = null;
    follow(null);
    if (mayClose && by >= CLOSES_FROM_PX) onClose();
  }

  return {
    onPointerDown(event: PointerEvent<HTMLElement>): void {
      const isOnControl = event.target instanceof Element && event.target.closest("button, select");
      if (event.pointerType === "mouse" || isOnControl || !isSheet(event.currentTarget)) return;
      began.current = event.clientY;
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove({ clientY }: PointerEvent<HTMLElement>): void {
      if (began.current !== null) follow(Math.max(0, clientY - began.current));
    },
    onPointerUp: (event: PointerEvent<HTMLElement>): void => end(event, true),
    onPointerCancel: (event: PointerEvent<HTMLElement>): void => end(event, false),
  };
}

/** Only as a sheet the discussion gives its head to the finger (app/picker.css). */
function isSheet(head: HTMLElement): boolean {
  return getComputedStyle(head).touchAction === "none";
}
