import type { Node, Slice } from "@tiptap/pm/model";

/** What is copied out of the composer as text: formulas as they are typed. */
export function copiedText({ content }: Slice): string {
  return content.textBetween(0, content.size, "\n\n", textOf);
}

function textOf(node: Node): string {
  if (node.type.name === "inlineMath") return `$${node.attrs.latex}$`;
  if (node.type.name === "blockMath") return `$$${node.attrs.latex}$$`;
  return node.type.spec.toText?.({ node }) ?? "";
}
