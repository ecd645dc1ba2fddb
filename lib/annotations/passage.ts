import "server-only";

import { describeRange, type Selectors } from "@/lib/anchoring";
import { db } from "@/lib/db";
import { Invalid, NotFound } from "@/lib/errors";
import { PASSAGE_LIMIT } from "./schema";

/**
 * The selectors of a passage, cut from the stored text of a revision.
 *
 * @throws NotFound without such a revision
 * @throws Invalid when the passage is too long, no part of the text, or without words
 */
export async function describePassage(
  revisionId: string,
  start: number,
  end: number,
): Promise<Selectors> {
  if (end - start > PASSAGE_LIMIT) {
    throw new Invalid("passageTooLong", { field: "end", values: { maximum: PASSAGE_LIMIT } });
  }
  const revision = await db.revision.findUnique({
    where: { id: revisionId },
    select: { text: true },
  });
  if (!revision) throw new NotFound();
  if (start >= end || end > revision.text.length) {
    throw new Invalid("passageOutside", { field: "start" });
  }
  if (revision.text.slice(start, end).trim() === "") {
    throw new Invalid("passageEmpty", { field: "start" });
  }
  return describeRange(revision.text, start, end);
}
