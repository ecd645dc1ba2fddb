import type { Node } from "@tiptap/pm/model";

import type { TextRange } from "@/lib/anchoring";
import type { TextIndex } from "@/lib/editor/text-index";

/** How many screens beyond the window, on each side, are brought near it at a time … */
const REACH = 1.25;
/** … and how many must be: as long as so many are, nothing has to be done while one scrolls. */
const LEAST = 0.5;

/** A first and a last one, by their places. */
type Stretch = readonly [first: number, last: number];

/**
 * Follows which of the text's blocks are near the window, and tells `onBlocks` the first and the
 * last of them by their place in the index.
 *
 * Looks for them by halves whenever something may have moved. An observer of every block costs
 * several milliseconds in each frame of a book, whether anything comes near or not.
 */
export function watchNear(
  element: HTMLElement,
  doc: Node,
  index: TextIndex,
  onBlocks: (first: number, last: number) => void,
) {
  const inside = blocksInside(doc, index);
  const listeners = new Set<(range: TextRange) => void>();
  let near: Stretch = [0, -1];
  let range: TextRange | null = null;

  function look(): void {
    const { children } = element;
    const wanted = childrenWithin(children, LEAST);
    if (wanted[0] > wanted[1] || (near[0] <= wanted[0] && wanted[1] <= near[1])) return;
    near = childrenWithin(children, REACH);
    const here = inside.slice(near[0], near[1] + 1).filter((each) => each !== null);
    const [first, last] = [here[0]?.[0], here.at(-1)?.[1]];
    if (first === undefined || last === undefined) return;
    range = { start: index.blocks[first]!.from, end: index.blocks[last]!.to + 1 };
    onBlocks(first, last);
    for (const listener of listeners) listener(range);
  }

  /** After the frame, in which the browser lays out what has come near: before, it would do so twice. */
  let timer: ReturnType<typeof setTimeout> | undefined;
  function lookSoon(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      look();
    });
  }

  // Images arrive, fonts change, what was a guess of height becomes one.
  const observer = new ResizeObserver(lookSoon);
  observer.observe(element);
  window.addEventListener("scroll", lookSoon, { passive: true });
  window.addEventListener("resize", lookSoon);

  return {
    listen(listener: (range: TextRange) => void): () => void {
      listeners.add(listener);
      if (range) listener(range);
      return () => listeners.delete(listener);
    },
    stop(): void {
      clearTimeout(timer);
      observer.disconnect();
      window.removeEventListener("scroll", lookSoon);
      window.removeEventListener("resize", lookSoon);
    },
  };
}

/** The elements in the window and so many screens above and below it. */
function childrenWithin(children: HTMLCollection, screens: number): Stretch {
  const height = window.innerHeight;
  const top = -screens * height;
  const bottom = height + screens * height;
  const first = firstChild(children, (box) => box.bottom > top);
  return [first, firstChild(children, (box) => box.top >= bottom) - 1];
}

/** The place of the first element of whose box `is` holds; it must hold for all after it. */
function firstChild(children: HTMLCollection, is: (box: DOMRect) => boolean): number {
  let low = 0;
  let high = children.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(children[middle]!.getBoundingClientRect())) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The text blocks inside each child of the document: first and last, or none. */
function blocksInside(doc: Node, { blocks }: TextIndex): (Stretch | null)[] {
  const inside: (Stretch | null)[] = [];
  let block = 0;
  doc.forEach((child, offset) => {
    const first = block;
    while (block < blocks.length && blocks[block]!.position < offset + child.nodeSize) block++;
    inside.push(block > first ? [first, block - 1] : null);
  });
  return inside;
}
