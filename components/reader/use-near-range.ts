import { useEffect, useState } from "react";

import { useReader } from "./reader-context";

/** A stretch of the flat text. */
export interface TextRange {
  start: number;
  end: number;
}

/** The part of the text that is on the screen or near it; null until that is known. */
export function useNearRange(): TextRange | null {
  const { surface } = useReader();
  const [near, setNear] = useState<TextRange | null>(null);
  useEffect(() => surface?.onNear(setNear), [surface]);
  return near;
}
