import type { Node } from "oxc-parser";

import { choicesOf, literalOf, nodesUnder, parse } from "../architecture/syntax";
import { type Breach, type Tree, within } from "../architecture/tree";

/** Attributes that people see or hear, on elements and on components of ours. */
const VISIBLE =
  /^(aria-(label|description|placeholder|roledescription|valuetext)|alt|description|heading|hint|label|placeholder|title)$/;

/** Words of a page that stand in its code instead of in `messages/`. */
export function textBreaches(tree: Tree): Breach[] {
  return [...within(tree, "app", "components")].flatMap(([file, source]) => {
    if (!file.endsWith(".tsx")) return [];
    const { program, lineAt } = parse(file, source);
    return [...nodesUnder(program)]
      .flatMap(([node]) => shownBy(node))
      .map((node) => ({ line: lineAt(node.start), text: textOf(node) }))
      .filter(({ text }) => /\p{L}/u.test(text))
      .map(({ line, text }) => ({
        file,
        line,
        rule: `shows “${text.trim()}”`,
        remedy: "Take the words from messages/",
      }));
  });
}

/** What a node of JSX puts on the screen or in the ear, when that is written right there. */
function shownBy(node: Node): Node[] {
  switch (node.type) {
    case "JSXElement":
    case "JSXFragment":
      return node.children.flatMap(literalsOf);
    case "JSXAttribute": {
      const isVisible = node.name.type === "JSXIdentifier" && VISIBLE.test(node.name.name);
      return isVisible && node.value ? literalsOf(node.value) : [];
    }
    default:
      return [];
  }
}

function literalsOf(node: Node): Node[] {
  return node.type === "JSXExpressionContainer" ? choicesOf(node.expression) : [node];
}

function textOf(node: Node): string {
  if (node.type === "JSXText") return node.value;
  if (node.type === "TemplateLiteral") {
    return node.quasis.map(({ value }) => value.cooked ?? "").join("…");
  }
  return literalOf(node) ?? "";
}
