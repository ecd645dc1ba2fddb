import { Node } from "@tiptap/core";

/** The longest formula, in UTF-16 units of its LaTeX. */
export const LATEX_LIMIT = 2_000;

const latex = {
  default: "",
  validate: requireLatex,
  parseHTML: (element: HTMLElement) => element.getAttribute("data-latex") ?? drawn(element),
};

/** A formula within a line, kept as its LaTeX. */
export const InlineMath = Node.create({
  name: "inlineMath",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({ latex }),
  parseHTML: () => [{ tag: "span[data-latex]" }, { tag: "span.katex", getAttrs: isDrawn }],
  renderHTML: ({ node }) => ["span", { "data-latex": node.attrs.latex }, node.attrs.latex],
  renderText: ({ node }) => node.attrs.latex,
});

/** A formula on a line of its own. */
export const BlockMath = Node.create({
  name: "blockMath",
  group: "block",
  atom: true,
  addAttributes: () => ({ latex }),
  parseHTML: () => [{ tag: "div[data-latex]" }, { tag: "span.katex-display", getAttrs: isDrawn }],
  renderHTML: ({ node }) => ["div", { "data-latex": node.attrs.latex }, node.attrs.latex],
  renderText: ({ node }) => node.attrs.latex,
});

/** What KaTeX drew, copied where it is read, brings its source along. */
function drawn(element: HTMLElement): string {
  return element.querySelector("annotation")?.textContent?.trim() ?? "";
}

function isDrawn(element: HTMLElement): null | false {
  const { length } = drawn(element);
  return length > 0 && length <= LATEX_LIMIT ? null : false;
}

function requireLatex(source: unknown): void {
  const isFit = typeof source === "string" && source.trim() !== "" && source.length <= LATEX_LIMIT;
  if (!isFit) throw new RangeError("not a formula");
}
