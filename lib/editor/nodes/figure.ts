import { Node } from "@tiptap/core";
import { Image } from "@tiptap/extension-image";

/** An image and, if it has one, its caption. */
export const Figure = Node.create({
  name: "figure",
  group: "block",
  content: "image figcaption?",
  isolating: true,
  parseHTML: () => [{ tag: "figure" }],
  renderHTML: () => ["figure", 0],
});

/**
 * The image of a figure. `alt` is what it says to those who cannot see it; it is shown where the
 * file is missing as well.
 */
export const FigureImage = Image.extend({
  group: "",
  draggable: false,
  addAttributes() {
    return {
      src: { default: "", validate: requireImageAddress },
      // Read as it stands: TipTap would make a number of “1984”, which is no text.
      alt: {
        default: "",
        validate: "string",
        parseHTML: (element: HTMLElement) => element.getAttribute("alt") ?? "",
      },
    };
  },
  parseHTML: () => [{ tag: "img[src]" }],
}).configure({ HTMLAttributes: { loading: "lazy", decoding: "async" } });

export const Figcaption = Node.create({
  name: "figcaption",
  content: "inline*",
  parseHTML: () => [{ tag: "figcaption" }],
  renderHTML: () => ["figcaption", 0],
});

const ADDRESS_LIMIT = 2_000;

/** Where the application itself serves the images that were uploaded for figures. */
const OWN_IMAGE = /^\/api\/v1\/images\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether an image may be fetched from there: uploaded here, or over https, as the page allows. */
export function isImageAddress(address: unknown): boolean {
  if (typeof address !== "string" || address.length > ADDRESS_LIMIT) return false;
  if (OWN_IMAGE.test(address)) return true;
  if (/\p{Cc}|\p{Surrogate}/u.test(address) || !URL.canParse(address)) return false;
  return new URL(address).protocol === "https:";
}

function requireImageAddress(address: unknown): void {
  if (!isImageAddress(address)) throw new RangeError("not the address of an image");
}
