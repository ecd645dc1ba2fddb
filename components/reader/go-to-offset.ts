import type { TextSurface } from "./text-surface";

/** A place that did not move for so many frames has come to rest. */
const FRAMES_AT_REST = 5;
const FRAMES_AT_MOST = 60;

/** Brings a place of the text into view, however far it is. */
export function goToOffset(surface: TextSurface, offset: number): void {
  // The page may be left meanwhile, and the text with it.
  const isThere = () => surface.element.isConnected;
  settle(
    () => isThere() && surface.scrollTo(offset),
    () => (isThere() ? surface.topOf(offset) : 0),
  );
}

/** Brings an element of the text to the top of the window, however far it is. */
export function goToElement(id: string): void {
  // Looked up anew each time: the editor may have made another one.
  const find = () => document.getElementById(id);
  settle(
    () => find()?.scrollIntoView(),
    () => find()?.getBoundingClientRect().top ?? 0,
  );
}

/**
 * Scrolls until the place stays where it was brought. What is far away has a guessed height only:
 * as it comes near it is laid out, and pushes the place away again. It
 * ends when the reader does something.
 */
function settle(bring: () => unknown, topOf: () => number): void {
  let last = Number.NaN;
  let rested = 0;
  let frames = 0;
  const ended = new AbortController();
  const end = () => ended.abort();
  for (const act of ["wheel", "touchmove", "pointerdown", "keydown"]) {
    window.addEventListener(act, end, { capture: true, passive: true, signal: ended.signal });
  }
  function next(): void {
    if (ended.signal.aborted) return;
    rested = Math.abs(topOf() - last) < 1 ? rested + 1 : 0;
    bring();
    last = topOf();
    if (rested < FRAMES_AT_REST && ++frames < FRAMES_AT_MOST) requestAnimationFrame(next);
    else end();
  }
  next();
}
