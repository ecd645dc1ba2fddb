import "server-only";

import { createHash } from "node:crypto";
import sharp from "sharp";

import { db } from "@/lib/db";
import { Invalid, NotFound } from "@/lib/errors";
import { readableBy } from "./policy";
import { requireEditable } from "./queries";

/** The largest file that is read. */
export const IMAGE_BODY_LIMIT = 10 * 1024 * 1024;

/** A photograph of 50 megapixels fits; what claims more was made to exhaust memory. */
const PIXELS_AT_MOST = 50_000_000;

/** Sharp enough for the widest column on a dense screen. */
const SIDE_AT_MOST = 2_400;

/** What sharp may read. SVG is not among them: it is a program as much as an image. */
const FORMATS = new Set(["jpeg", "png", "webp", "gif", "avif", "heif", "tiff"]);

const IMAGES_A_READING = 500;

/** An image as a figure shows it. */
export interface ImageView {
  id: string;
  /** What the figure's image has to name. */
  address: string;
  width: number;
  height: number;
}

/**
 * Keeps an image for a reading's figures. It is decoded and encoded anew, so that nothing of the
 * file is left but its pixels: no place where it was taken, no camera, nothing hidden in it. The
 * same image twice is kept once.
 *
 * @throws NotFound, Forbidden
 * @throws Invalid when it is no image that can be shown, or larger than can be read
 */
export async function addImage(
  userId: string,
  readingId: string,
  file: Uint8Array,
): Promise<ImageView> {
  await requireEditable(userId, readingId);
  const { bytes, width, height } = await encode(file);
  const hash = createHash("sha256").update(bytes).digest("hex");
  const kept = { readingId_hash: { readingId, hash } };
  const isKnown = await db.readingImage.count({ where: { readingId, hash } });
  const count = await db.readingImage.count({ where: { readingId } });
  if (!isKnown && count >= IMAGES_A_READING) {
    throw new Invalid("imagesTooMany", { values: { maximum: IMAGES_A_READING } });
  }
  const { id } = await db.readingImage.upsert({
    where: kept,
    create: { readingId, hash, type: "image/webp", width, height, bytes },
    update: {},
    select: { id: true },
  });
  return { id, address: `/api/v1/images/${id}`, width, height };
}

/** The bytes of an image, for whoever may read the text that it stands in. @throws NotFound */
export async function getImage(
  userId: string,
  imageId: string,
  now = new Date(),
): Promise<{ type: string; hash: string; bytes: Uint8Array<ArrayBuffer> }> {
  const image = await db.readingImage.findFirst({
    where: { id: imageId, ...readableBy(userId, now) },
    select: { type: true, hash: true, bytes: true },
  });
  if (!image) throw new NotFound();
  return image;
}

async function encode(file: Uint8Array) {
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
