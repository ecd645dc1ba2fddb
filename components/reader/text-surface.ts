import { Editor, type JSONContent } from "@tiptap/core";
import { DOMParser } from "@tiptap/pm/model";

import { type TextRange, trimRange } from "@/lib/anchoring";
import {
  AnnotationLayer,
  idsAt,
  type LayerChange,
  layerIndex,
  paint,
} from "@/lib/editor/annotation-layer";
import { readingExtensions, readingSchema } from "@/lib/editor/reading-schema";
import { watchNear } from "./watch-near";

/** A selected stretch of the text, without the white space at its ends. */
export interface Passage extends TextRange {
  range: Range;
}

export type TextSurface = ReturnType<typeof createTextSurface>;

/** How far down the window a passage is brought: above the sheet of a phone, below the header. */
const EYE_LEVEL = 0.22;
/** As long as a passage begins in this part of the window, nothing needs to move. */
const COMFORT = { from: 0.06, to: 0.5 };

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
    element: { mount: element },
    extensions: [...readingExtensions, AnnotationLayer],
    content,
    editable: false,
    injectCSS: false,
    // A div is what it was before: TipTap would call it a text field.
    editorProps: { attributes: { role: "none" } },
  });
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

  function rangeOf(start: number, end: number): Range {
    const from = view.domAtPos(index.toPosition(start, "start"));
    const to = view.domAtPos(index.toPosition(end, "end"));
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }

  function topOf(offset: number): number {
    return view.coordsAtPos(index.toPosition(offset, "start")).top;
  }

  return {
    element,
    text: index.text,
    show,
    rangeOf,
    topOf,
    /** The part of the text that is near the view, now and whenever that changes. */
    onNear: near.listen,
    /** After every change of the layer: elements in the text may be others than before. */
    onPaint(listener: () => void): () => void {
      painted.add(listener);
      return () => painted.delete(listener);
    },
    selected(): Passage | null {
      const selection = document.getSelection();
      if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
      const range = selection.getRangeAt(0);
      if (!range.intersectsNode(element)) return null;
      const offsetOf = (node: Node, offset: number, outside: number) =>
        element.contains(node) ? index.toOffset(view.posAtDOM(node, offset)) : outside;
      const start = offsetOf(range.startContainer, range.startOffset, 0);
      const end = offsetOf(range.endContainer, range.endOffset, index.text.length);
      const passage = trimRange(index.text, start, end);
      return passage && { ...passage, range };
    },
    /** Everything that is marked at a point of the window. */
    idsAtPoint(x: number, y: number): string[] {
      const found = view.posAtCoords({ left: x, top: y });
      return found ? idsAt(editor.state, index.toOffset(found.pos)) : [];
    },
    /** Whether the passage lies above what is on the screen. */
    isAbove: (offset: number): boolean => topOf(offset) < 0,
    scrollTo(offset: number): void {
      const top = topOf(offset);
      const height = window.innerHeight;
      if (top > height * COMFORT.from && top < height * COMFORT.to) return;
      window.scrollBy({ top: top - height * EYE_LEVEL });
    },
    destroy(): void {
      near.stop();
      editor.destroy();
    },
  };
}
