import "server-only";

import { COMMENT_LIMIT, parseCommentBody } from "@/lib/editor/comment-schema";
import { Invalid } from "@/lib/errors";
import type { Prisma } from "@/prisma/generated/client";

/** A comment's body, checked, with what is stored beside it. */
export interface CheckedBody {
  body: Prisma.InputJsonObject;
  text: string;
  wordCount: number;
}

const REFUSAL = {
  empty: "bodyMissing",
  tooLong: "bodyTooLong",
  tooDeep: "bodyTooDeep",
  invalid: "bodyInvalid",
} as const;

/** Checks a comment's document against the comment schema. @throws Invalid at `field` */
export function checkBody(value: unknown, field: string): CheckedBody {
  const parsed = parseCommentBody(value);
  if (parsed.problem !== null) {
    throw new Invalid(REFUSAL[parsed.problem], { field, values: { maximum: COMMENT_LIMIT } });
  }
  const { body, text, wordCount } = parsed;
  return { body, text, wordCount };
}
