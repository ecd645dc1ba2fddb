import type { TextSurface } from "./text-surface";

/** A place that did not move for so many frames has come to rest. */
const FRAMES_AT_REST = 5;
const FRAMES_AT_MOST = 60;

/** Brings a place of the text into view, however far it is. */
export function goToOffset(surface: TextSurface, offset: number): void {
  settle(
    () => surface.scrollTo(offset),
    () => surface.topOf(offset),
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
 * as it comes near it is laid out, and pushes the place away again.
 */
function settle(bring: () => void, topOf: () => number): void {
  let last = Number.NaN;
  let rested = 0;
  let frames = 0;
  function next(): void {
    rested = Math.abs(topOf() - last) < 1 ? rested + 1 : 0;
    bring();
    last = topOf();
    if (rested < FRAMES_AT_REST && ++frames < FRAMES_AT_MOST) requestAnimationFrame(next);
  }
  next();
}
