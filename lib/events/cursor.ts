import "server-only";

import { createCipheriv, createDecipheriv, createHash } from "node:crypto";

import { env } from "@/lib/env";

/**
 * The number of an event as clients see it: enciphered, since plain numbers would tell by their
 * gaps that somebody wrote a private note just now.
 *
 * One AES block holds a check of the assignment's id and the number, so a cursor of another
 * assignment, or an invented one, reads as null.
 */
export function sealCursor(assignmentId: string, number: bigint): string {
  const block = Buffer.alloc(16);
  checkOf(assignmentId).copy(block, 0);
  block.writeBigUInt64BE(number, 8);
  const cipher = createCipheriv("aes-128-ecb", key(), null).setAutoPadding(false);
  return Buffer.concat([cipher.update(block), cipher.final()]).toString("base64url");
}

/** The number in a sealed cursor; null when we did not make it, or with another secret. */
export function openCursor(assignmentId: string, cursor: string): bigint | null {
  const sealed = Buffer.from(cursor, "base64url");
  if (sealed.length !== 16) return null;
  const decipher = createDecipheriv("aes-128-ecb", key(), null).setAutoPadding(false);
  const block = Buffer.concat([decipher.update(sealed), decipher.final()]);
  if (!block.subarray(0, 8).equals(checkOf(assignmentId))) return null;
  return block.readBigUInt64BE(8);
}

function checkOf(assignmentId: string): Buffer {
  return createHash("sha256").update(assignmentId).digest().subarray(0, 8);
}

function key(): Buffer {
  return createHash("sha256").update(`event cursor ${env.AUTH_SECRET}`).digest().subarray(0, 16);
}
