import "server-only";

import { z } from "zod";
import { db } from "@/lib/db";
import { parseCommentBody } from "@/lib/editor/comment-schema";
import type { EntryKey } from "./keys";

/** What a composer held, as far as it can be told without the composer. */
export interface DraftWords {
  text: string;
  /** The passage of a new note. */
  quote: string;
}

/** A composer's own business: whatever else is in it is left to it. */
const kept = z.object({
  body: z.unknown(),
  passage: z.object({ quote: z.string() }).optional().catch(undefined),
});

/** The words of a person's own drafts, by key. */
export async function listDraftWords(
  userId: string,
  keys: readonly EntryKey[],
): Promise<Map<string, DraftWords>> {
  const wanted = keys.flatMap(({ source, assignmentId, place }) =>
    source === "draft" && place !== null ? { assignmentId, place } : [],
  );
  if (wanted.length === 0) return new Map();
  const rows = await db.draft.findMany({
    where: { userId, OR: wanted },
    select: { assignmentId: true, place: true, body: true },
  });
  return new Map(
    rows.map(({ assignmentId, place, body }) => [`${assignmentId} ${place}`, wordsOf(body)]),
  );
}

function wordsOf(body: unknown): DraftWords {
  const { data } = kept.safeParse(body);
  const parsed = parseCommentBody(data?.body);
  return {
    text: parsed.problem === null ? parsed.text : "",
    quote: data?.passage?.quote ?? "",
  };
}
