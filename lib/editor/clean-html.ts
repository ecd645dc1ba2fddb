import type { ElementContent, Element as HastElement, Root, RootContent } from "hast";

import { documentFromHast } from "./hast/document";
import type { Loss } from "./hast/reading";
import { renderHtml } from "./reading-html";

/**
 * Pasted rich text as HTML that holds nothing but what the reading schema knows, and what was
 * left out. The same reading as that of an imported text: words stay, styles, scripts, tracking
 * and the inventions of word processors go. Null where neither words nor images are left.
 */
export function cleanHtml(html: string): { html: string | null; losses: Loss[] } {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const root: Root = { type: "root", children: childrenOf(body) as RootContent[] };
  const { document, losses } = documentFromHast(root);
  return { html: document && renderHtml(document), losses };
}

function childrenOf(parent: Node): ElementContent[] {
  return [...parent.childNodes].flatMap((node): ElementContent[] => {
    if (node instanceof Text) return [{ type: "text", value: node.data }];
    return node instanceof Element && !isPixel(node) ? [elementOf(node)] : [];
  });
}

/** An image of one pixel shows nothing: it tells somebody who reads. */
function isPixel(element: Element): boolean {
  const sides = [element.getAttribute("width"), element.getAttribute("height")];
  return element.localName === "img" && sides.some((side) => side === "0" || side === "1");
}

function elementOf(element: Element): HastElement {
  return {
    type: "element",
    tagName: tagOf(element),
    properties: propertiesOf(element),
    children: childrenOf(element),
  };
}

/** Google Docs wraps all it copies in a `b` that is not bold. */
function tagOf(element: Element): string {
  const isPlain = /^normal$|^[1-4]00$/.test((element as HTMLElement).style?.fontWeight ?? "");
  const tag = element.localName;
  return isPlain && (tag === "b" || tag === "strong") ? "span" : tag;
}

/** The attributes that the reading knows how to use, by their names in hast. */
function propertiesOf(element: Element): HastElement["properties"] {
  const properties: HastElement["properties"] = {};
  for (const [attribute, property] of PROPERTIES) {
    const value = element.getAttribute(attribute);
    if (value !== null) properties[property] = value;
  }
  const names = element.getAttribute("class");
  if (names) properties.className = names.split(/\s+/);
  if (element.hasAttribute("checked")) properties.checked = true;
  return properties;
}

const PROPERTIES = [
  ...["href", "src", "alt", "lang", "align", "start", "type", "id"].map((name) => [name, name]),
  ["colspan", "colSpan"],
  ["rowspan", "rowSpan"],
] as [attribute: string, property: string][];
