import type { TextSurface } from "./text-surface";

/** Frames in which what comes into view is laid out, and may push the place away again. */
const FRAMES = 4;

/** Brings a place of the text into view however far it is, and keeps it there while that settles. */
export function goToOffset(surface: TextSurface, offset: number, frames = FRAMES): void {
  surface.scrollTo(offset);
  if (frames > 0) requestAnimationFrame(() => goToOffset(surface, offset, frames - 1));
}
