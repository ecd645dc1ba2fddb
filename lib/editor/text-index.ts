import type { Node } from "@tiptap/pm/model";

/** What a leaf node (a line break, an image, the number of a footnote) is in the flat text. */
export const LEAF = "\uFFFC";

/** One block of text, or the leaves that stand between two blocks. */
export interface TextBlock {
  /** `[from, to)` of the flat text. */
  from: number;
  to: number;
  /** ProseMirror's position of the block's first unit: what `from` is there. */
  position: number;
  /** It is no text but a leaf, such as an image, or several that adjoin: a unit and a position each. */
  isLeaf: boolean;
}

export type TextIndex = ReturnType<typeof indexText>;

/**
 * The one translator between offsets of the flat text and positions of a document.
 *
 * The flat text is the text of every text block in order, joined by `\n`; a leaf counts as one
 * U+FFFC, and one that stands between blocks is a block of its own. Leaves that adjoin there are one
 * block, because between them there is but one position. Offsets are UTF-16 units. Every offset
 * from 0 to the length of the text has exactly one position, and that leads back to it.
 */
export function indexText(doc: Node) {
  const blocks: TextBlock[] = [];
  const parts: string[] = [];
  let length = 0;

  function add(words: string, position: number, isLeaf: boolean): void {
    const from = blocks.length === 0 ? 0 : length + 1;
    length = from + words.length;
    blocks.push({ from, to: length, position, isLeaf });
    parts.push(words);
  }

  function addLeaf(position: number): void {
    const last = blocks.at(-1);
    if (last?.isLeaf && last.position + last.to - last.from === position) {
      last.to = ++length;
      parts.push(`${parts.pop()}${LEAF}`);
    } else add(LEAF, position, true);
  }

  doc.descendants((node, position) => {
    if (node.isTextblock) {
      add(wordsOf(node), position + 1, false);
      return false;
    }
    if (node.isLeaf) addLeaf(position);
    return true;
  });

  function blockAt(offset: number): number {
    return Math.max(
      lastWhere(blocks, ({ from }) => from <= offset),
      0,
    );
  }

  return {
    text: parts.join("\n"),
    blocks: blocks as readonly TextBlock[],

    /** The place in `blocks` of the block at an offset; offsets outside the text count as its ends. */
    blockAt,

    /** The position at an offset; offsets outside the text count as its ends. */
    toPosition(offset: number): number {
      const block = blocks[blockAt(offset)];
      if (!block) return 0;
      return block.position + Math.min(Math.max(offset - block.from, 0), block.to - block.from);
    },

    /** The offset at a position; one between two blocks counts as the beginning of the later. */
    toOffset(position: number): number {
      const at = lastWhere(blocks, (block) => block.position <= position);
      const block = blocks[at];
      if (!block) return 0;
      const inside = position - block.position;
      if (inside <= block.to - block.from) return block.from + inside;
      return blocks[at + 1]?.from ?? block.to;
    },
  };
}

/** The index of the last block for which `is` holds; it must hold for all before it. -1: for none. */
function lastWhere(blocks: readonly TextBlock[], is: (block: TextBlock) => boolean): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(blocks[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function wordsOf(block: Node): string {
  let words = "";
  block.forEach((child) => {
    words += child.isText ? child.text : LEAF;
  });
  return words;
}
