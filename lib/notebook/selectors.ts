import "server-only";

import { codePointsBefore } from "@/lib/anchoring/code-points";
import type { AssignmentViewer } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import type { Selectors } from "./json-ld";
import type { Entry } from "./present";

/**
 * Finds the selectors of entries, a batch at a time. Keeps the text of one revision: entries come
 * in the order of the readings.
 */
export function createSelectorFinder(viewers: readonly AssignmentViewer[]) {
  const revisions = new Map(viewers.map((each) => [each.assignmentId, each.revisionId]));
  let kept: { revisionId: string; count: (offset: number) => number } | null = null;

  async function counterOf(revisionId: string): Promise<(offset: number) => number> {
    if (kept?.revisionId !== revisionId) {
      const { text } = await db.revision.findUniqueOrThrow({
        where: { id: revisionId },
        select: { text: true },
      });
      kept = { revisionId, count: codePointsBefore(text) };
    }
    return kept.count;
  }

  return async (entries: readonly Entry[]): Promise<Map<string, Selectors>> => {
    const ids = entries.flatMap(({ annotation }) => annotation?.id ?? []);
    const rows = await db.annotation.findMany({
      where: { id: { in: ids } },
      select: { id: true, assignmentId: true, prefix: true, suffix: true },
    });
    const anchors = new Map(entries.map(({ annotation }) => [annotation?.id, annotation?.anchor]));
    const found = new Map<string, Selectors>();
    for (const { id, assignmentId, prefix, suffix } of rows) {
      const anchor = anchors.get(id);
      const revisionId = revisions.get(assignmentId);
      if (!anchor || !revisionId) continue;
      const count = await counterOf(revisionId);
      const { start, end, state } = anchor;
      const position = state === "DETACHED" ? null : { start: count(start), end: count(end) };
      found.set(id, { prefix, suffix, position });
    }
    return found;
  };
}
