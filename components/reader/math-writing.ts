import { Extension, InputRule } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { NodeSelection, Plugin, TextSelection } from "@tiptap/pm/state";
import type { EditorView, NodeView } from "@tiptap/pm/view";

/** A dollar, a formula that begins and ends with no space, and the dollar that was typed last. */
const INLINE = /(?:^|[^$\\])(\$([^$\s](?:[^$]*[^$\s])?)\$)$/;
const BLOCK = /^\$\$([^$]*[^$\s][^$]*)\$\$$/;

/**
 * Formulas while they are written: `$…$` becomes one, `$$…$$` alone in its paragraph one on a line
 * of its own. Pressed, or with Enter, it becomes its source again, to be changed.
 */
export const MathWriting = Extension.create({
  name: "mathWriting",
  addInputRules() {
    return [
      new InputRule({
        find: BLOCK,
        handler({ state, range, match }) {
          const latex = match[1]?.trim() ?? "";
          const $from = state.doc.resolve(range.from);
          const block = state.schema.nodes.blockMath;
          const isAlone = $from.parent.textContent === match[0].slice(0, -1);
          const isPlain = $from.parent.type.name === "paragraph" && isAlone;
          if (!block || !isPlain) return;
          state.tr.replaceRangeWith($from.before(), $from.after(), block.create({ latex }));
        },
      }),
      new InputRule({
        find: INLINE,
        handler({ state, range, match }) {
          const [whole, source = "", latex = ""] = match;
          const inline = state.schema.nodes.inlineMath;
          if (!inline) return;
          const from = range.from + whole.length - source.length;
          // A mention or another formula within is none of its source.
          if (state.doc.textBetween(from, range.to) !== source.slice(0, -1)) return;
          state.tr.replaceWith(from, range.to, inline.create({ latex }));
        },
      }),
    ];
  },
  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        const { selection } = editor.state;
        return selection instanceof NodeSelection && openSource(editor.view, selection.from);
      },
    };
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          nodeViews: {
            inlineMath: (node, view, at) => drawnFormula(node, view, at, false),
            blockMath: (node, view, at) => drawnFormula(node, view, at, true),
          },
        },
      }),
    ];
  },
});

/** Puts a formula's source in its place, without the end: a dollar makes it a formula again. */
function openSource(view: EditorView, position: number | undefined): boolean {
  const node = position === undefined ? null : view.state.doc.nodeAt(position);
  if (!node || position === undefined || !node.type.name.endsWith("Math")) return false;
  const { schema, tr } = view.state;
  const isBlock = node.type.name === "blockMath";
  const source = schema.text(`${isBlock ? "$$" : "$"}${node.attrs.latex}${isBlock ? "$" : ""}`);
  const content = isBlock ? schema.nodes.paragraph!.create(null, source) : source;
  tr.replaceWith(position, position + node.nodeSize, content);
  const end = tr.doc.resolve(position + content.nodeSize - (isBlock ? 1 : 0));
  view.dispatch(tr.setSelection(TextSelection.near(end)).scrollIntoView());
  view.focus();
  return true;
}

function drawnFormula(
  node: Node,
  view: EditorView,
  position: () => number | undefined,
  isBlock: boolean,
): NodeView {
  const latex: string = node.attrs.latex;
  const dom = document.createElement(isBlock ? "div" : "span");
  dom.className = isBlock ? "formula formula-block" : "formula";
  const source = document.createElement("code");
  source.textContent = latex;
  const drawn = document.createElement("span");
  dom.append(drawn, source);
  dom.addEventListener("click", () => openSource(view, position()));
  void import("./draw-formula").then(
    ({ drawFormula }) => {
      source.hidden = drawFormula(drawn, latex, isBlock);
    },
    () => undefined,
  );
  return { dom, ignoreMutation: () => true };
}
