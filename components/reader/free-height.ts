/** Narrow: the discussion is a sheet over the lower part of the window (app/reader.css). */
const NARROW = "(max-width: 719.98px)";

/** How much of the window, from its top, is left to the text while the discussion is open or not. */
export function freeHeight(isDiscussionOpen: boolean): number {
  const height = window.visualViewport?.height ?? window.innerHeight;
  if (!isDiscussionOpen || !window.matchMedia(NARROW).matches) return height;
  const sheet = document.querySelector<HTMLElement>(".reader-margin");
  return height - (sheet?.offsetHeight ?? 0);
}
