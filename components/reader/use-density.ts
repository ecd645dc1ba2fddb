import { useEffect, useState } from "react";

import { isSameDensity, measureDensity, type Stretch } from "./density";
import { useReader } from "./reader-context";
import { createUnread } from "./unread";

/** How many notes, and unread ones, each stretch of the text has; measured once a frame at most. */
export function useDensity(): readonly Stretch[] {
  const { store, surface, seenAt } = useReader();
  const [density, setDensity] = useState<readonly Stretch[]>([]);

  useEffect(() => {
    if (!surface) return;
    const { length } = surface.text;
    const unread = createUnread(seenAt);
    let frame = 0;
    function measure(): void {
      frame = 0;
      const { ordered } = store.getState().shown;
      const next = measureDensity(length, ordered, unread.isUnread);
      setDensity((known) => (isSameDensity(known, next) ? known : next));
    }
    function follow(): void {
      unread.follow(store.getState());
      frame ||= requestAnimationFrame(measure);
    }
    follow();
    const stop = store.subscribe(follow);
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [store, surface, seenAt]);

  return density;
}
