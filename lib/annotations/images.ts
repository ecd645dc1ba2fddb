import "server-only";

import { createHash } from "node:crypto";

import { getAssignmentViewer } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import { authorize, NotFound } from "@/lib/errors";
import { encodeImage, type ImageFile } from "@/lib/readings/encode-image";
import { commentAbilities } from "./policy";
import { getReadableComment } from "./queries";

/** An image as a comment shows it. */
export interface CommentImageView {
  /** What the comment's image has to name. */
  id: string;
  address: string;
  width: number;
  height: number;
}

/** As long as a draft may wait to be posted. */
const UNPOSTED_MS = 30 * 24 * 60 * 60 * 1_000;

/**
 * Keeps an image for a comment that its writer has not posted yet, who alone sees it until then.
 * It is decoded and encoded anew, so that nothing is left but its pixels: no camera, no place and
 * no name.
 *
 * @throws NotFound, Forbidden
 * @throws Invalid when it is no image that can be shown, or larger than can be read
 */
export async function addCommentImage(
  userId: string,
  assignmentId: string,
  file: Uint8Array,
  now = new Date(),
): Promise<CommentImageView> {
  const viewer = await getAssignmentViewer(userId, assignmentId);
  authorize(viewer.can.annotate);
  const { bytes, width, height } = await encodeImage(file);
  const hash = createHash("sha256").update(bytes).digest("hex");
  const leftover = { lt: new Date(now.getTime() - UNPOSTED_MS) };
  await db.commentImage.deleteMany({ where: { userId, commentId: null, createdAt: leftover } });
  const { id } = await db.commentImage.create({
    data: { assignmentId, userId, hash, type: "image/webp", width, height, bytes },
    select: { id: true },
  });
  return { id, address: `/api/v1/comment-images/${id}`, width, height };
}

/** The bytes of an image, for whoever can read the comment that shows it. @throws NotFound */
export async function getCommentImage(userId: string, imageId: string): Promise<ImageFile> {
  const image = await db.commentImage.findUnique({
    where: { id: imageId },
    select: { userId: true, assignmentId: true, commentId: true },
  });
  if (!image) throw new NotFound();
  if (image.commentId === null) {
    if (image.userId !== userId) throw new NotFound();
    await getAssignmentViewer(userId, image.assignmentId);
  } else {
    const { viewer, annotation, comment } = await getReadableComment(userId, image.commentId);
    if (!commentAbilities(viewer, annotation, comment).readWords) throw new NotFound();
  }
  return db.commentImage.findUniqueOrThrow({
    where: { id: imageId },
    select: { type: true, hash: true, bytes: true },
  });
}
