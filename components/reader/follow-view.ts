import type { TextSurface } from "./text-surface";

/** Which part of the text is on the screen, in offsets, about right within a block. */
export interface TextView {
  from: number;
  to: number;
  /** Where one reads: about a quarter down the window, or the end of the text at its end. */
  eye: number;
}

const EYE_LEVEL = 0.25;

/**
 * Tells which part of the text is on the screen, now and whenever that changes, once a frame at
 * most. It asks the boxes of blocks only, never for letters in them: what is not on the screen has
 * not been laid out, and must not be because somebody scrolls.
 */
export function followView(surface: TextSurface, listener: (view: TextView) => void): () => void {
  const measure = makeRuler(surface);
  let frame = 0;
  function tell(): void {
    frame = 0;
    const { innerHeight, scrollY } = window;
    const isAtEnd = scrollY > 0 && scrollY + innerHeight > document.body.scrollHeight - 2;
    const to = measure(innerHeight);
    listener({ from: measure(0), to, eye: isAtEnd ? to : measure(innerHeight * EYE_LEVEL) });
  }
  function later(): void {
    frame ||= requestAnimationFrame(tell);
  }
  const resized = new ResizeObserver(later);
  resized.observe(surface.element);
  window.addEventListener("scroll", later, { passive: true });
  window.addEventListener("resize", later);
  later();
  return () => {
    cancelAnimationFrame(frame);
    resized.disconnect();
    window.removeEventListener("scroll", later);
    window.removeEventListener("resize", later);
  };
}

/** Gives the offset that stands about at a height of the window; -1 where that is above the text. */
function makeRuler(surface: TextSurface): (y: number) => number {
  const { children } = surface.element;
  const starts = [...children].map((block) => surface.offsetOf(block));
  return (y) => {
    let low = 0;
    let high = Math.min(children.length, starts.length);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (children[middle]!.getBoundingClientRect().top <= y) low = middle + 1;
      else high = middle;
    }
    const block = children[low - 1];
    if (!block) return -1;
    const { top, height } = block.getBoundingClientRect();
    const start = starts[low - 1]!;
    const end = starts[low] ?? surface.text.length;
    return start + Math.min(1, height > 0 ? (y - top) / height : 1) * (end - start);
  };
}
