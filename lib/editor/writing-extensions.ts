import { Extension } from "@tiptap/core";
import { Heading } from "@tiptap/extension-heading";
import { Dropcursor, Gapcursor, UndoRedo } from "@tiptap/extensions";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, NodeSelection, Plugin, type Transaction } from "@tiptap/pm/state";

import { FootnoteEditing } from "./footnote-editing";
import { FigureImage } from "./nodes/figure";
import { readingExtensions } from "./reading-schema";

/** A figure is selected, dragged and deleted as one: an image without its figure has no place. */
const FigureEditing = Extension.create({
  name: "figureEditing",
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleClickOn(view, _position, node, nodePosition) {
            if (node.type.name !== "image") return false;
            const figure = view.state.doc.resolve(nodePosition).before();
            view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, figure)));
            return true;
          },
        },
        appendTransaction: (transactions, _, state) =>
          transactions.some(({ docChanged }) => docChanged) ? dropHollowFigures(state) : null,
      }),
    ];
  },
});

/** The selected figure, or the one whose caption holds the selection. */
export function figureAround({ selection }: EditorState): { position: number; node: Node } | null {
  if (selection instanceof NodeSelection && selection.node.type.name === "figure") {
    return { position: selection.from, node: selection.node };
  }
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (node.type.name === "figure") return { position: $from.before(depth), node };
  }
  return null;
}

/** Whoever cuts an image out of its figure leaves a figure whose image ProseMirror made up. */
function dropHollowFigures(state: EditorState): Transaction | null {
  const { tr } = state;
  const hollow: [from: number, to: number][] = [];
  state.doc.descendants((node, position) => {
    if (node.type.name === "figure" && node.firstChild?.attrs.src === "") {
      hollow.push([position, position + node.nodeSize]);
    }
    return !node.isTextblock;
  });
  for (const [from, to] of hollow.reverse()) tr.delete(from, to);
  return tr.docChanged ? tr : null;
}

/**
 * The reading schema with all it takes to write in it. Headings begin at level 2, below the title
 * of the page, as those of imported texts do.
 */
export const writingExtensions = [
  ...readingExtensions.map((extension) => {
    if (extension === FigureImage)
      return FigureImage.extend({ selectable: false, draggable: false });
    return extension.name === "heading"
      ? Heading.configure({ levels: [2, 3, 4, 5, 6] })
      : extension;
  }),
  UndoRedo,
  Gapcursor,
  Dropcursor.configure({ color: "var(--accent)", width: 2 }),
  FigureEditing,
  FootnoteEditing,
];
