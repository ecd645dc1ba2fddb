/** A place that did not move for so many frames has come to rest. */
const FRAMES_AT_REST = 5;
const FRAMES_AT_MOST = 60;

/** The present journey: whoever goes elsewhere meanwhile ends it. */
let travelling = new AbortController();

/**
 * Brings a place where `bring` wants it, and again until it stays there. What is far away has a
 * guessed height only: as it comes near it is laid out, and pushes the place away again. It ends
 * when the reader does something, or goes to another place.
 */
export function comeToRest(bring: () => void, topOf: () => number): void {
  travelling.abort();
  travelling = new AbortController();
  const { signal } = travelling;
  const end = () => travelling.signal === signal && travelling.abort();
  for (const act of ["wheel", "touchmove", "pointerdown", "keydown"]) {
    window.addEventListener(act, end, { capture: true, passive: true, signal });
  }
  let last = Number.NaN;
  let rested = 0;
  let frames = 0;
  function next(): void {
    if (signal.aborted) return;
    rested = Math.abs(topOf() - last) < 1 ? rested + 1 : 0;
    bring();
    last = topOf();
    if (rested < FRAMES_AT_REST && ++frames < FRAMES_AT_MOST) requestAnimationFrame(next);
    else end();
  }
  next();
}

/** Brings an element of the text to the top of the window, however far it is. */
export function goToElement(id: string): void {
  // Looked up anew each time: the editor may have made another one.
  const find = () => document.getElementById(id);
  comeToRest(
    () => find()?.scrollIntoView(),
    () => find()?.getBoundingClientRect().top ?? 0,
  );
}
