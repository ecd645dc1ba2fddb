import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

import { BlockRuns, type Run, type Span } from "@/lib/anchoring";
import { indexText, type TextIndex } from "./text-index";

/** What a mark is, as bits: where marks overlap, a stretch of text is all of what lies on it. */
export const MARK = { HIGHLIGHT: 1, COMMENT: 2, QUESTION: 4, PRIVATE: 8, UNSAVED: 16 } as const;

/** An annotation as the layer paints it: a stretch of the flat text. */
export interface PaintedSpan extends Span {
  flags: number;
  /** How a screen reader announces it where it begins. */
  label: string;
}

/** What is to be painted differently from now on; what is not named stays as it was. */
export interface LayerChange {
  put?: readonly PaintedSpan[];
  remove?: readonly string[];
  /** Text blocks `[first, last]` near the view: only they are decorated. */
  near?: readonly [first: number, last: number];
}

interface Layer {
  index: TextIndex;
  runs: BlockRuns;
  spans: Map<string, PaintedSpan>;
  near: readonly [first: number, last: number];
  /** What was made for a block, so that a change elsewhere leaves it, and its elements, alone. */
  made: Map<number, Decoration[]>;
  shown: DecorationSet;
}

const key = new PluginKey<Layer>("annotationLayer");

/**
 * Paints annotations over a document without touching it.
 *
 * Decorations, not marks: a mark would write every reader's annotations into the shared text,
 * private ones included. One decoration a run, because of two on the same words the later would
 * overwrite the other's ids; and only near the view, because ten thousand elements are slow
 * however they are made (docs/decisions).
 */
export const AnnotationLayer = Extension.create({
  name: "annotationLayer",

  addProseMirrorPlugins() {
    return [
      new Plugin<Layer>({
        key,
        state: {
          init: (_, { doc }) => createLayer(doc),
          apply: (transaction, layer) => applyChange(transaction, layer),
        },
        props: { decorations: (state) => key.getState(state)?.shown },
      }),
    ];
  },
});

/** The transaction that changes what is painted. */
export function paint(state: EditorState, change: LayerChange): Transaction {
  return state.tr.setMeta(key, change).setMeta("addToHistory", false);
}

/** The text index of the painted document. */
export function layerIndex(state: EditorState): TextIndex {
  return layerOf(state).index;
}

/** The ids of everything painted at an offset of the flat text, listed in a run or not. */
export function idsAt(state: EditorState, offset: number): string[] {
  return layerOf(state)
    .runs.spansAt(offset)
    .map(({ id }) => id);
}

function layerOf(state: EditorState): Layer {
  const layer = key.getState(state);
  if (!layer) throw new Error("the editor has no annotation layer");
  return layer;
}

function createLayer(doc: Node): Layer {
  const index = indexText(doc);
  return {
    index,
    runs: new BlockRuns(index.blocks),
    spans: new Map(),
    near: [0, -1],
    made: new Map(),
    shown: DecorationSet.empty,
  };
}

function applyChange(transaction: Transaction, layer: Layer): Layer {
  const change: LayerChange | undefined = transaction.getMeta(key);
  if (!change) return layer;
  const { runs, spans, made, index } = layer;
  for (const id of change.remove ?? []) {
    spans.delete(id);
    for (const block of runs.remove(id)) made.delete(block);
  }
  for (const span of change.put ?? []) {
    spans.set(span.id, span);
    for (const block of runs.put(span)) made.delete(block);
  }
  const near = change.near ?? layer.near;
  const [first, last] = near;
  for (const block of made.keys()) if (block < first || block > last) made.delete(block);
  const decorations: Decoration[] = [];
  for (let block = first; block <= last; block++) {
    if (!made.has(block)) {
      made.set(
        block,
        runs.runsOf(block).flatMap((run) => decorate(index, spans, run)),
      );
    }
    decorations.push(...made.get(block)!);
  }
  return { ...layer, near, shown: DecorationSet.create(transaction.doc, decorations) };
}

function decorate(index: TextIndex, spans: Map<string, PaintedSpan>, run: Run): Decoration[] {
  const from = index.toPosition(run.from, "start");
  const to = index.toPosition(run.to, "end");
  const beginning = run.ids.flatMap((id) => {
    const span = spans.get(id);
    return span?.start === run.from ? [span] : [];
  });
  return [
    ...beginning.map((span) =>
      Decoration.widget(from, () => linkTo(span), {
        side: -1,
        key: `${span.id} ${span.label}`,
        ignoreSelection: true,
        marks: [],
      }),
    ),
    Decoration.inline(from, to, attributesOf(run)),
  ];
}

function attributesOf({ ids, count, flags }: Run): Record<string, string> {
  const kind = (["QUESTION", "COMMENT", "HIGHLIGHT"] as const).find((each) => flags & MARK[each]);
  return {
    nodeName: "mark",
    class: "annotation",
    "data-annotations": ids.join(" "),
    "data-depth": String(Math.min(count, 3)),
    ...(kind ? { "data-kind": kind } : {}),
    ...(flags & MARK.PRIVATE ? { "data-private": "" } : {}),
    ...(flags & MARK.UNSAVED ? { "data-unsaved": "" } : {}),
  };
}

/**
 * The way to a thread for screen readers, announced once, where the passage begins. Not a stop
 * for Tab: the article is one stop, and J and K go from thread to thread.
 */
function linkTo({ id, label }: PaintedSpan): HTMLElement {
  const link = document.createElement("a");
  link.className = "annotation-link";
  link.href = `#a-${id}`;
  link.tabIndex = -1;
  link.textContent = label;
  return link;
}
