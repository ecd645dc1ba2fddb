import { Node } from "@tiptap/core";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The longest description of an image, in UTF-16 units. */
export const ALT_LIMIT = 1_000;

/** An image in a comment, named by the id under which it was uploaded, with what it shows in words. */
export const CommentImage = Node.create({
  name: "image",
  group: "block",
  atom: true,
  addAttributes: () => ({
    id: { default: "", validate: requireId, parseHTML: attribute("data-image") },
    alt: { default: "", validate: requireAlt, parseHTML: attribute("alt") },
  }),
  parseHTML: () => [{ tag: "img[data-image]" }],
  renderHTML: ({ node: { attrs } }) => [
    "img",
    { "data-image": attrs.id, alt: attrs.alt, src: `/api/v1/comment-images/${attrs.id}` },
  ],
  renderText: ({ node }) => node.attrs.alt,
});

function attribute(name: string) {
  return (element: HTMLElement) => element.getAttribute(name) ?? "";
}

function requireId(id: unknown): void {
  if (typeof id !== "string" || !UUID.test(id)) throw new RangeError("not an identifier");
}

function requireAlt(alt: unknown): void {
  if (typeof alt !== "string" || alt.length > ALT_LIMIT) throw new RangeError("not a description");
}
