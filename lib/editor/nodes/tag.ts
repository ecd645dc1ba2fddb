import { Node } from "@tiptap/core";

/** The longest tag, in UTF-16 units. */
const TAG_LIMIT = 40;

/** What a comment is about, in one word that others use as well. */
export const Tag = Node.create({
  name: "tag",
  group: "inline",
  inline: true,
  atom: true,
  selectable: false,
  addAttributes: () => ({
    name: {
      default: "",
      validate: requireTag,
      parseHTML: (element: HTMLElement) => element.getAttribute("data-tag") ?? "",
    },
  }),
  parseHTML: () => [{ tag: "span[data-tag]" }],
  renderHTML: ({ node }) => ["span", { "data-tag": node.attrs.name }, `#${node.attrs.name}`],
  renderText: ({ node }) => `#${node.attrs.name}`,
});

/**
 * What is meant by a tag that somebody typed: one form for all ways of writing it. Null for what
 * is none: letters, digits, hyphens and underscores, with a letter among them.
 */
export function normaliseTag(typed: string): string | null {
  const name = typed.trim().replace(/^#/, "").normalize("NFKC").toLowerCase();
  const isTag = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u.test(name) && /\p{L}/u.test(name);
  return isTag && name.length <= TAG_LIMIT ? name : null;
}

function requireTag(name: unknown): void {
  if (typeof name !== "string" || normaliseTag(name) !== name) throw new RangeError("not a tag");
}
