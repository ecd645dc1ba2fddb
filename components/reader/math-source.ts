import type { Schema } from "@tiptap/pm/model";
import {
  type EditorState,
  PluginKey,
  type StateField,
  TextSelection,
  type Transaction,
} from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";

import { LATEX_LIMIT } from "@/lib/editor/nodes/math";

/** A formula that stands in the text as its source, dollars included. */
interface Source {
  from: number;
  to: number;
  isBlock: boolean;
}

/** Which formula shows its source at the moment; null for none. */
export const SOURCE = new PluginKey<Source | null>("formulaSource");

export const sourceState: StateField<Source | null> = {
  init: () => null,
  apply(transaction, source) {
    const told: Source | null | undefined = transaction.getMeta(SOURCE);
    if (told !== undefined || source === null) return told ?? null;
    const from = transaction.mapping.map(source.from, -1);
    const to = transaction.mapping.map(source.to, 1);
    return from < to ? { ...source, from, to } : null;
  },
};

/** Shows that it is a formula's source and not words. */
export function sourceMarks(state: EditorState): DecorationSet | null {
  const source = SOURCE.getState(state);
  if (!source) return null;
  const mark = Decoration.inline(source.from, source.to, { class: "formula-source" });
  return DecorationSet.create(state.doc, [mark]);
}

/** Puts a formula's source in its place, to be changed; false where there is no formula. */
export function openSource(view: EditorView, position: number | undefined): boolean {
  const node = position === undefined ? null : view.state.doc.nodeAt(position);
  if (!node || position === undefined || !node.type.name.endsWith("Math")) return false;
  const { schema, tr } = view.state;
  const isBlock = node.type.name === "blockMath";
  const sign = isBlock ? "$$" : "$";
  const text = schema.text(`${sign}${node.attrs.latex}${sign}`);
  tr.replaceWith(
    position,
    position + node.nodeSize,
    isBlock ? schema.nodes.paragraph!.create(null, text) : text,
  );
  const from = position + (isBlock ? 1 : 0);
  const to = from + text.nodeSize;
  tr.setMeta(SOURCE, { from, to, isBlock } satisfies Source);
  const end = TextSelection.create(tr.doc, to - sign.length);
  view.dispatch(tr.setSelection(end).scrollIntoView());
  view.focus();
  return true;
}

/** Makes a formula again of the one that shows its source; false where none does. */
export function closeSource(view: EditorView): boolean {
  const source = SOURCE.getState(view.state);
  if (!source) return false;
  view.dispatch(closing(view.state, source).scrollIntoView());
  return true;
}

/** The same once the caret is elsewhere. */
export function leaveSource(state: EditorState): Transaction | null {
  const source = SOURCE.getState(state);
  if (!source) return null;
  const { from, to } = state.selection;
  return from > source.from && to < source.to ? null : closing(state, source);
}

/** What is no formula any more stays as the words that it is. */
function closing(state: EditorState, { from, to, isBlock }: Source): Transaction {
  const tr = state.tr.setMeta(SOURCE, null);
  const text = state.doc.textBetween(from, to, "\n", "\ufffc");
  const sign = isBlock ? "$$" : "$";
  const latex = text.slice(sign.length, -sign.length).trim();
  const isWhole = text.length > 2 * sign.length && text.startsWith(sign) && text.endsWith(sign);
  const isFit = latex !== "" && latex.length <= LATEX_LIMIT && !/[$\n\ufffc]/.test(latex);
  if (!isWhole || !isFit) return tr;
  const { nodes }: Schema = state.schema;
  const $from = state.doc.resolve(from);
  if (!isBlock) return tr.replaceWith(from, to, nodes.inlineMath!.create({ latex }));
  const isAlone = $from.parent.textContent === text;
  if (!isAlone) return tr.replaceWith(from, to, nodes.inlineMath!.create({ latex }));
  return tr.replaceRangeWith($from.before(), $from.after(), nodes.blockMath!.create({ latex }));
}
