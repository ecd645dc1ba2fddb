import "server-only";

import { createHash } from "node:crypto";

import { db } from "@/lib/db";
import { Invalid, NotFound } from "@/lib/errors";
import { findImportImage } from "@/lib/imports/queries";
import { encodeImage, type ImageFile } from "@/lib/readings/encode-image";
import { readableBy } from "./policy";
import { requireEditable } from "./queries";

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
  const { bytes, width, height } = await encodeImage(file);
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
): Promise<ImageFile> {
  const image = await db.readingImage.findFirst({
    where: { id: imageId, ...readableBy(userId, now) },
    select: { type: true, hash: true, bytes: true },
  });
  const found = image ?? (await findImportImage(userId, imageId));
  if (!found) throw new NotFound();
  return found;
}
