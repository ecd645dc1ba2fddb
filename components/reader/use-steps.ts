import { useCallback } from "react";

import { useReader } from "./reader-context";
import { inTextOrder } from "./text-order";

/** Going from thread to thread in the order of the text, and back to the text. */
export function useSteps() {
  const { store, surface } = useReader();

  const goTo = useCallback(
    (id: string) => {
      const mark = store.getState().marks.get(id);
      if (!mark) return;
      store.focus(id);
      store.openDiscussion(true);
      surface?.scrollTo(mark.start);
      focusCard(id);
    },
    [store, surface],
  );

  const step = useCallback(
    (by: 1 | -1) => {
      const { marks, focusedId } = store.getState();
      const ordered = inTextOrder(marks.values());
      if (ordered.length === 0) return;
      const at = ordered.findIndex(({ id }) => id === focusedId);
      // Without a focused thread one begins at what is in view.
      const first = ordered.findIndex(({ start }) => !surface?.isAbove(start));
      const from = at >= 0 ? at + by : by === 1 ? Math.max(first, 0) : first - 1;
      const next = ordered[Math.max(0, Math.min(from, ordered.length - 1))];
      if (next) goTo(next.id);
    },
    [store, surface, goTo],
  );

  /** From the thread back to its passage in the article. */
  const leave = useCallback(() => {
    const { focusedId } = store.getState();
    store.openDiscussion(false);
    store.focus(null);
    if (!focusedId) return;
    const link = document.querySelector<HTMLElement>(`a[href="#a-${CSS.escape(focusedId)}"]`);
    (link ?? document.querySelector<HTMLElement>("main article"))?.focus({ preventScroll: true });
  }, [store]);

  return { goTo, step, leave };
}

/** The card of a thread takes the focus as soon as it stands in the margin. */
export function focusCard(id: string, tries = 10): void {
  requestAnimationFrame(() => {
    const card = document.querySelector<HTMLElement>(`[data-annotation-id="${CSS.escape(id)}"]`);
    if (card) card.focus({ preventScroll: true });
    else if (tries > 0) focusCard(id, tries - 1);
  });
}
