import "server-only";

import { hash, verify } from "@node-rs/argon2";
import { dictionary } from "@zxcvbn-ts/language-common";

/**
 * OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, two passes, one lane. The library's
 * default variant is argon2id.
 */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The library's list is by frequency and longer than the 10,000 that must be refused. */
const COMMON = new Set<string>(dictionary["passwords-common"].map((word) => String(word)));

/** Hashes a password with argon2id. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** Whether `password` is one that attackers try first, whatever its capitals. */
export function isCommonPassword(password: string): boolean {
  return COMMON.has(password.toLowerCase());
}

let decoy: Promise<string> | undefined;

/**
 * Whether `password` belongs to `passwordHash`. Takes as long when there is no hash to compare
 * with, so that the time of the answer does not tell whether an account exists.
 */
export async function verifyPassword(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  decoy ??= hashPassword("a password nobody has");
  const isRight = await verify(passwordHash ?? (await decoy), password);
  return passwordHash !== null && isRight;
}
