import type { Node } from "@tiptap/pm/model";

import type { TextRange } from "@/lib/anchoring";
import type { TextIndex } from "@/lib/editor/text-index";

/** How much beyond the window counts as near it: a screen and a half on each side. */
const MARGIN = "150% 0px";

/**
 * Follows which of the text's blocks are near the window, and tells `onBlocks` the first and the
 * last of them by their place in the index.
 */
export function watchNear(
  element: HTMLElement,
  doc: Node,
  index: TextIndex,
  onBlocks: (first: number, last: number) => void,
) {
  const inside = blocksInside(doc, index);
  const places = new Map([...element.children].map((child, place) => [child, place]));
  const near = new Set<number>();
  const listeners = new Set<(range: TextRange) => void>();
  let range: TextRange | null = null;

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const place = places.get(target);
        if (place === undefined) continue;
        if (isIntersecting) near.add(place);
        else near.delete(place);
      }
      const blocks = [...near].flatMap((place) => inside[place] ?? []);
      if (blocks.length === 0) return;
      const first = blocks.reduce((a, b) => Math.min(a, b));
      const last = blocks.reduce((a, b) => Math.max(a, b));
      range = { start: index.blocks[first]!.from, end: index.blocks[last]!.to + 1 };
      onBlocks(first, last);
      for (const listener of listeners) listener(range);
    },
    { rootMargin: MARGIN },
  );
  for (const child of places.keys()) observer.observe(child);

  return {
    listen(listener: (range: TextRange) => void): () => void {
      listeners.add(listener);
      if (range) listener(range);
      return () => listeners.delete(listener);
    },
    stop: () => observer.disconnect(),
  };
}

/** The text blocks inside each child of the document: first and last, or none. */
function blocksInside(doc: Node, { blocks }: TextIndex): number[][] {
  const inside: number[][] = [];
  let block = 0;
  doc.forEach((child, offset) => {
    const first = block;
    while (block < blocks.length && blocks[block]!.position < offset + child.nodeSize) block++;
    inside.push(block > first ? [first, block - 1] : []);
  });
  return inside;
}
