import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

import { BlockRuns, type Run, type Span } from "@/lib/anchoring";
import { type Announcements, announce, QUIET } from "./annotation-links";
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
  /** How marks are announced to screen readers from now on. */
  announcements?: Announcements;
}

interface Layer {
  index: TextIndex;
  runs: BlockRuns;
  spans: Map<string, PaintedSpan>;
  near: readonly [first: number, last: number];
  announcements: Announcements;
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
    announcements: QUIET,
    made: new Map(),
    shown: DecorationSet.empty,
  };
}

function applyChange(transaction: Transaction, layer: Layer): Layer {
  const change: LayerChange | undefined = transaction.getMeta(key);
  if (!change) return layer;
  const { runs, spans, made, index } = layer;
  const near = change.near ?? layer.near;
  const announcements = change.announcements ?? layer.announcements;
  const [first, last] = near;
  const gone: Decoration[] = [];
  const fresh: Decoration[] = [];

  function forget(block: number): void {
    gone.push(...(made.get(block) ?? []));
    made.delete(block);
  }

  for (const id of change.remove ?? []) {
    spans.delete(id);
    for (const block of runs.remove(id)) forget(block);
  }
  for (const span of change.put ?? []) {
    spans.set(span.id, span);
    for (const block of runs.put(span)) forget(block);
  }
  for (const block of made.keys()) {
    if (change.announcements || block < first || block > last) forget(block);
  }
  const painted = { index, runs, spans, announcements };
  for (let block = first; block <= last; block++) {
    if (made.has(block)) continue;
    const decorations = runs
      .runsOf(block)
      .flatMap((run) => [...announce(painted, run), ...decorate(index, block, run)]);
    made.set(block, decorations);
    fresh.push(...decorations);
  }
  // Only what changed: to sort all of them into the blocks of a book anew takes a millisecond.
  const shown = layer.shown.remove(gone).add(transaction.doc, fresh);
  return { ...layer, near, announcements, shown };
}

function decorate(index: TextIndex, block: number, run: Run): Decoration[] {
  const from = index.toPosition(run.from);
  const to = index.toPosition(run.to);
  if (index.blocks[block]?.isLeaf) return leavesBetween(from, to, attributesOf(run));
  // What a screen reader is told of a mark, it is told once: not again with every run.
  return [Decoration.inline(from, to, { nodeName: "mark", role: "none", ...attributesOf(run) })];
}

/** An image holds no words that an element could be put around: it is itself the mark. */
function leavesBetween(from: number, to: number, attributes: Record<string, string>): Decoration[] {
  const leaves: Decoration[] = [];
  for (let at = from; at < to; at++) leaves.push(Decoration.node(at, at + 1, attributes));
  return leaves;
}

function attributesOf({ ids, count, flags }: Run): Record<string, string> {
  const kind = (["QUESTION", "COMMENT", "HIGHLIGHT"] as const).find((each) => flags & MARK[each]);
  return {
    class: "annotation",
    "data-annotations": ids.join(" "),
    "data-depth": String(Math.min(count, 3)),
    ...(kind ? { "data-kind": kind } : {}),
    ...(flags & MARK.PRIVATE ? { "data-private": "" } : {}),
    ...(flags & MARK.UNSAVED ? { "data-unsaved": "" } : {}),
  };
}
