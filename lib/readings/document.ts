import "server-only";

import { createHash } from "node:crypto";
import type { JSONContent } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import type { Root } from "hast";
import rehypeRaw from "rehype-raw";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

import { documentFromHast } from "@/lib/editor/hast/document";
import type { Loss } from "@/lib/editor/hast/reading";
import { headingIds, listHeadings, type TextHeading } from "@/lib/editor/headings";
import { renderHtml } from "@/lib/editor/reading-html";
import { readingSchema } from "@/lib/editor/reading-schema";
import { indexText } from "@/lib/editor/text-index";
import { Invalid } from "@/lib/errors";
import { type FrontMatter, readFrontMatter } from "./front-matter";
import type { PreviewReadingInput } from "./schema";

/** What a pasted text comes to. */
export interface ReadText {
  /** TipTap document of the reading schema. */
  document: JSONContent;
  /** Its flat text: what offsets count in. */
  text: string;
  /** SHA-256 of the flat text, hexadecimal. */
  hash: string;
  html: string;
  /** What the text held and a reading cannot hold. */
  losses: Loss[];
  about: FrontMatter;
}

/**
 * Reads a pasted text: Markdown with GitHub's tables and footnotes, HTML inside it and YAML in front of it; or
 * plain text, of which an empty line ends a paragraph and every other line break stays.
 *
 * @throws Invalid when there are no words in it, or it is nested too deeply
 */
export function readText({ format, text }: PreviewReadingInput): ReadText {
  const source = clean(text);
  if (format === "plain") return toReadText(readPlain(source), [], {});
  const tree = withinStack(() => markdown.parse(source));
  const head = tree.children[0];
  const about = head?.type === "yaml" ? readFrontMatter(head.value) : {};
  requireShallow(tree);
  const root = withinStack(() => markdown.runSync(tree));
  return readTree(root as Root, about ?? {});
}

/**
 * What an HTML tree comes to, wherever it is from.
 *
 * @throws Invalid when there are no words in it, or it is nested too deeply
 */
export function readTree(root: Root, about: FrontMatter): ReadText {
  requireShallow(root);
  const { document, losses } = documentFromHast(root);
  return toReadText(document, losses, about);
}

const markdown = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw);

/** A text as a page shows it. */
export interface RenderedText {
  html: string;
  headings: TextHeading[];
}

/** The HTML of a stored document, and its headings, which links can lead to. */
export function renderDocument(document: unknown): RenderedText {
  const doc = readingSchema.nodeFromJSON(document);
  return { html: renderHtml(doc, headingIds(doc)), headings: listHeadings(doc) };
}

/** As PostgreSQL can store it: no NUL, no half of a surrogate pair, one kind of line end. */
export function clean(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replaceAll("\0", "")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(/^\uFEFF/, "");
}

function readPlain(source: string): Node | null {
  const { doc, paragraph, hardBreak } = readingSchema.nodes;
  const paragraphs = source
    .split(/\n[^\S\n]*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== "")
    .map((block) => {
      const lines = block
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean);
      const content = lines.flatMap((line, index) => {
        const words = readingSchema.text(line);
        return index === 0 ? [words] : [hardBreak!.create(), words];
      });
      return paragraph!.create(null, content);
    });
  return paragraphs.length > 0 ? doc!.create(null, paragraphs) : null;
}

function toReadText(document: Node | null, losses: Loss[], about: FrontMatter): ReadText {
  if (!document) throw new Invalid("readingEmpty", { field: "text" });
  const { text } = indexText(document);
  const hash = createHash("sha256").update(text).digest("hex");
  return { document: document.toJSON(), text, hash, html: renderHtml(document), losses, about };
}

/** Nothing that people write is nested like this; what is would exhaust the stack further on. */
const DEPTH_LIMIT = 100;

/**
 * Refuses what no person has nested so. Walks level by level, because a recursive walk would itself be what must not
 * happen.
 *
 * @throws Invalid
 */
export function requireShallow(tree: { children: unknown[] }): void {
  let level: unknown[] = [tree];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEPTH_LIMIT) throw tooDeep();
    const next: unknown[] = [];
    for (const node of level) {
      const { children } = node as { children?: unknown };
      if (Array.isArray(children)) for (const child of children) next.push(child);
    }
    level = next;
  }
}

/**
 * Runs a parser. They recurse themselves: some nestings end their stack before they can be measured.
 *
 * @throws Invalid
 */
export function withinStack<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    const isExhausted = error instanceof RangeError && /call stack/i.test(error.message);
    throw isExhausted ? tooDeep() : error;
  }
}

function tooDeep(): Invalid {
  return new Invalid("readingTooDeep", { field: "text" });
}
