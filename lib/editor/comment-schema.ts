import { getSchema, type JSONContent } from "@tiptap/core";
import { Blockquote } from "@tiptap/extension-blockquote";
import { Bold } from "@tiptap/extension-bold";
import { Code } from "@tiptap/extension-code";
import { CodeBlock } from "@tiptap/extension-code-block";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Italic } from "@tiptap/extension-italic";
import { Link } from "@tiptap/extension-link";
import { BulletList, ListItem, OrderedList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import { UndoRedo } from "@tiptap/extensions";

import { isTooDeep } from "./depth";
import { isLinkAddress, requireLinkAddress } from "./links";
import { isStorable } from "./storable";

/** The longest comment, in UTF-16 units of its words. */
export const COMMENT_LIMIT = 20_000;

/** A comment as a TipTap document of {@link commentExtensions}. */
export type CommentBody = JSONContent & { type: "doc" };

const CommentLink = Link.extend({
  // An address and nothing else: no target, no class, no relation that a writer could choose.
  addAttributes() {
    return { href: { default: null, validate: requireLinkAddress } };
  },
}).configure({
  openOnClick: false,
  autolink: true,
  defaultProtocol: "https",
  isAllowedUri: (address, { defaultValidate }) =>
    isLinkAddress(address) && defaultValidate(address),
  HTMLAttributes: { rel: "ugc nofollow noopener", target: null, class: null },
});

const CommentList = OrderedList.extend({
  addAttributes() {
    return { start: { default: 1, parseHTML: readStart, validate: requireStart } };
  },
});

const CommentCode = CodeBlock.extend({
  addAttributes() {
    return {};
  },
});

/** The schema of comments, and what it takes to write one. */
export const commentExtensions = [
  Document,
  Paragraph,
  Text,
  Bold,
  Italic,
  Code,
  CommentLink,
  Blockquote,
  BulletList,
  CommentList,
  ListItem,
  CommentCode,
  HardBreak,
  UndoRedo,
];

const schema = getSchema(commentExtensions);

type ParsedBody =
  | { problem: "empty" | "tooLong" | "tooDeep" | "invalid" }
  | { problem: null; body: CommentBody; text: string; wordCount: number };

/**
 * Checks what claims to be a comment, and returns it with its words, or what is wrong with it.
 *
 * What is returned holds nothing but what the schema knows: attributes and keys that it does not
 * know are left out, nodes and marks that it does not know are refused.
 */
export function parseCommentBody(value: unknown): ParsedBody {
  if (isTooDeep(value)) return { problem: "tooDeep" };
  let doc: ReturnType<typeof schema.nodeFromJSON>;
  try {
    doc = schema.nodeFromJSON(value);
    doc.check();
  } catch {
    return { problem: "invalid" };
  }
  if (doc.type !== schema.topNodeType || !isStorable(doc)) return { problem: "invalid" };
  const text = doc.textBetween(0, doc.content.size, "\n", "\n");
  if (text.length > COMMENT_LIMIT) return { problem: "tooLong" };
  if (text.trim() === "") return { problem: "empty" };
  return { problem: null, body: doc.toJSON(), text, wordCount: countWords(text) };
}

const words = new Intl.Segmenter("en", { granularity: "word" });

/** Words by the Unicode rules (UAX 29), so that Chinese and Japanese have words as well. */
function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of words.segment(text)) if (isWordLike) count += 1;
  return count;
}

function readStart(element: HTMLElement): number {
  const start = Number.parseInt(element.getAttribute("start") ?? "", 10);
  return Number.isNaN(start) ? 1 : start;
}

function requireStart(start: unknown): void {
  const isStart = Number.isInteger(start) && Math.abs(Number(start)) < 1_000_000_000;
  if (!isStart) throw new RangeError("not the first number of a list");
}
