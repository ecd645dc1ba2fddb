import "server-only";

import { createHash } from "node:crypto";
import { v7 as newId } from "uuid";

import { type Loss, property } from "@/lib/editor/hast/reading";
import { encodeImage, IMAGE_BODY_LIMIT } from "@/lib/readings/encode-image";
import type { Found, Tools } from "./convert";
import { IMAGES_AT_MOST } from "./schema";
import { elementsOf } from "./tree";

/** An image of a text on its way in, encoded anew. */
export interface ImageFile {
  id: string;
  hash: string;
  width: number;
  height: number;
  bytes: Uint8Array;
}

/**
 * Takes the images of a tree along: each is encoded anew, handed over, and named by the address
 * that it will have. One that cannot be read stays with an address that the schema does not take,
 * and is so among what is lost; an image of the web that cannot be fetched stays where it is.
 *
 * @returns what was left out because there was too much of it
 */
export async function placeImages({ root, images }: Found, tools: Tools): Promise<Loss[]> {
  const losses: Loss[] = [];
  const known = new Map<string, string>();
  const addresses = new Map<string, string | null>();
  const all = [...elementsOf(root)]
    .map(([element]) => element)
    .filter(({ tagName }) => tagName === "img");
  for (const [index, element] of all.entries()) {
    tools.progress("images", index / all.length);
    const src = property(element, "src");
    if (isPixel(element.properties)) {
      element.properties.src = "";
      continue;
    }
    const read = readerOf(src, images, tools);
    if (!read) continue;
    let address = addresses.get(src);
    if (address === undefined) {
      if (known.size >= IMAGES_AT_MOST) {
        losses.push({ kind: "image", name: nameOf(src) });
        element.properties.src = "";
        continue;
      }
      address = await keep(read, known, tools);
      addresses.set(src, address);
    }
    if (address) element.properties.src = address;
    else if (!isWeb(src)) element.properties.src = nameOf(src);
  }
  return losses;
}

async function keep(
  read: () => Promise<Uint8Array>,
  known: Map<string, string>,
  tools: Tools,
): Promise<string | null> {
  try {
    const file = await read();
    if (file.byteLength > IMAGE_BODY_LIMIT) return null;
    const image = await encodeImage(file);
    const hash = createHash("sha256").update(image.bytes).digest("hex");
    const id = known.get(hash) ?? newId();
    if (!known.has(hash)) await tools.keepImage({ id, hash, ...image });
    known.set(hash, id);
    return `/api/v1/images/${id}`;
  } catch {
    // One image that cannot be read is no reason to be without the text.
    return null;
  }
}

function readerOf(
  src: string,
  images: Found["images"],
  tools: Tools,
): (() => Promise<Uint8Array>) | null {
  const inside = images.get(src);
  if (inside) return inside;
  const inline = /^data:image\/[a-z.+-]+;base64,/i.exec(src);
  if (inline) return async () => Buffer.from(src.slice(inline[0].length), "base64");
  return isWeb(src) ? () => tools.fetchImage(src) : null;
}

function isWeb(src: string): boolean {
  return /^https?:\/\//i.test(src);
}

/** An image of one pixel shows nothing: it tells somebody who reads. */
function isPixel({ width, height }: Record<string, unknown>): boolean {
  return [width, height].some((side) => String(side) === "0" || String(side) === "1");
}

function nameOf(src: string): string {
  return src.startsWith("data:") ? "data:" : src.slice(0, 200);
}
