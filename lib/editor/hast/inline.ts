import type { Mark, Node } from "@tiptap/pm/model";
import type { Element } from "hast";

import { isLinkAddress } from "../links";
import { isImageAddress } from "../nodes/figure";
import { isPageName } from "../nodes/page-break";
import { readingSchema } from "../reading-schema";
import { readReference } from "./footnotes";
import { type HastNode, isElement, property, type Reading, withLanguage } from "./reading";

/** Elements of which nothing is text. */
const GONE = new Set(
  "script style template iframe object embed video audio canvas svg math form button select textarea progress meter map noscript head title".split(
    " ",
  ),
);

const MARK: Record<string, string> = {
  ...{ strong: "bold", b: "bold", em: "italic", i: "italic", cite: "italic", dfn: "italic" },
  ...{ var: "italic", sup: "superscript", sub: "subscript" },
  ...{ code: "code", kbd: "code", samp: "code", tt: "code" },
};

/** Marks whose loss changes what the words say. */
const STYLES = new Set(["del", "s", "strike", "u", "ins"]);

const { nodes, marks: marksOf } = readingSchema;

/**
 * The inline nodes that a stretch of HTML comes to, with white space collapsed; images come as
 * figures among them, for the caller to break its block at.
 */
export function readInline(
  reading: Reading,
  children: readonly HastNode[],
  marks: readonly Mark[],
): Node[] {
  const found: Node[] = [];
  for (const child of children) {
    if (child.type === "text") {
      if (child.value) found.push(readingSchema.text(child.value, [...marks]));
    } else if (isElement(child)) {
      // One by one: spread out, a very long list would be too many arguments.
      for (const node of readElement(reading, child, marks)) found.push(node);
    }
  }
  return found;
}

function readElement(reading: Reading, element: Element, marks: readonly Mark[]): Node[] {
  const { tagName: tag, children } = element;
  if (GONE.has(tag)) return lose(reading, "element", tag);
  if (tag === "br") return [nodes.hardBreak!.create(null, null, marks)];
  if (tag === "img") return readImage(reading, element);
  if (tag === "input") return readCheckbox(reading, element);
  const page = property(element, "dataPage");
  if (tag === "span" && isPageName(page)) return [nodes.pageBreak!.create({ page })];
  const reference = tag === "sup" ? readReference(reading, element) : null;
  if (reference) return [reference];
  if (STYLES.has(tag)) lose(reading, "style", tag);
  const inside = withLanguage(element, marks);
  if (tag === "q") return quoted(readInline(reading, children, inside), inside);
  if (tag === "a") return readInline(reading, children, withLink(reading, element, inside));
  const mark = marksOf[MARK[tag] ?? ""];
  return readInline(reading, children, mark ? mark.create().addToSet(inside) : inside);
}

function withLink(reading: Reading, element: Element, marks: readonly Mark[]): readonly Mark[] {
  const href = property(element, "href");
  if (isLinkAddress(href)) return marksOf.link!.create({ href }).addToSet(marks);
  if (href !== "") lose(reading, "link", href);
  return marks;
}

function readImage(reading: Reading, element: Element): Node[] {
  const src = property(element, "src");
  if (!isImageAddress(src)) return lose(reading, "image", src.slice(0, 200));
  const alt = property(element, "alt");
  if (alt === "") lose(reading, "imageWords", src.slice(0, 200));
  return [nodes.figure!.create(null, nodes.image!.create({ src, alt }))];
}

/** The boxes of a task list. */
function readCheckbox(reading: Reading, element: Element): Node[] {
  if (property(element, "type") !== "checkbox") return lose(reading, "element", "input");
  return [readingSchema.text(element.properties.checked ? "☑" : "☐")];
}

function quoted(words: Node[], marks: readonly Mark[]): Node[] {
  const sign = (text: string) => readingSchema.text(text, [...marks]);
  return [sign("“"), ...words, sign("”")];
}

function lose(reading: Reading, kind: Reading["losses"][number]["kind"], name: string): Node[] {
  reading.losses.push({ kind, name });
  return [];
}

/** White space as HTML shows it: one space for any amount, none where a line begins or ends. */
export function collapse(inline: readonly Node[]): Node[] {
  const kept: Node[] = [];
  let isAtSpace = true;
  for (const node of inline) {
    if (!node.isText) {
      if (node.type === nodes.hardBreak) trimEnd(kept);
      kept.push(node);
      isAtSpace = node.type === nodes.hardBreak;
      continue;
    }
    const words = (node.text ?? "").replace(/[ \t\n\r\f]+/g, " ");
    const shown = isAtSpace ? words.replace(/^ /, "") : words;
    if (shown === "") continue;
    kept.push(readingSchema.text(shown, node.marks));
    isAtSpace = shown.endsWith(" ");
  }
  trimEnd(kept);
  return kept;
}

function trimEnd(inline: Node[]): void {
  const last = inline.at(-1);
  if (!last?.isText || !last.text?.endsWith(" ")) return;
  inline.pop();
  const words = last.text.slice(0, -1);
  if (words) inline.push(readingSchema.text(words, last.marks));
}
