import { v7 as newId } from "uuid";

import { db } from "@/lib/db";
import type { Assignment } from "../../tests/support/factories";

/** A passage that somebody comments on, in offsets of the text. */
interface Passage {
  start: number;
  end: number;
  says: string;
}

/** Comments on all these passages, put into the database at once: one by one, hundreds take too long. */
export async function commentOnMany(
  authorId: string,
  { id: assignmentId, revisionId, text }: Assignment,
  passages: readonly Passage[],
): Promise<void> {
  const marks = passages.map((passage) => ({ id: newId(), ...passage }));
  const shared = { assignmentId, authorId };
  await db.annotation.createMany({
    data: marks.map(({ id, start, end }) => ({
      ...{ id, start, end, revisionId, ...shared },
      kind: "COMMENT" as const,
      audience: "COURSE" as const,
      quote: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - 32), start),
      suffix: text.slice(end, end + 32),
      commentCount: 1,
    })),
  });
  await db.anchor.createMany({
    data: marks.map(({ id, start, end }) => ({ annotationId: id, revisionId, start, end })),
  });
  await db.comment.createMany({
    data: marks.map(({ id, says }) => ({
      ...{ id: newId(), annotationId: id, ...shared, isOpening: true, wordCount: 2, text: says },
      body: {
        type: "doc",
        content: [{ type: "paragraph", content: [{ type: "text", text: says }] }],
      },
    })),
  });
}
