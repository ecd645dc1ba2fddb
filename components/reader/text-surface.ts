import { Editor, type JSONContent } from "@tiptap/core";
import { DOMParser, type Node } from "@tiptap/pm/model";

import { type TextRange, trimRange } from "@/lib/anchoring";
import {
  AnnotationLayer,
  idsAt,
  type LayerChange,
  layerIndex,
  paint,
} from "@/lib/editor/annotation-layer";
import { BlockCursor, pointAt } from "@/lib/editor/block-cursor";
import { HeadingIds } from "@/lib/editor/headings";
import { readingExtensions, readingSchema } from "@/lib/editor/reading-schema";
import type { TextIndex } from "@/lib/editor/text-index";
import { comeToRest } from "./come-to-rest";
import { watchNear } from "./watch-near";

export type TextSurface = ReturnType<typeof createTextSurface>;

/** How far down the window a passage is brought: above the sheet of a phone, below the header. */
const EYE_LEVEL = 0.22;
/** As long as a passage begins in this part of the window, nothing needs to move. */
const COMFORT = { from: 0.06, to: 0.5, ofFree: 0.7 };

/** The document that the server has written into `element`, read back from its markup. */
export function readDocument(element: HTMLElement): JSONContent {
  return DOMParser.fromSchema(readingSchema)
    .parse(element, { preserveWhitespace: "full" })
    .toJSON();
}

/**
 * Lets TipTap take over the article that the server wrote into `element`: the same markup, so
 * nothing jumps. Offsets are those of the flat text; pixels are those of the window.
 */
export function createTextSurface(element: HTMLElement, content: JSONContent) {
  const editor = new Editor({
    element: null,
    extensions: [...readingExtensions, HeadingIds, AnnotationLayer, BlockCursor],
    content,
    editable: false,
    injectCSS: false,
    // A div is what it was before: TipTap would call it a text field.
    editorProps: { attributes: { role: "none" } },
  });
  mountApart(editor, element);
  const { view } = editor;
  const index = layerIndex(editor.state);
  const painted = new Set<() => void>();

  function show(change: LayerChange): void {
    view.dispatch(paint(editor.state, change));
    for (const listener of painted) listener();
  }

  const near = watchNear(element, editor.state.doc, index, (first, last) =>
    show({ near: [first, last] }),
  );
  const places = placesOfBlocks(editor.state.doc, index);

  function rangeOf(start: number, end: number): Range {
    const from = view.domAtPos(index.toPosition(start));
    const to = view.domAtPos(index.toPosition(end));
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }

  function selectedRange(): TextRange | null {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(element)) return null;
    // What is selected of the margin or the head of the page does not count.
    const offsetOf = (node: globalThis.Node, offset: number, outside: number) =>
      element.contains(node) ? index.toOffset(view.posAtDOM(node, offset)) : outside;
    const start = offsetOf(range.startContainer, range.startOffset, 0);
    const end = offsetOf(range.endContainer, range.endOffset, index.text.length);
    return start < end ? { start, end } : null;
  }

  /** Far from the view this is slow: the browser has to lay that part of the text out for it. */
  function topOf(offset: number): number {
    return view.coordsAtPos(index.toPosition(offset)).top;
  }

  /** The element of the article in which a block stands. */
  function boxOf(block: number): DOMRect | undefined {
    return element.children[places[block] ?? -1]?.getBoundingClientRect();
  }

  /**
   * About where a place is, by the box of its paragraph alone: that is known of what is far from the
   * view as well, and asking for it lays nothing out.
   */
  function roughTopOf(offset: number): number {
    const block = index.blockAt(offset);
    const box = boxOf(block);
    if (!box) return topOf(offset);
    let [first, last] = [block, block];
    while (places[first - 1] === places[block]) first -= 1;
    while (places[last + 1] === places[block]) last += 1;
    const { from } = index.blocks[first]!;
    const { to } = index.blocks[last]!;
    return box.top + (box.height * (offset - from)) / Math.max(1, to - from);
  }

  function isAbove(offset: number): boolean {
    const box = boxOf(index.blockAt(offset));
    if (box && box.bottom <= 0) return true;
    return (!box || box.top < 0) && topOf(offset) < 0;
  }

  return {
    element,
    text: index.text,
    blocks: index.blocks,
    show,
    rangeOf,
    topOf,
    roughTopOf,
    /** The part of the text that is near the view, now and whenever that changes. */
    onNear: near.listen,
    /** After every change of the layer: elements in the text may be others than before. */
    onPaint(listener: () => void): () => void {
      painted.add(listener);
      return () => painted.delete(listener);
    },
    /** What is selected of the text, as it is selected; null where nothing is. */
    selectedRange,
    /** The selected passage, without the white space at its ends; null where there are no words. */
    selected(): TextRange | null {
      const selected = selectedRange();
      return selected && trimRange(index.text, selected.start, selected.end);
    },
    /** Where on the screen a passage begins and ends: its first and its last letter. */
    edgesOf(start: number, end: number): (DOMRect | undefined)[] {
      const boxOf = (range: Range) => [...range.getClientRects()].find(({ height }) => height > 0);
      return [boxOf(rangeOf(start, start + 1)), boxOf(rangeOf(end - 1, end))];
    },
    /** Selects a passage as the browser does. */
    select(start: number, end: number): void {
      const { startContainer, startOffset, endContainer, endOffset } = rangeOf(start, end);
      const selection = document.getSelection();
      selection?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
    },
    /** Selects the text and nothing else of the page. */
    selectAll(): boolean {
      document.getSelection()?.selectAllChildren(element);
      return true;
    },
    /** Shows that somebody stands on a block, by its place in the index; null: on none. */
    pointAt(block: number | null): void {
      const pointed = block === null ? null : (index.blocks[block] ?? null);
      view.dispatch(pointAt(editor.state, pointed));
    },
    /** Where in the text an element of it stands. */
    offsetOf: (node: globalThis.Node): number => index.toOffset(view.posAtDOM(node, 0)),
    /** The first block that begins on the screen, by its place in the index. */
    firstInView(): number {
      let low = 0;
      let high = index.blocks.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (isAbove(index.blocks[middle]!.from)) low = middle + 1;
        else high = middle;
      }
      return low;
    },
    idsAt: (offset: number): string[] => idsAt(editor.state, offset),
    /** Everything that is marked at a point of the window. */
    idsAtPoint(x: number, y: number): string[] {
      const found = view.posAtCoords({ left: x, top: y });
      return found ? idsAt(editor.state, index.toOffset(found.pos)) : [];
    },
    /** Whether the passage lies above what is on the screen. Quick, wherever it lies. */
    isAbove,
    /** Brings a passage into the upper `free` pixels of the window, however far it is, unless it is there. */
    scrollTo(offset: number, free = window.innerHeight): void {
      const height = window.innerHeight;
      const lowest = Math.min(height * COMFORT.to, free * COMFORT.ofFree);
      const eye = Math.min(height, free * 2) * EYE_LEVEL;
      // The page may be left meanwhile, and the text with it.
      const top = () => (element.isConnected ? topOf(offset) : eye);
      const isThere = top() > height * COMFORT.from && top() < lowest;
      if (!isThere) comeToRest(() => window.scrollBy({ top: top() - eye }), top);
    },
    destroy(): void {
      near.stop();
      editor.destroy();
    },
  };
}

/**
 * Mounts an editor on an element that stands outside of the page meanwhile, because taking three
 * thousand blocks out and putting as many in costs several times as much inside. What stands for it
 * is as tall, so that the window stays where it is.
 */
function mountApart(editor: Editor, element: HTMLElement): void {
  const stand = element.ownerDocument.createElement("div");
  stand.style.blockSize = `${element.getBoundingClientRect().height}px`;
  element.replaceWith(stand);
  element.replaceChildren();
  editor.mount({ mount: element });
  stand.replaceWith(element);
}

/** For each block of the index, in which child of the document it stands. */
function placesOfBlocks(doc: Node, { blocks }: TextIndex): number[] {
  const places: number[] = [];
  doc.forEach((child, offset, place) => {
    while ((blocks[places.length]?.position ?? Infinity) < offset + child.nodeSize) {
      places.push(place);
    }
  });
  return places;
}
