import { useRef } from "react";

import { usePreference } from "@/components/preferences/preferences-provider";
import { api } from "./api";
import { useReader } from "./reader-context";
import type { Place } from "./store";

const EVERY_MS = 3_000;

/**
 * Has the readers of a thread know that somebody replies in it, every few seconds at most. What
 * not all of them will read is not told of, nor what is edited.
 */
export function useTellWriting(place: Place): () => void {
  const { store } = useReader();
  const isShown = usePreference(({ showPresence }) => showPresence);
  const toldAt = useRef(0);
  return () => {
    if (!isShown || place.type !== "reply" || place.privateTo || place.opens) return;
    const thread = store.getState().threads.get(place.annotationId);
    const now = Date.now();
    if (!thread || thread.audience === "ONLY_ME" || now - toldAt.current < EVERY_MS) return;
    toldAt.current = now;
    // It is of this moment: what could not be told is not told later.
    void api.tellWriting(place.annotationId).catch(() => undefined);
  };
}
