import { useEffect, useRef } from "react";

import { useReader } from "./reader-context";
import { type Desk, pushDraft } from "./server-drafts";
import type { Place } from "./store";

/** Long enough for a sentence: the server need not follow every key. */
const PAUSE_MS = 1_500;

/**
 * Saves what is being written on the server when the keys rest, and when the composer closes. Where
 * another device has written at the place, the composer goes on beside that.
 */
export function usePushSoon({ userId, assignmentId }: Desk, place: Place, key: string) {
  const { store } = useReader();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(
    () => () => {
      clearTimeout(timer.current);
      void pushDraft({ userId, assignmentId }, key);
    },
    [userId, assignmentId, key],
  );

  return () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      const { beside } = await pushDraft({ userId, assignmentId }, key);
      if (beside && store.getState().place === place) store.write({ ...place, beside });
    }, PAUSE_MS);
  };
}
