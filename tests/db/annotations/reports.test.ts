import { beforeEach, describe, expect, test } from "vitest";

import { approveComment, hideComment } from "@/lib/annotations/moderation";
import { listQueue } from "@/lib/annotations/queue";
import { removeComment } from "@/lib/annotations/removal";
import { dismissReports, reportComment } from "@/lib/annotations/reports";
import { changeCourseDiscussion } from "@/lib/courses/discussion";
import { db } from "@/lib/db";
import { annotate } from "../../support/factories";
import { type DividedClassroom, openDividedClassroom } from "../../support/groups";
import { outcomeOf } from "../../support/outcome";

const reason = "It is unkind.";
let room: DividedClassroom;

beforeEach(async () => {
  room = await openDividedClassroom();
});

async function write(audience: "COURSE" | "GROUP" | "ONLY_ME" = "COURSE") {
  const thread = await annotate(room.author.id, room.assignment, "fox", { says: "No.", audience });
  return thread.comments[0]!;
}

async function reportedIds() {
  const { reported } = await listQueue(room.instructor.id, room.course.id);
  return reported.map(({ commentId }) => commentId);
}

async function toldOf(commentId: string) {
  const rows = await db.notification.findMany({ where: { commentId } });
  return rows.map(({ userId, kind }) => `${kind} ${userId}`).sort();
}

async function auditOf(targetId: string) {
  const rows = await db.auditEntry.findMany({ where: { targetId }, orderBy: { createdAt: "asc" } });
  return rows.map(({ action, actorId }) => [action, actorId]);
}

describe("a report", () => {
  test("is made by classmates who can read the comment, and by nobody else", async () => {
    const outcomes: Record<string, string> = {};
    const { id } = await write("GROUP");
    for (const [name, person] of Object.entries(room.people)) {
      outcomes[name] = await outcomeOf(reportComment(person.id, id, { reason }));
    }
    expect(outcomes).toEqual({
      ...{ author: "Forbidden", mate: "done", instructor: "Forbidden", assistant: "Forbidden" },
      ...{ classmate: "NotFound", other: "NotFound", removed: "NotFound", stranger: "NotFound" },
      ...{ administrator: "NotFound", nobody: "NotFound" },
    });
  });

  test("comes before the staff once, who are told, and its author is not", async () => {
    const { id } = await write();
    await reportComment(room.classmate.id, id, { reason });
    await reportComment(room.classmate.id, id, { reason: "Again." });
    const { reported, held } = await listQueue(room.assistant.id, room.course.id);
    expect(held).toEqual([]);
    expect(reported).toMatchObject([
      { commentId: id, quote: "fox", author: { name: "Ada" }, reports: [{ by: "Ben", reason }] },
    ]);
    expect(await toldOf(id)).toEqual(
      [`REPORTED ${room.assistant.id}`, `REPORTED ${room.instructor.id}`].sort(),
    );
    expect(await auditOf(id)).toEqual([["report", room.classmate.id]]);
  });

  test("is closed by hiding, of which the author is told", async () => {
    const { id } = await write();
    await reportComment(room.classmate.id, id, { reason });
    await hideComment(room.instructor.id, id, { reason });
    expect(await reportedIds()).toEqual([]);
    expect(await toldOf(id)).toContain(`HIDDEN ${room.author.id}`);
    expect(await db.report.findFirst({ where: { commentId: id } })).toMatchObject({
      state: "DECIDED",
      outcome: "HIDDEN",
      decidedById: room.instructor.id,
    });
    expect((await auditOf(id)).at(-1)).toEqual(["hide", room.instructor.id]);
  });

  test("is closed by dismissing it, of which nobody is told", async () => {
    const { id } = await write();
    await reportComment(room.classmate.id, id, { reason });
    const before = await toldOf(id);
    await dismissReports(room.assistant.id, id);
    await dismissReports(room.assistant.id, id);
    expect(await reportedIds()).toEqual([]);
    expect(await toldOf(id)).toEqual(before);
    expect(await auditOf(id)).toEqual([
      ["report", room.classmate.id],
      ["dismissReports", room.assistant.id],
    ]);
    expect(await outcomeOf(dismissReports(room.classmate.id, id))).toBe("Forbidden");
  });

  test("is moot when the comment is gone", async () => {
    const { id, version } = await write();
    await reportComment(room.classmate.id, id, { reason });
    await removeComment(room.author.id, id, version);
    expect(await reportedIds()).toEqual([]);
  });
});

describe("what waits for the staff", () => {
  test("is seen by them alone", async () => {
    for (const [name, { id }] of Object.entries(room.people)) {
      const isStaff = name === "instructor" || name === "assistant";
      const isMember = ["author", "mate", "classmate", "other"].includes(name);
      const expected = isStaff ? "done" : isMember ? "Forbidden" : "NotFound";
      expect([name, await outcomeOf(listQueue(id, room.course.id))]).toEqual([name, expected]);
    }
  });

  test("holds first posts until they are let in, of which their author is told", async () => {
    await changeCourseDiscussion(room.instructor.id, room.course.id, { holdsFirstPosts: true });
    const { id } = await write();
    await write("ONLY_ME");
    const before = await listQueue(room.instructor.id, room.course.id);
    expect(before.held.map(({ commentId }) => commentId)).toEqual([id]);
    await approveComment(room.instructor.id, id);
    expect((await listQueue(room.instructor.id, room.course.id)).held).toEqual([]);
    const told = await toldOf(id);
    // The staff were told that it waits.
    expect(told.filter((each) => !each.startsWith("HELD"))).toEqual([`APPROVED ${room.author.id}`]);
  });
});
