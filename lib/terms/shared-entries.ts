import "server-only";

import { readableSql, wordsReadableSql } from "@/lib/annotations/readable-sql";
import type { AssignmentViewer } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import type { EntryKey } from "@/lib/notebook/keys";
import { type Entry, listEntries } from "@/lib/notebook/present";

/** Read at once: what is held in memory however long a course is. */
const BATCH = 200;
const FIRST = "00000000-0000-0000-0000-000000000000";

/** All marks and posts of assignments that others than their author read, in the order they were made. */
export async function* listSharedEntries(
  userId: string,
  viewers: readonly AssignmentViewer[],
): AsyncGenerator<Entry[]> {
  for (const viewer of viewers) {
    let after = FIRST;
    for (;;) {
      const keys = await listKeys(viewer, after);
      const last = keys.at(-1);
      if (!last) break;
      after = last.id;
      yield await listEntries(userId, viewers, keys);
    }
  }
}

function listKeys(viewer: AssignmentViewer, after: string): Promise<EntryKey[]> {
  const { assignmentId } = viewer;
  return db.$queryRaw<EntryKey[]>`
    SELECT id, source, ${assignmentId} AS "assignmentId", "annotationId", "commentId",
      NULL AS place, 0 AS start, at
    FROM (
      SELECT annotation.id, 'mark' AS source, annotation.id AS "annotationId",
        NULL::uuid AS "commentId", annotation.created_at AS at
      FROM annotation
      WHERE annotation.assignment_id = ${assignmentId}::uuid AND annotation.kind = 'HIGHLIGHT'
        AND annotation.audience <> 'ONLY_ME' AND ${readableSql(viewer)}
      UNION ALL
      SELECT comment.id, 'post', annotation.id, comment.id, comment.created_at
      FROM comment JOIN annotation ON annotation.id = comment.annotation_id
      WHERE comment.assignment_id = ${assignmentId}::uuid AND annotation.audience <> 'ONLY_ME'
        AND ${readableSql(viewer)} AND ${wordsReadableSql(viewer)}
    ) AS entry
    WHERE id > ${after}::uuid
    ORDER BY id
    LIMIT ${BATCH}`;
}
