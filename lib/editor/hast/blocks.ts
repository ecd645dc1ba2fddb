import type { Mark, Node, NodeType } from "@tiptap/pm/model";
import type { Element } from "hast";

import { readingSchema } from "../reading-schema";
import { isFootnotes } from "./footnotes";
import { collapse, readInline } from "./inline";
import { type HastNode, isElement, property, type Reading, withLanguage } from "./reading";
import { readTable } from "./table";

const { nodes } = readingSchema;

/** Elements that stand between lines and are nothing but their content. */
const UNWRAPPED = new Set(
  "html body div section article main header footer nav aside address details summary dl dt dd center fieldset legend figcaption caption li tr td th thead tbody tfoot".split(
    " ",
  ),
);

type ReadBlock = (reading: Reading, element: Element, marks: readonly Mark[]) => Node[];

const READ: Record<string, ReadBlock> = {
  p: (reading, { children }, marks) => readLines(reading, children, marks, nodes.paragraph!),
  ul: readList,
  ol: readList,
  menu: readList,
  blockquote(reading, { children }, marks) {
    const blocks = readBlocks(reading, children, marks);
    return blocks.length > 0 ? [nodes.blockquote!.create(null, blocks)] : [];
  },
  pre: readCode,
  hr: () => [nodes.horizontalRule!.create()],
  table: readTable,
  figure: readFigure,
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, readHeading(level)])),
};

/** The blocks that a stretch of HTML comes to; words that stand in no block become paragraphs. */
export function readBlocks(
  reading: Reading,
  children: readonly HastNode[],
  marks: readonly Mark[],
): Node[] {
  return [...blocksOf(reading, children, marks)];
}

/** One by one: spread out as arguments, the blocks of a very long text would be too many. */
function* blocksOf(
  reading: Reading,
  children: readonly HastNode[],
  marks: readonly Mark[],
): Generator<Node> {
  let loose: HastNode[] = [];
  for (const child of children) {
    if (!isElement(child) || !isBlock(child)) {
      loose.push(child);
      continue;
    }
    yield* readLines(reading, loose, marks, nodes.paragraph!);
    loose = [];
    if (isFootnotes(child)) continue;
    const inside = withLanguage(child, marks);
    const read = READ[child.tagName];
    yield* read ? read(reading, child, inside) : blocksOf(reading, child.children, inside);
  }
  yield* readLines(reading, loose, marks, nodes.paragraph!);
}

/** One block of lines, or several where an image stands among the words. */
function readLines(
  reading: Reading,
  children: readonly HastNode[],
  marks: readonly Mark[],
  type: NodeType,
  attributes?: Record<string, unknown>,
): Node[] {
  const blocks: Node[] = [];
  let line: Node[] = [];
  const flush = () => {
    const words = collapse(line);
    if (words.length > 0) blocks.push(type.create(attributes, words));
    line = [];
  };
  for (const node of readInline(reading, children, marks)) {
    if (node.isInline) line.push(node);
    else {
      flush();
      blocks.push(node);
    }
  }
  flush();
  return blocks;
}

function readHeading(level: number): ReadBlock {
  return (reading, { children }, marks) =>
    readLines(reading, children, marks, nodes.heading!, { level });
}

function readList(reading: Reading, element: Element, marks: readonly Mark[]): Node[] {
  const items = element.children.flatMap((child) => {
    if (!isElement(child)) return [];
    const blocks = readBlocks(reading, child.children, withLanguage(child, marks));
    return blocks.length > 0 ? [nodes.listItem!.create(null, startWithParagraph(blocks))] : [];
  });
  if (items.length === 0) return [];
  if (element.tagName !== "ol") return [nodes.bulletList!.create(null, items)];
  const start = Number.parseInt(property(element, "start"), 10);
  return [nodes.orderedList!.create({ start: Number.isNaN(start) ? 1 : start }, items)];
}

/** An item begins with a line of its own, be it an empty one. */
function startWithParagraph(blocks: Node[]): Node[] {
  return blocks[0]?.type === nodes.paragraph ? blocks : [nodes.paragraph!.create(), ...blocks];
}

function readCode(_: Reading, element: Element): Node[] {
  // A page's parser makes one kind of line end of all, so that no other could be read back.
  const words = textOf(element).replace(/\r\n?/g, "\n").replace(/\n$/, "");
  if (words.trim() === "") return [];
  const code = element.children.find((child) => isElement(child) && child.tagName === "code");
  const names = code && isElement(code) ? code.properties.className : undefined;
  const name = Array.isArray(names) ? names.find((each) => /^language-/.test(String(each))) : null;
  const language = name ? String(name).slice("language-".length) : null;
  return [nodes.codeBlock!.create({ language }, readingSchema.text(words))];
}

/** A figure with one image keeps its caption; any other is the sum of its parts. */
function readFigure(reading: Reading, element: Element, marks: readonly Mark[]): Node[] {
  const caption = element.children.find(
    (child): child is Element => isElement(child) && child.tagName === "figcaption",
  );
  const others = element.children.filter((child) => child !== caption);
  const blocks = readBlocks(reading, others, marks);
  const words = caption ? readBlocks(reading, caption.children, marks) : [];
  const [figure] = blocks;
  const [only] = words;
  const fits = blocks.length === 1 && figure?.type === nodes.figure && words.length <= 1;
  if (!figure || !fits || (only && !only.isTextblock)) return [...blocks, ...words];
  if (!only) return blocks;
  return [
    nodes.figure!.create(null, [figure.child(0), nodes.figcaption!.create(null, only.content)]),
  ];
}

function isBlock({ tagName }: Element): boolean {
  return tagName in READ || UNWRAPPED.has(tagName);
}

function textOf(node: HastNode): string {
  if (node.type === "text") return node.value;
  return isElement(node) ? node.children.map(textOf).join("") : "";
}
