import { beforeEach, describe, expect, test } from "vitest";

import type { CommentView, ThreadView } from "@/lib/annotations/present";
import { getThread } from "@/lib/annotations/queries";
import {
  removeAnnotation,
  removeComment,
  restoreAnnotation,
  restoreComment,
} from "@/lib/annotations/removal";
import { db } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import { type Classroom, openClassroom } from "../../support/classroom";
import { annotate, reply } from "../../support/factories";
import { outcomeOf } from "../../support/outcome";

let room: Classroom;
let thread: ThreadView;
let opening: CommentView;

beforeEach(async () => {
  room = await openClassroom();
  thread = await annotate(room.author.id, room.assignment, "fox", { says: "Why?" });
  opening = thread.comments[0]!;
});

const tooLate = { name: "Conflict", key: "undoTooLate" };

/** Moves every deletion in the thread a minute and a second into the past. */
async function waitTooLong() {
  const aMinuteAgo = new Date(Date.now() - 61_000);
  const deleted = { deletedAt: { not: null } };
  await db.annotation.updateMany({
    where: { id: thread.id, ...deleted },
    data: { deletedAt: aMinuteAgo },
  });
  await db.comment.updateMany({
    where: { annotationId: thread.id, ...deleted },
    data: { deletedAt: aMinuteAgo },
  });
}

describe("undoing the deletion of an annotation", () => {
  test("brings mark and words back as they were", async () => {
    await removeAnnotation(room.author.id, thread.id, thread.version);
    const restored = await restoreAnnotation(room.author.id, thread.id);
    expect(restored).toMatchObject({ commentCount: 1, quote: "fox" });
    expect(restored.comments).toMatchObject([{ body: opening.body, isDeleted: false }]);
    expect(await getThread(room.classmate.id, thread.id)).toMatchObject({ commentCount: 1 });
  });

  test("brings a highlight back", async () => {
    const { id, version } = await annotate(room.author.id, room.assignment, "dog");
    await removeAnnotation(room.author.id, id, version);
    expect(await restoreAnnotation(room.author.id, id)).toMatchObject({
      quote: "dog",
      comments: [],
    });
  });

  test("brings the opening back to where others replied", async () => {
    await reply(room.classmate.id, thread.id, "Because.");
    await removeAnnotation(room.author.id, thread.id, thread.version);
    const restored = await restoreAnnotation(room.author.id, thread.id);
    expect(restored.commentCount).toBe(2);
    expect(restored.comments.map(({ isDeleted }) => isDeleted)).toEqual([false, false]);
  });

  test("raises its version, so that an older tab is stale", async () => {
    await removeAnnotation(room.author.id, thread.id, thread.version);
    const { version } = await restoreAnnotation(room.author.id, thread.id);
    expect(version).toBeGreaterThan(thread.version);
  });

  test("is too late after a minute", async () => {
    await removeAnnotation(room.author.id, thread.id, thread.version);
    await waitTooLong();
    await expect(restoreAnnotation(room.author.id, thread.id)).rejects.toMatchObject(tooLate);
    await expect(getThread(room.author.id, thread.id)).rejects.toThrow(NotFound);
  });

  test("is not for its author when staff deleted it", async () => {
    await removeAnnotation(room.instructor.id, thread.id, thread.version);
    await expect(restoreAnnotation(room.author.id, thread.id)).rejects.toThrow(NotFound);
    await expect(restoreComment(room.author.id, opening.id)).rejects.toThrow(NotFound);
    expect(await restoreAnnotation(room.instructor.id, thread.id)).toMatchObject({ id: thread.id });
  });

  test("finds nothing where nothing was deleted", async () => {
    await expect(restoreAnnotation(room.author.id, thread.id)).rejects.toThrow(NotFound);
    await expect(restoreComment(room.author.id, opening.id)).rejects.toThrow(NotFound);
  });

  test("is not for somebody who was removed from the course meanwhile", async () => {
    await removeAnnotation(room.author.id, thread.id, thread.version);
    const where = { courseId_userId: { courseId: room.course.id, userId: room.author.id } };
    await db.enrolment.update({ where, data: { status: "REMOVED" } });
    await expect(restoreAnnotation(room.author.id, thread.id)).rejects.toThrow(NotFound);
  });
});

describe("undoing the deletion of a reply", () => {
  let answer: CommentView;

  beforeEach(async () => {
    answer = await reply(room.classmate.id, thread.id, "Because.");
  });

  test("is for the classmate who wrote and deleted it", async () => {
    await removeComment(room.classmate.id, answer.id, answer.version);
    const restored = await restoreComment(room.classmate.id, answer.id);
    expect(restored.commentCount).toBe(2);
    expect(restored.comments[1]).toMatchObject({ id: answer.id, body: answer.body });
  });

  test("is not for the author of the thread, nor for staff", async () => {
    await removeComment(room.classmate.id, answer.id, answer.version);
    for (const { id } of [room.author, room.instructor, room.assistant]) {
      expect(await outcomeOf(restoreComment(id, answer.id))).toBe("NotFound");
    }
  });

  test("is not for the classmate when staff deleted it", async () => {
    await removeComment(room.assistant.id, answer.id, answer.version);
    await expect(restoreComment(room.classmate.id, answer.id)).rejects.toThrow(NotFound);
    expect(await restoreComment(room.assistant.id, answer.id)).toMatchObject({ commentCount: 2 });
  });

  test("is too late after a minute", async () => {
    await removeComment(room.classmate.id, answer.id, answer.version);
    await waitTooLong();
    await expect(restoreComment(room.classmate.id, answer.id)).rejects.toMatchObject(tooLate);
    expect(await getThread(room.author.id, thread.id)).toMatchObject({ commentCount: 1 });
  });

  test("brings the thread back that went with it", async () => {
    await removeComment(room.author.id, opening.id, opening.version);
    await removeComment(room.classmate.id, answer.id, answer.version);
    const restored = await restoreComment(room.classmate.id, answer.id);
    expect(restored.commentCount).toBe(1);
    expect(restored.comments.map(({ isDeleted }) => isDeleted)).toEqual([true, false]);
  });

  test("never brings back a thread without a word in it", async () => {
    await removeComment(room.author.id, opening.id, opening.version);
    await removeComment(room.instructor.id, answer.id, answer.version);
    for (const undo of [
      () => restoreAnnotation(room.instructor.id, thread.id),
      () => restoreComment(room.instructor.id, opening.id),
    ]) {
      await expect(undo()).rejects.toThrow(NotFound);
    }
    await expect(getThread(room.author.id, thread.id)).rejects.toThrow(NotFound);
  });
});
