import { useCallback } from "react";

import { freeHeight } from "./free-height";
import { isOnWhole } from "./mark-list";
import { useReader } from "./reader-context";
import { inOrder } from "./shown-marks";
import type { ReaderStore } from "./store";

/** Going from thread to thread in the chosen order, and back to the text. */
export function useSteps() {
  const { store, surface } = useReader();

  const goTo = useCallback(
    (id: string) => {
      const mark = store.getState().marks.get(id);
      if (!mark) return;
      store.focus(id);
      store.openDiscussion(true);
      // What is on no passage leaves the text where it is: the margin brings itself into view.
      // A frame later: room below the text is made for the sheet when that opens.
      if (!isOnWhole(mark)) {
        requestAnimationFrame(() => surface?.scrollTo(mark.start, freeHeight(true)));
      }
      focusCard(store, id);
    },
    [store, surface],
  );

  const step = useCallback(
    (by: 1 | -1) => {
      const { shown, filter, focusedId } = store.getState();
      const ordered = inOrder(shown, filter);
      if (ordered.length === 0) return;
      const at = ordered.findIndex(({ id }) => id === focusedId);
      // Without a focused thread one begins at what is in view, where that is how they are sorted.
      const isFirst = ({ start }: { start: number }) =>
        filter.sort !== "position" || !surface?.isAbove(start);
      const first = at >= 0 ? at : ordered.findIndex(isFirst);
      const from = at >= 0 ? at + by : by === 1 ? Math.max(first, 0) : first - 1;
      const next = ordered[Math.max(0, Math.min(from, ordered.length - 1))];
      if (next) goTo(next.id);
    },
    [store, surface, goTo],
  );

  /** From the thread back to its passage in the article. */
  const leave = useCallback(() => {
    const { focusedId, isDiscussionOpen } = store.getState();
    store.openDiscussion(false);
    store.focus(null);
    if (!focusedId) {
      // A sheet that closes takes the focus with it.
      if (isDiscussionOpen) focusDiscussionButton();
      return;
    }
    const mark = store.getState().marks.get(focusedId);
    if (mark && !isOnWhole(mark)) surface?.scrollTo(mark.start);
    (
      linkTo(focusedId, mark?.start) ?? document.querySelector<HTMLElement>(".reader-article")
    )?.focus({ preventScroll: true });
  }, [store, surface]);

  return { goTo, step, leave };
}

function focusDiscussionButton(): void {
  document.querySelector<HTMLElement>(".reader-discussion-button")?.focus({ preventScroll: true });
}

/** The way to a thread in the text, or where many begin, to all that begin there. */
function linkTo(id: string, start: number | undefined): HTMLElement | null {
  return (
    document.querySelector<HTMLElement>(`a[href="#a-${CSS.escape(id)}"]`) ??
    document.querySelector<HTMLElement>(`[data-crowd-at="${start}"]`)
  );
}

/**
 * The card of the focused thread takes the focus as soon as it stands in the margin: one that has
 * not been given its place yet is not visible, and cannot. However late the thread comes: waited
 * for until it is known to be gone, or the reader does something else.
 */
export function focusCard(store: ReaderStore, id: string): void {
  const ended = new AbortController();
  let isSoon = false;
  function focus(): void {
    isSoon = false;
    if (ended.signal.aborted) return;
    if (store.getState().focusedId !== id) {
      ended.abort();
      return;
    }
    const card = document.querySelector<HTMLElement>(`[data-annotation-id="${CSS.escape(id)}"]`);
    // Behind a window that the reader opened before the thread came.
    if (card?.closest('[aria-hidden="true"]')) return;
    card?.focus({ preventScroll: true });
    if (card?.contains(document.activeElement)) ended.abort();
  }
  function soon(): void {
    if (isSoon) return;
    isSoon = true;
    requestAnimationFrame(focus);
  }
  const changes = new MutationObserver(soon);
  const unsubscribe = store.subscribe(soon);
  ended.signal.addEventListener("abort", () => {
    changes.disconnect();
    unsubscribe();
  });
  const margin = document.querySelector(".reader-margin");
  const attributeFilter = ["data-placed", "data-open"];
  if (margin) changes.observe(margin, { childList: true, subtree: true, attributeFilter });
  for (const act of ["pointerdown", "keydown"]) {
    const end = () => ended.abort();
    window.addEventListener(act, end, { capture: true, signal: ended.signal });
  }
  soon();
}
