import "server-only";

import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";

import { type HastNode, isElement, property } from "@/lib/editor/hast/reading";
import { Invalid } from "@/lib/errors";
import { withinStack } from "@/lib/readings/document";

/** More parts than any book has; what has more was made to exhaust memory. */
const ELEMENTS_AT_MOST = 400_000;

/** Parses HTML as a browser does. @throws Invalid when it is made of absurdly many parts */
export function parseHtml(html: string): Root {
  // Each element begins with this sign: counted before any memory is spent on it.
  let count = 0;
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", at + 1)) count += 1;
  if (count > 2 * ELEMENTS_AT_MOST) throw new Invalid("importTooBig", { field: "file" });
  return withinStack(() => fromHtml(html));
}

/** Every element of a tree in the order of the text, with its parent. */
export function* elementsOf(root: Root | Element): Generator<[Element, Root | Element]> {
  // A stack of its own: what is nested deeply must not exhaust the one of the process.
  const stack: [HastNode, Root | Element][] = [];
  const push = (parent: Root | Element) => {
    for (let at = parent.children.length - 1; at >= 0; at--) {
      stack.push([parent.children[at] as HastNode, parent]);
    }
  };
  push(root);
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [node, parent] = next;
    if (!isElement(node)) continue;
    yield [node, parent];
    push(node);
  }
}

/** The first element of that name, or undefined. */
export function findElement(root: Root | Element, tagName: string): Element | undefined {
  for (const [element] of elementsOf(root)) if (element.tagName === tagName) return element;
  return undefined;
}

export function textOf(node: HastNode | undefined): string {
  if (!node) return "";
  if (node.type === "text") return node.value;
  return isElement(node) ? node.children.map(textOf).join("") : "";
}

/** An element for a tree. */
export function make(
  tagName: string,
  children: Element["children"],
  properties: Element["properties"] = {},
): Element {
  return { type: "element", tagName, properties, children };
}

/** Makes page marks of what EPUB and digital publishing call a page break. */
export function markPages(root: Root): void {
  for (const [element] of elementsOf(root)) {
    const kind = `${property(element, "role")} ${property(element, "epub:type")}`;
    if (!/\b(doc-)?pagebreak\b/.test(kind)) continue;
    const said =
      property(element, "title") || property(element, "ariaLabel") || textOf(element).trim();
    const page = /[\p{L}\p{N}][\p{L}\p{N}.–-]*$/u.exec(said.replace(/\.$/, "").trim())?.[0] ?? "";
    Object.assign(element, { tagName: "span", properties: { dataPage: page }, children: [] });
  }
}
