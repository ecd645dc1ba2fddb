import { useEffect, useState } from "react";

import { isSameDensity, measureDensity, type Stretch } from "./density";
import { useReader } from "./reader-context";

/** How many notes, and unread ones, each stretch of the text has; measured once a frame at most. */
export function useDensity(): readonly Stretch[] {
  const { store, surface } = useReader();
  const [density, setDensity] = useState<readonly Stretch[]>([]);

  useEffect(() => {
    if (!surface) return;
    const { length } = surface.text;
    let frame = 0;
    function measure(): void {
      frame = 0;
      const { shown, freshIds } = store.getState();
      const next = measureDensity(length, shown.ordered, ({ id }) => freshIds.has(id));
      setDensity((known) => (isSameDensity(known, next) ? known : next));
    }
    function follow(): void {
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
