import { useEffect, useState } from "react";

import { keepSame, measureDensity, type Stretch } from "./density";
import { useReader } from "./reader-context";

/** How many notes, and unread ones, each stretch of the text has; measured once a frame at most, and where it may have changed. */
export function useDensity(): readonly Stretch[] {
  const { store, surface } = useReader();
  const [density, setDensity] = useState<readonly Stretch[]>([]);

  useEffect(() => {
    if (!surface) return;
    const { length } = surface.text;
    let frame = 0;
    let measured: unknown[] = [];
    function measure(): void {
      frame = 0;
      const { shown, freshIds } = store.getState();
      const next = measureDensity(length, shown.ordered, ({ id }) => freshIds.has(id));
      setDensity((known) => keepSame(known, next));
    }
    function follow(): void {
      const { shown, freshIds } = store.getState();
      if (measured[0] === shown.placing && measured[1] === freshIds) return;
      measured = [shown.placing, freshIds];
      frame ||= requestAnimationFrame(measure);
    }
    follow();
    const stop = store.subscribe(follow);
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [store, surface]);

  return density;
}
