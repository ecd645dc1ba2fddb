import { Extension, InputRule } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { NodeSelection, Plugin } from "@tiptap/pm/state";
import type { EditorView, NodeView } from "@tiptap/pm/view";

import { copiedText } from "./copied-formulas";
import {
  closeSource,
  leaveSource,
  openSource,
  SOURCE,
  sourceMarks,
  sourceState,
} from "./math-source";

/** A dollar, a formula that begins and ends with no space, and the dollar that was typed last. */
const INLINE = /(?:^|[^$\\])(\$([^$\s](?:[^$]*[^$\s])?)\$)$/;
const BLOCK = /^\$\$([^$]*[^$\s][^$]*)\$\$$/;

/**
 * Formulas while they are written: `$…$` becomes one, `$$…$$` alone in its paragraph one on a line
 * of its own. Pressed, or with Enter, it shows its source between its dollars, to be changed; who
 * leaves that, by keys, by pointer or by posting, has a formula again.
 */
export const MathWriting = Extension.create({
  name: "mathWriting",
  // Before the editor's own way to copy text.
  priority: 1_000,
  addInputRules() {
    return [
      new InputRule({
        find: BLOCK,
        handler({ state, range, match }) {
          if (SOURCE.getState(state)) return null;
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
          if (SOURCE.getState(state)) return null;
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
        key: SOURCE,
        state: sourceState,
        appendTransaction: (_transactions, _before, state) => leaveSource(state),
        props: {
          decorations: sourceMarks,
          clipboardTextSerializer: copiedText,
          handleTextInput: (view, from, _to, text) => {
            const source = SOURCE.getState(view.state);
            // The dollar that ends it stands there already.
            const isAtEnd = source && from === source.to - (source.isBlock ? 2 : 1);
            return text === "$" && isAtEnd === true && closeSource(view);
          },
          handleKeyDown: (view, event) => {
            const isPosting = event.ctrlKey || event.metaKey;
            if (event.key !== "Enter" && event.key !== "Escape") return false;
            if (!closeSource(view)) return false;
            // Escape would close the composer: it closes the formula first.
            if (event.key === "Escape") event.stopPropagation();
            return !isPosting;
          },
          handleDOMEvents: {
            blur: (view) => {
              closeSource(view);
            },
            copy: keepToEditor,
            cut: keepToEditor,
          },
          nodeViews: {
            inlineMath: (node, view, at) => drawnFormula(node, view, at, false),
            blockMath: (node, view, at) => drawnFormula(node, view, at, true),
          },
        },
      }),
    ];
  },
});

/** What is copied here the editor knows better than the page, which would copy it as it is drawn. */
function keepToEditor(_view: EditorView, event: Event): void {
  event.stopPropagation();
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
  dom.addEventListener("click", () => {
    // Another one that shows its source becomes a formula first, which may move this one.
    closeSource(view);
    openSource(view, position());
  });
  void import("./draw-formula").then(
    ({ drawFormula }) => {
      source.hidden = drawFormula(drawn, latex, isBlock);
    },
    () => undefined,
  );
  return { dom, ignoreMutation: () => true };
}
