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
