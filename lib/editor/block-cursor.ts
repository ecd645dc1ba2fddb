import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

import type { TextBlock } from "./text-index";

const key = new PluginKey<DecorationSet>("blockCursor");

/** Shows on which block of the text somebody stands who walks through it by keys. */
export const BlockCursor = Extension.create({
  name: "blockCursor",

  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (transaction, shown) => {
            const block: TextBlock | null | undefined = transaction.getMeta(key);
            if (block === undefined) return shown;
            const { doc } = transaction;
            return block ? DecorationSet.create(doc, around(doc, block)) : DecorationSet.empty;
          },
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ];
  },
});

/** The transaction that puts the cursor on a block, or takes it away. */
export function pointAt(state: EditorState, block: TextBlock | null): Transaction {
  return state.tr.setMeta(key, block).setMeta("addToHistory", false);
}

function around(doc: Node, { from, to, position, isLeaf }: TextBlock): Decoration[] {
  const attributes = { class: "block-cursor" };
  if (!isLeaf) return [nodeAt(doc, position - 1, attributes)];
  return Array.from({ length: to - from }, (_, at) => nodeAt(doc, position + at, attributes));
}

function nodeAt(doc: Node, position: number, attributes: Record<string, string>): Decoration {
  const size = doc.nodeAt(position)?.nodeSize ?? 0;
  return Decoration.node(position, position + size, attributes);
}
