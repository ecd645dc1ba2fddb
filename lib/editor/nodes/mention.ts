import { Node } from "@tiptap/core";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Longer names are cut where they stand for a person. */
const LABEL_LIMIT = 200;

/**
 * Somebody who is spoken to. `id` is that of a person, or of the pseudonym that they write under;
 * the server puts the name that belongs to it.
 */
export const Mention = Node.create({
  name: "mention",
  group: "inline",
  inline: true,
  atom: true,
  selectable: false,
  addAttributes: () => ({
    id: { default: "", validate: requireId, parseHTML: attribute("data-mention") },
    label: { default: "", validate: requireLabel, parseHTML: attribute("data-label") },
  }),
  parseHTML: () => [{ tag: "span[data-mention]" }],
  renderHTML: ({ node: { attrs } }) => [
    "span",
    { "data-mention": attrs.id, "data-label": attrs.label },
    `@${attrs.label}`,
  ],
  renderText: ({ node }) => `@${node.attrs.label}`,
});

function attribute(name: string) {
  return (element: HTMLElement) => element.getAttribute(name) ?? "";
}

function requireId(id: unknown): void {
  if (typeof id !== "string" || !UUID.test(id)) throw new RangeError("not an identifier");
}

function requireLabel(label: unknown): void {
  if (typeof label !== "string" || label.length > LABEL_LIMIT) throw new RangeError("not a name");
}
