import { beforeEach, describe, expect, test } from "vitest";

import { approveComment, hideComment } from "@/lib/annotations/moderation";
import { getThread } from "@/lib/annotations/queries";
import { listQueue } from "@/lib/annotations/queue";
import { dismissReports, reportComment } from "@/lib/annotations/reports";
import { undoDecision } from "@/lib/annotations/undo-decision";
import { db } from "@/lib/db";
import { Forbidden, NotFound } from "@/lib/errors";
import { annotate, reply } from "../../support/factories";
import { type DividedClassroom, openDividedClassroom } from "../../support/groups";
import { follow } from "../../support/live";
import { toldOf } from "../../support/notices";

let room: DividedClassroom;

beforeEach(async () => {
  room = await openDividedClassroom();
});

const queue = () => listQueue(room.instructor.id, room.course.id);
const undo = (commentId: string, now?: Date) => undoDecision(room.instructor.id, commentId, now);

async function held() {
  await db.course.update({ where: { id: room.course.id }, data: { holdsFirstPosts: true } });
  const { id, comments } = await annotate(room.author.id, room.assignment, "fox", { says: "Hm." });
  return { id, commentId: comments[0]!.id };
}

async function actionsOf(targetId: string): Promise<string[]> {
  const rows = await db.auditEntry.findMany({
    where: { targetId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ action }) => action);
}

describe("letting in, taken back,", () => {
  test("has the thread wait as it did, unseen and untold by classmates, and is noted", async () => {
    const { id, commentId } = await held();
    const before = await queue();
    await approveComment(room.instructor.id, commentId);
    const ben = await follow(room.classmate.id, room.assignment.id);
    expect(await toldOf(room.author, room.assignment.id)).toEqual(["APPROVED"]);
    await undo(commentId);
    await undo(commentId);

    await ben.until((messages) => messages.length === 1);
    expect(ben.messages).toMatchObject([{ type: "removed", annotationId: id }]);
    await expect(getThread(room.classmate.id, id)).rejects.toThrow(NotFound);
    expect((await getThread(room.author.id, id)).isHeld).toBe(true);
    expect(await queue()).toEqual(before);
    expect(await toldOf(room.author, room.assignment.id)).toEqual([]);
    expect(await actionsOf(commentId)).toEqual(["approve", "undoDecision"]);
  });

  test("of a reply leaves the thread, and those who had it before them look again", async () => {
    const { id } = await annotate(room.instructor.id, room.assignment, "fox", { says: "Well?" });
    await db.course.update({ where: { id: room.course.id }, data: { holdsFirstPosts: true } });
    const { id: commentId } = await reply(room.author.id, id, "Well!");
    await approveComment(room.instructor.id, commentId);
    const ben = await follow(room.classmate.id, room.assignment.id);
    await undo(commentId);
    await ben.until((messages) => messages.length === 1);
    expect(ben.messages).toEqual([{ type: "reset" }]);
    expect((await getThread(room.classmate.id, id)).comments).toHaveLength(1);
    expect((await getThread(room.author.id, id)).comments).toHaveLength(2);
  });

  test("cannot take words of others with it", async () => {
    const { id, commentId } = await held();
    await approveComment(room.instructor.id, commentId);
    await reply(room.instructor.id, id, "Good.");
    await expect(undo(commentId)).rejects.toMatchObject({ key: "undoAnswered" });
    expect((await getThread(room.classmate.id, id)).comments).toHaveLength(2);
  });
});

describe("a report", () => {
  async function reported() {
    const { comments } = await annotate(room.author.id, room.assignment, "fox", { says: "Hm." });
    const commentId = comments[0]!.id;
    await reportComment(room.classmate.id, commentId, { reason: "Unkind." });
    return commentId;
  }

  test.each(["dismissed", "hidden"])("that was %s is open again", async (how) => {
    const commentId = await reported();
    const before = await queue();
    if (how === "hidden") await hideComment(room.instructor.id, commentId, { reason: "Be kind." });
    else await dismissReports(room.instructor.id, commentId);
    expect((await queue()).reported).toEqual([]);
    await undo(commentId);
    expect(await queue()).toEqual(before);
    expect(await toldOf(room.author, room.assignment.id)).toEqual([]);
  });

  test("is taken back by whoever decided, and not for long", async () => {
    const commentId = await reported();
    await expect(undo(commentId)).rejects.toThrow(NotFound);
    await dismissReports(room.instructor.id, commentId);
    const { assistant, author } = room;
    await expect(undoDecision(assistant.id, commentId)).rejects.toThrow(NotFound);
    await expect(undoDecision(author.id, commentId)).rejects.toThrow(Forbidden);
    const late = new Date(Date.now() + 61_000);
    await expect(undo(commentId, late)).rejects.toMatchObject({ key: "undoTooLate" });
  });
});
