import { startTransition, useEffect, useState } from "react";

import type { Bands } from "./margin-bands";
import { useReader } from "./reader-context";

/** Bands `[first, last]` of the text. */
export interface NearBands {
  first: number;
  last: number;
}

/** Which bands of the text are on the screen or near it; null until that is known. */
export function useNearBands(bands: Bands | null): NearBands | null {
  const { surface } = useReader();
  const [near, setNear] = useState<NearBands | null>(null);
  useEffect(() => {
    if (!bands) return;
    return surface?.onNear(({ start, end }) => {
      const next = { first: bands.at(start), last: bands.at(end) };
      // Scrolling comes first: cards far outside the window may follow a frame later.
      startTransition(() =>
        setNear((known) =>
          known?.first === next.first && known.last === next.last ? known : next,
        ),
      );
    });
  }, [surface, bands]);
  return near;
}
