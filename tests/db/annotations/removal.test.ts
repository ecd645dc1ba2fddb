import { beforeEach, describe, expect, test } from "vitest";

import { changeAnnotation } from "@/lib/annotations/mutations";
import type { ThreadView } from "@/lib/annotations/present";
import { getThread } from "@/lib/annotations/queries";
import { removeAnnotation, removeComment } from "@/lib/annotations/removal";
import { db } from "@/lib/db";
import { NotFound, Stale } from "@/lib/errors";
import { type Classroom, openClassroom } from "../../support/classroom";
import { annotate, reply } from "../../support/factories";

let room: Classroom;
let thread: ThreadView;

beforeEach(async () => {
  room = await openClassroom();
  const { author, assignment } = room;
  thread = await annotate(author.id, assignment, "fox", { kind: "QUESTION", says: "Why?" });
});

function removeOpening(userId = room.author.id) {
  return removeComment(userId, thread.comments[0]!.id, 1);
}

describe("deleting a comment", () => {
  test("leaves its place where others replied", async () => {
    await reply(room.classmate.id, thread.id, "Because.");
    await removeOpening();
    const { comments, commentCount } = await getThread(room.classmate.id, thread.id);
    expect(comments.map(({ isDeleted }) => isDeleted)).toEqual([true, false]);
    expect(commentCount).toBe(1);
  });

  test("takes the thread with it when it was the last", async () => {
    await removeOpening();
    await expect(getThread(room.author.id, thread.id)).rejects.toThrow(NotFound);
  });

  test("takes the thread with it when only places were left beside it", async () => {
    const { id, version } = await reply(room.classmate.id, thread.id, "Because.");
    await removeOpening();
    await removeComment(room.classmate.id, id, version);
    await expect(getThread(room.author.id, thread.id)).rejects.toThrow(NotFound);
  });

  test("that changed meanwhile is stale, and it stays", async () => {
    const removing = removeComment(room.author.id, thread.comments[0]!.id, 2);
    await expect(removing).rejects.toThrow(Stale);
    expect(await getThread(room.author.id, thread.id)).toEqual(thread);
  });

  test("that is not there is NotFound", async () => {
    await expect(removeComment(room.author.id, thread.id, 1)).rejects.toThrow(NotFound);
  });
});

describe("deleting an annotation", () => {
  test("takes its mark and its words", async () => {
    await removeAnnotation(room.author.id, thread.id, thread.version);
    await expect(getThread(room.author.id, thread.id)).rejects.toThrow(NotFound);
    const row = await db.annotation.findUniqueOrThrow({ where: { id: thread.id } });
    expect(row).toMatchObject({ deletedById: room.author.id, commentCount: 0 });
  });

  test("leaves others' replies, and a place for its own words", async () => {
    await reply(room.classmate.id, thread.id, "Because.");
    await removeAnnotation(room.author.id, thread.id, thread.version);
    const { comments } = await getThread(room.classmate.id, thread.id);
    expect(comments.map(({ isDeleted }) => isDeleted)).toEqual([true, false]);
  });

  test("that changed meanwhile is stale, and it stays", async () => {
    await changeAnnotation(room.author.id, thread.id, thread.version, { isAnswered: true });
    const removing = removeAnnotation(room.author.id, thread.id, thread.version);
    await expect(removing).rejects.toThrow(Stale);
    expect(await getThread(room.author.id, thread.id)).toMatchObject({ commentCount: 1 });
  });

  test("by staff leaves a trace of who did it", async () => {
    await removeAnnotation(room.assistant.id, thread.id, thread.version);
    const comment = await db.comment.findUniqueOrThrow({ where: { id: thread.comments[0]!.id } });
    expect(comment).toMatchObject({ deletedById: room.assistant.id, text: "Why?" });
  });
});

describe("a question", () => {
  test("is called answered, and open again", async () => {
    const answered = await changeAnnotation(room.author.id, thread.id, 1, { isAnswered: true });
    expect(answered).toMatchObject({ version: 2, answeredAt: expect.any(String) });
    const open = await changeAnnotation(room.instructor.id, thread.id, 2, { isAnswered: false });
    expect(open).toMatchObject({ version: 3, answeredAt: null });
  });

  test("that changed meanwhile is stale", async () => {
    await changeAnnotation(room.author.id, thread.id, 1, { isAnswered: true });
    const late = changeAnnotation(room.instructor.id, thread.id, 1, { isAnswered: false });
    await expect(late).rejects.toThrow(Stale);
    const { answeredAt } = await getThread(room.author.id, thread.id);
    expect(answeredAt).not.toBeNull();
  });
});
