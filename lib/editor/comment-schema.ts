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
import type { Node } from "@tiptap/pm/model";

import { isTooDeep } from "./depth";
import { isLinkAddress, requireLinkAddress } from "./links";
import { CommentImage } from "./nodes/comment-image";
import { BlockMath, InlineMath } from "./nodes/math";
import { Mention } from "./nodes/mention";
import { Tag } from "./nodes/tag";
import { isStorable } from "./storable";

/** The longest comment, in UTF-16 units of its words. */
export const COMMENT_LIMIT = 20_000;

/** The most images in a comment. */
export const COMMENT_IMAGES_AT_MOST = 5;

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

const CommentBreak = HardBreak.extend({
  // With Ctrl or Cmd the key posts: it must not put a break in the place of what is selected.
  addKeyboardShortcuts() {
    return { "Shift-Enter": () => this.editor.commands.setHardBreak() };
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
  Mention,
  Tag,
  InlineMath,
  BlockMath,
  CommentImage,
  CommentBreak,
  UndoRedo,
];

/** What a comment that was stored is made of. */
export const commentSchema = getSchema(commentExtensions);

/** What a comment names beside its words, each once. */
export interface CommentReferences {
  /** Whom it speaks to: ids of people, or of pseudonyms. */
  mentions: string[];
  tags: string[];
  images: { id: string; alt: string }[];
}

type ParsedBody =
  | { problem: "empty" | "tooLong" | "tooDeep" | "invalid" }
  | ({ problem: null; body: CommentBody; text: string; wordCount: number } & CommentReferences);

/**
 * Checks what claims to be a comment, and returns it with its words, or what is wrong with it.
 *
 * What is returned holds nothing but what the schema knows: attributes and keys that it does not
 * know are left out, nodes and marks that it does not know are refused.
 */
export function parseCommentBody(value: unknown): ParsedBody {
  if (isTooDeep(value)) return { problem: "tooDeep" };
  let doc: ReturnType<typeof commentSchema.nodeFromJSON>;
  try {
    doc = commentSchema.nodeFromJSON(value);
    doc.check();
  } catch {
    return { problem: "invalid" };
  }
  if (doc.type !== commentSchema.topNodeType || !isStorable(doc)) return { problem: "invalid" };
  const text = textOf(doc);
  if (text.length > COMMENT_LIMIT) return { problem: "tooLong" };
  const references = referencesOf(doc);
  if (text.trim() === "" && references.images.length === 0) return { problem: "empty" };
  const wordCount = countWords(text);
  return { problem: null, body: doc.toJSON(), text, wordCount, ...references };
}

/** The document with the names that belong to the people whom it mentions. */
export function nameMentions(body: CommentBody, names: ReadonlyMap<string, string>): CommentBody {
  return { ...named(body, names), type: "doc" };
}

function named(node: JSONContent, names: ReadonlyMap<string, string>): JSONContent {
  const { content, attrs } = node;
  if (node.type === "mention") return { ...node, attrs: { ...attrs, label: names.get(attrs?.id) } };
  return content ? { ...node, content: content.map((each) => named(each, names)) } : node;
}

/** A comment without the empty lines at its end; one of them stays where it is all there is. */
export function withoutTail(body: CommentBody): CommentBody {
  const content = [...(body.content ?? [])];
  while (content.length > 1 && isEmptyLine(content.at(-1))) content.pop();
  return { ...body, content };
}

function isEmptyLine(node: JSONContent | undefined): boolean {
  return node?.type === "paragraph" && (node.content ?? []).length === 0;
}

/** How many words a comment has, of those that a minimum asks for. */
export function wordCountOf(doc: Node): number {
  return countWords(textOf(doc));
}

function textOf(doc: Node): string {
  return doc.textBetween(0, doc.content.size, "\n", wordsOfLeaf);
}

/** As each leaf says of itself; a line break is one. */
function wordsOfLeaf(leaf: Node): string {
  return leaf.type.spec.toText?.({ node: leaf }) ?? "\n";
}

function referencesOf(doc: Node): CommentReferences {
  const mentions = new Set<string>();
  const tags = new Set<string>();
  const images = new Map<string, string>();
  doc.descendants(({ type, attrs }) => {
    if (type.name === "mention") mentions.add(attrs.id);
    if (type.name === "tag") tags.add(attrs.name);
    if (type.name === "image") images.set(attrs.id, attrs.alt);
  });
  return {
    mentions: [...mentions],
    tags: [...tags],
    images: [...images].map(([id, alt]) => ({ id, alt })),
  };
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
