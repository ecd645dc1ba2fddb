import "server-only";

import { db } from "@/lib/db";
import type { Breakdown, PostState, ScoredPost } from "@/lib/scoring";

/** A post of a score with its passage, for its author and the staff. */
export interface ShownPost extends Omit<ScoredPost, "threadId"> {
  /** Null where it was deleted: what is gone has no name that leads to it. */
  threadId: string | null;
  kind: "comment" | "question" | "reply";
  createdAt: string;
  /** What it says; null where it was deleted. */
  words: string | null;
  /** The passage that its thread is on; null where it was deleted, empty for the text as a whole. */
  quote: string | null;
  state: Extract<PostState, "deleted" | "shown">;
}

/** A breakdown with its posts as one can read them. */
export type ShownBreakdown = Omit<Breakdown, "posts"> & { posts: ShownPost[] };

/** Longer posts are read in their thread. */
const WORDS_AT_MOST = 600;
const QUOTE_AT_MOST = 300;

/**
 * The posts of a breakdown with their words and passages. What was deleted is named only as
 * deleted, and a note for oneself is not shown, whatever a stored breakdown may name.
 */
export async function showBreakdown(breakdown: Breakdown): Promise<ShownBreakdown> {
  const rows = await db.comment.findMany({
    where: {
      id: { in: breakdown.posts.map(({ id }) => id) },
      annotation: { audience: { not: "ONLY_ME" } },
    },
    select: {
      id: true,
      text: true,
      isOpening: true,
      createdAt: true,
      deletedAt: true,
      annotation: { select: { kind: true, quote: true, deletedAt: true } },
    },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const posts = breakdown.posts.flatMap((post, at): ShownPost[] => {
    const row = byId.get(post.id);
    if (!row) return [];
    const { annotation, isOpening, createdAt } = row;
    const isGone = row.deletedAt !== null || annotation.deletedAt !== null;
    const opened = annotation.kind === "QUESTION" ? "question" : "comment";
    return [
      {
        ...post,
        id: isGone ? `deleted-${at + 1}` : post.id,
        threadId: isGone ? null : post.threadId,
        kind: isOpening ? opened : "reply",
        createdAt: createdAt.toISOString(),
        words: isGone ? null : cut(row.text, WORDS_AT_MOST),
        quote: isGone ? null : cut(annotation.quote, QUOTE_AT_MOST),
        state: isGone ? "deleted" : "shown",
      },
    ];
  });
  return { ...breakdown, posts };
}

function cut(text: string, most: number): string {
  const letters = Array.from(text);
  return letters.length <= most ? text : `${letters.slice(0, most).join("").trimEnd()}…`;
}
