import { v7 } from "uuid";
import { expect, test } from "vitest";

import { annotationAbilities, readableBy } from "@/lib/annotations/policy";
import { readableSql } from "@/lib/annotations/readable-sql";
import { getAssignmentViewer } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import { openClassroom } from "../../support/classroom";
import { MEMBERS, THINGS } from "../../support/things";

test("the filter of annotations lets through exactly what the read ability allows", async () => {
  const { people, assignment } = await openClassroom();
  const { id: assignmentId, revisionId } = assignment;
  const rows = [...MEMBERS, "removed" as const].flatMap((name) =>
    THINGS.flatMap((thing) =>
      [null, new Date()].map((deletedAt) => ({
        ...thing,
        ...{ id: v7(), assignmentId, revisionId, authorId: people[name].id, deletedAt },
        ...{ quote: "fox", prefix: "", suffix: "", start: 16, end: 19 },
      })),
    ),
  );
  await db.annotation.createMany({ data: rows });

  for (const name of MEMBERS) {
    const viewer = await getAssignmentViewer(people[name].id, assignmentId);
    const where = { assignmentId, ...readableBy(viewer) };
    const found = await db.annotation.findMany({ where, select: { id: true } });
    const readable = rows.filter((row) => annotationAbilities(viewer, row).read);
    expect(new Set(found.map(({ id }) => id))).toEqual(new Set(readable.map(({ id }) => id)));
    const bySql = await db.$queryRaw<{ id: string }[]>`
      SELECT id FROM annotation WHERE assignment_id = ${assignmentId}::uuid AND ${readableSql(viewer)}`;
    expect(new Set(bySql.map(({ id }) => id))).toEqual(new Set(readable.map(({ id }) => id)));
    expect(readable.length).toBeGreaterThan(0);
    expect(readable.length).toBeLessThan(rows.length);
  }
});
