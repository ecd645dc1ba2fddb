import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { postComment } from "@/lib/annotations/comments";
import { createAnnotation } from "@/lib/annotations/mutations";
import { getThread } from "@/lib/annotations/queries";
import { db } from "@/lib/db";
import { type Classroom, openClassroom } from "../../support/classroom";
import { annotate, annotationOf, bodyOf, createAssignment } from "../../support/factories";

let room: Classroom;

beforeEach(async () => {
  room = await openClassroom();
});

const taken = { name: "Conflict", key: "idTaken", message: "idTaken", details: { field: "id" } };

describe("an annotation that is sent again", () => {
  function send(userId = room.author.id, given = {}) {
    const input = { ...annotationOf(room.assignment, "fox", { says: "Why?" }), ...given };
    return () => createAnnotation(userId, room.assignment.id, input);
  }

  test("is made once, and answered alike", async () => {
    const again = send();
    const first = await again();
    expect(await again()).toEqual(first);
    await expectOne();
  });

  test("is made once when it is sent five times at once", async () => {
    const again = send();
    const answers = await Promise.all([again(), again(), again(), again(), again()]);
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    await expectOne();
  });

  test("answers with what has become of it meanwhile", async () => {
    const again = send();
    const { id } = await again();
    await postComment(room.classmate.id, id, { id: v7(), body: bodyOf("Because.") });
    expect(await again()).toMatchObject({ id, commentCount: 2 });
  });

  test("is answered alike also when the text was revised, or the course archived, in between", async () => {
    const again = send();
    const first = await again();
    const { readingId, courseId } = room.assignment;
    const revision = await db.revision.create({
      data: { readingId, number: 2, document: {}, text: "Other words.", hash: "" },
    });
    await db.assignment.update({
      where: { id: room.assignment.id },
      data: { revisionId: revision.id },
    });
    expect(await again()).toMatchObject({ id: first.id, quote: "fox" });
    await db.course.update({ where: { id: courseId }, data: { archivedAt: new Date() } });
    expect(await again()).toMatchObject({ id: first.id });
    await expectOne();
  });

  test("keeps what was sent first when the second sending says something else", async () => {
    const first = await send()();
    const second = send(room.author.id, { id: first.id, audience: "ONLY_ME" });
    expect(await second()).toEqual(first);
  });

  test.each([
    ["a classmate's private note", "ONLY_ME"],
    ["a classmate's annotation", "COURSE"],
  ] as const)("is refused with the id of %s, in the same words", async (_, audience) => {
    const { id } = await annotate(room.classmate.id, room.assignment, "dog", { audience });
    await expect(send(room.author.id, { id })()).rejects.toMatchObject(taken);
    expect(await getThread(room.classmate.id, id)).toMatchObject({ quote: "dog", version: 1 });
  });

  test("is refused with the id of one's own annotation in another assignment", async () => {
    const elsewhere = await createAssignment(room.course.id);
    const { id } = await annotate(room.author.id, elsewhere, "dog");
    await expect(send(room.author.id, { id })()).rejects.toMatchObject(taken);
  });

  test("is refused whole when the id of its comment is somebody else's", async () => {
    const { comments } = await annotate(room.classmate.id, room.assignment, "dog", {
      says: "A dog.",
    });
    const comment = { id: comments[0]!.id, body: bodyOf("Mine.") };
    await expect(send(room.author.id, { comment })()).rejects.toMatchObject(taken);
    const where = { assignmentId: room.assignment.id, authorId: room.author.id };
    expect(await db.annotation.count({ where })).toBe(0);
  });

  async function expectOne() {
    const where = { assignmentId: room.assignment.id };
    expect(await db.annotation.count({ where })).toBe(1);
    expect(await db.comment.count({ where })).toBe(1);
    expect(await db.event.count({ where })).toBe(1);
  }
});

describe("a reply that is sent again", () => {
  let threadId: string;

  beforeEach(async () => {
    const thread = await annotate(room.author.id, room.assignment, "fox", { says: "Why?" });
    threadId = thread.id;
  });

  function send(id = v7(), annotationId = threadId) {
    return () => postComment(room.classmate.id, annotationId, { id, body: bodyOf("Because.") });
  }

  test("is made once, and answered alike", async () => {
    const again = send();
    const first = await again();
    expect(await again()).toEqual(first);
    await expectTwo();
  });

  test("is made once when it is sent five times at once", async () => {
    const again = send();
    const answers = await Promise.all([again(), again(), again(), again(), again()]);
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    await expectTwo();
  });

  test.each([
    ["somebody else's comment in the same thread", "fox", "COURSE"],
    ["somebody else's private note", "dog", "ONLY_ME"],
  ] as const)("is refused with the id of %s, in the same words", async (_, quote, audience) => {
    const { author, assignment } = room;
    const { comments } = await annotate(author.id, assignment, quote, { audience, says: "Mine." });
    await expect(send(comments[0]?.id)()).rejects.toMatchObject(taken);
    expect(await getThread(room.author.id, threadId)).toMatchObject({ commentCount: 1 });
  });

  test("is refused with the id of one's own reply in another thread", async () => {
    const other = await annotate(room.author.id, room.assignment, "dog", { says: "And why?" });
    const { id } = await send(v7(), other.id)();
    await expect(send(id)()).rejects.toMatchObject(taken);
  });

  async function expectTwo() {
    expect(await getThread(room.author.id, threadId)).toMatchObject({ commentCount: 2 });
    expect(await db.comment.count({ where: { annotationId: threadId } })).toBe(2);
    expect(await db.event.count({ where: { annotationId: threadId } })).toBe(2);
  }
});
