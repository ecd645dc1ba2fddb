import "server-only";

import sharp from "sharp";

import { Invalid } from "@/lib/errors";

/** The largest file that is read. */
export const IMAGE_BODY_LIMIT = 10 * 1024 * 1024;

/** An image as it is sent to a browser. */
export interface ImageFile {
  type: string;
  /** SHA-256 of the bytes, hexadecimal. */
  hash: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** A photograph of 50 megapixels fits; what claims more was made to exhaust memory. */
const PIXELS_AT_MOST = 50_000_000;

/** Sharp enough for the widest column on a dense screen. */
const SIDE_AT_MOST = 2_400;

/** What sharp may read. SVG is not among them: it is a program as much as an image. */
const FORMATS = new Set(["jpeg", "png", "webp", "gif", "avif", "heif", "tiff"]);

/**
 * Decodes a file and encodes what it shows anew, as WebP: its pixels and nothing else of it.
 *
 * @throws Invalid at `file` when it is no image that can be shown, or larger than can be read
 */
export async function encodeImage(file: Uint8Array) {
  try {
    const image = sharp(file, { limitInputPixels: PIXELS_AT_MOST, failOn: "error" });
    const { format } = await image.metadata();
    if (!format || !FORMATS.has(format)) throw new Invalid("imageUnknown", { field: "file" });
    const { data, info } = await image
      // As the camera meant it: the note that says so goes with the rest.
      .rotate()
      .resize({
        width: SIDE_AT_MOST,
        height: SIDE_AT_MOST,
        fit: "inside",
        withoutEnlargement: true,
      })
      .webp({ quality: 84, smartSubsample: true })
      .toBuffer({ resolveWithObject: true });
    return { bytes: new Uint8Array(data), width: info.width, height: info.height };
  } catch (error) {
    if (error instanceof Invalid) throw error;
    const isTooLarge = error instanceof Error && /pixel limit/i.test(error.message);
    throw new Invalid(isTooLarge ? "imageTooLarge" : "imageUnknown", { field: "file" });
  }
}
