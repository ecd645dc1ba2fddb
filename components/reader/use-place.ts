import { useCallback, useEffect, useRef, useState } from "react";

import { isPast } from "./is-past";
import { findPlace, keepPlace } from "./place-api";
import { createPlaceKeeper, type PlaceKeeper } from "./place-keeper";
import { useReader } from "./reader-context";
import { firstOnScreen } from "./text-place";

/** Whoever has read on for so many windows does not look for the earlier place any more. */
const WINDOWS_READ_ON = 2;

/**
 * Remembers where one reads, and knows the place of the last visit as long as it is worth an
 * offer: it is a window away at least, and neither taken nor turned down.
 */
export function usePlace(): { offer: number | null; settle: () => void } {
  const { assignment, surface, store } = useReader();
  const { id, revision, revisionId } = assignment;
  const [offer, setOffer] = useState<number | null>(null);
  const keeper = useRef<PlaceKeeper>(null);

  const settle = useCallback(() => {
    setOffer(null);
    keeper.current?.letGo();
  }, []);

  useEffect(() => {
    // Who looks back on an older text does not read on there.
    if (!surface || isPast(revision)) return;
    let isGone = false;
    const made = createPlaceKeeper({
      read: () => firstOnScreen(surface),
      canSend: () => navigator.onLine && isReachable(store.getState().connection),
      send: (offset) => keepPlace(id, { revisionId, offset }),
    });
    keeper.current = made;
    const onHide = () => document.hidden && made.saveNow();
    window.addEventListener("scroll", made.moved, { passive: true });
    window.addEventListener("pagehide", made.saveNow);
    window.addEventListener("online", made.saveNow);
    document.addEventListener("visibilitychange", onHide);

    findPlace(id)
      .catch(() => null)
      .then((place) => {
        if (isGone) return;
        const isWorth =
          place?.revisionId === revisionId &&
          !/^#[ad]-/.test(window.location.hash) &&
          Math.abs(surface.topOf(place.offset)) > window.innerHeight;
        if (isWorth) setOffer(Math.min(place.offset, surface.text.length));
        else made.letGo();
      });
    return () => {
      isGone = true;
      made.stop();
      window.removeEventListener("scroll", made.moved);
      window.removeEventListener("pagehide", made.saveNow);
      window.removeEventListener("online", made.saveNow);
      document.removeEventListener("visibilitychange", onHide);
    };
  }, [surface, store, id, revision, revisionId]);

  useEffect(() => {
    if (offer === null) return;
    const began = window.scrollY;
    const onScroll = () => {
      const moved = Math.abs(window.scrollY - began);
      if (moved > window.innerHeight * WINDOWS_READ_ON) settle();
    };
    window.addEventListener("scroll", onScroll, { passive: true });
    return () => window.removeEventListener("scroll", onScroll);
  }, [offer, settle]);

  return { offer, settle };
}

function isReachable(connection: string): boolean {
  return connection !== "offline" && connection !== "ended";
}
