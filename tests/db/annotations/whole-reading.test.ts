import { beforeEach, describe, expect, test } from "vitest";

import { listMarks } from "@/lib/annotations/marks";
import { listThreads } from "@/lib/annotations/queries";
import { db } from "@/lib/db";
import { type Classroom, openClassroom } from "../../support/classroom";
import { annotate } from "../../support/factories";

let room: Classroom;

beforeEach(async () => {
  room = await openClassroom();
});

describe("a note on the whole reading", () => {
  test("quotes nothing and stands before all passages, in the revision it was made on", async () => {
    const { author, assignment } = room;
    const note = await annotate(author.id, assignment, null, { says: "A fable." });
    expect(note).toMatchObject({ quote: "", anchor: { start: 0, end: 0, state: "EXACT" } });
    expect(
      await db.annotation.findUniqueOrThrow({
        where: { id: note.id },
        select: { start: true, end: true, quote: true, prefix: true, suffix: true, anchors: true },
      }),
    ).toMatchObject({
      ...{ start: 0, end: 0, quote: "", prefix: "", suffix: "" },
      anchors: [{ revisionId: assignment.revisionId, start: 0, end: 0, state: "EXACT" }],
    });
  });

  test("comes with the threads and the marks of those who may read it, and of no others", async () => {
    const { author, classmate, assignment } = room;
    const shared = await annotate(author.id, assignment, null, { says: "A fable." });
    const own = await annotate(author.id, assignment, null, { says: "!", audience: "ONLY_ME" });
    for (const [viewer, ids] of [
      [author, [shared.id, own.id]],
      [classmate, [shared.id]],
    ] as const) {
      const { rows } = await listThreads(viewer.id, assignment.id, { limit: 10 });
      expect(rows.map(({ id }) => id)).toEqual(ids);
      expect(await listMarks(viewer.id, assignment.id)).toMatchObject({
        ids: ids.join("").replaceAll("-", ""),
        starts: ids.map(() => 0),
        lengths: ids.map(() => 0),
      });
    }
  });

  test("is no highlight: there is nothing to colour", async () => {
    const { author, assignment } = room;
    await expect(annotate(author.id, assignment, null)).rejects.toMatchObject({
      name: "Invalid",
      key: "highlightNeedsPassage",
      details: { field: "kind" },
    });
    expect(await db.annotation.count({ where: { assignmentId: assignment.id } })).toBe(0);
  });
});
