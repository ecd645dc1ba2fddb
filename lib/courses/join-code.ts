import "server-only";

import { randomInt } from "node:crypto";

/** Without 0 O 1 I L U: a code is read aloud, copied from a blackboard and typed on a phone. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 8;

/** A new join code: 30^8 possibilities, so that guessing within the rate limit is hopeless. */
export function makeJoinCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}
