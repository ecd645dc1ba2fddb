import { type RefObject, useEffect } from "react";

import type { TextRange } from "@/lib/anchoring";
import { useReader } from "./reader-context";

/** The part of the window below the list at which a hit that the list hid is shown. */
const BELOW = 0.2;

/** Keeps the hit on which one stands below the list of what was found, however tall that becomes. */
export function useRoomForHit(list: RefObject<HTMLElement | null>, hit: TextRange | undefined) {
  const { surface } = useReader();
  useEffect(() => {
    const panel = list.current;
    if (!surface || !panel || !hit) return;
    function makeRoom(): void {
      const box = surface?.rangeOf(hit?.start ?? 0, hit?.end ?? 0)?.getBoundingClientRect();
      const { top, bottom } = panel?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
      if (!box || box.bottom <= top || box.top >= bottom) return;
      window.scrollBy({ top: box.top - bottom - (window.innerHeight - bottom) * BELOW });
    }
    // After the hit was brought onto the screen, and again when more was found.
    const frame = requestAnimationFrame(makeRoom);
    const watch = new ResizeObserver(makeRoom);
    watch.observe(panel);
    return () => {
      cancelAnimationFrame(frame);
      watch.disconnect();
    };
  }, [surface, list, hit]);
}
