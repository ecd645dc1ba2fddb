import { Node } from "@tiptap/core";

/**
 * The number in the text that leads to a footnote. A leaf: in the flat text it is one U+FFFC.
 *
 * `note` is the footnote's number; `occurrence` tells several references to one note apart.
 */
export const FootnoteReference = Node.create({
  name: "footnoteReference",
  group: "inline",
  inline: true,
  atom: true,
  selectable: false,
  addAttributes: () => ({
    note: numberAttribute("data-note"),
    occurrence: numberAttribute("data-occurrence"),
  }),
  // Before superscript, whose tag it shares.
  parseHTML: () => [{ tag: "sup[data-note]", priority: 100 }],
  renderHTML({ node, HTMLAttributes }) {
    const { note, occurrence } = node.attrs;
    const id = referenceId(note, occurrence);
    return [
      "sup",
      HTMLAttributes,
      ["a", { href: `#fn-${note}`, id, role: "doc-noteref" }, `${note}`],
    ];
  },
});

/** The notes at the end of a text. */
export const Footnotes = Node.create({
  name: "footnotes",
  content: "footnote+",
  isolating: true,
  parseHTML: () => [{ tag: "section.footnotes", contentElement: "ol" }],
  renderHTML: () => ["section", { class: "footnotes", role: "doc-endnotes" }, ["ol", 0]],
});

/** One note, with the way back to where the text refers to it. */
export const Footnote = Node.create({
  name: "footnote",
  content: "block+",
  isolating: true,
  addAttributes: () => ({ note: numberAttribute("data-note") }),
  parseHTML: () => [{ tag: "li[data-note]", priority: 100, contentElement: "div" }],
  renderHTML({ node, HTMLAttributes }) {
    const { note } = node.attrs;
    return [
      "li",
      { ...HTMLAttributes, id: `fn-${note}`, value: `${note}` },
      ["div", 0],
      [
        "a",
        { class: "footnote-back", href: `#${referenceId(note, 1)}`, role: "doc-backlink" },
        "↩",
      ],
    ];
  },
});

function referenceId(note: number, occurrence: number): string {
  return occurrence === 1 ? `fnref-${note}` : `fnref-${note}-${occurrence}`;
}

function numberAttribute(name: string) {
  return {
    default: 1,
    validate: "number",
    parseHTML: (element: HTMLElement) => Number.parseInt(element.getAttribute(name) ?? "", 10) || 1,
    renderHTML: (attributes: Record<string, unknown>) => ({
      [name]: attributes[name.slice("data-".length)],
    }),
  };
}
