import { type RefObject, useEffect } from "react";

import { useReader } from "./reader-context";

/** On screen for this long counts as seen. */
const MOMENT_MS = 1_000;

/** Takes the dot of a fresh thread away once its card has been on screen for a moment. */
export function useLookedAt(card: RefObject<HTMLElement | null>, id: string, isFresh: boolean) {
  const { store } = useReader();
  useEffect(() => {
    if (!isFresh || !card.current) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        clearTimeout(timer);
        if (entry?.isIntersecting) timer = setTimeout(() => store.markLookedAt(id), MOMENT_MS);
      },
      { threshold: 0.6 },
    );
    observer.observe(card.current);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, [card, id, isFresh, store]);
}
