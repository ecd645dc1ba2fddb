import { beforeEach, describe, expect, test } from "vitest";

import { postComment } from "@/lib/annotations/comments";
import { changeAnnotation } from "@/lib/annotations/mutations";
import { notifyByOffice, notifyOfComment } from "@/lib/annotations/notify";
import { db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";
import type { FollowState } from "@/prisma/generated/enums";
import { type Classroom, openClassroom, removeFrom } from "../../support/classroom";
import { annotate, annotationOf, bodyOf, createMember, reply } from "../../support/factories";
import { toldOf } from "../../support/notices";
import { countQueries } from "../../support/queries";

let room: Classroom;

beforeEach(async () => {
  room = await openClassroom();
});

const told = (person: { id: string }) => toldOf(person, room.assignment.id);

function follow(
  { id: userId }: { id: string },
  what: Pick<Prisma.FollowUncheckedCreateInput, "annotationId" | "assignmentId" | "personId">,
  state: FollowState = "FOLLOWED",
) {
  return db.follow.create({ data: { userId, state, ...what } });
}

/** A comment that is not readable yet, as one that waits: written past the application. */
async function putComment(
  annotationId: string,
  given: Partial<Prisma.CommentUncheckedCreateInput> = {},
) {
  const { comment } = annotationOf(room.assignment, "fox", { says: "Put there." });
  const { id } = await db.comment.create({
    data: {
      id: comment!.id,
      annotationId,
      assignmentId: room.assignment.id,
      authorId: room.classmate.id,
      body: bodyOf("Put there."),
      text: "Put there.",
      wordCount: 2,
      ...given,
    },
  });
  return id;
}

function tellOf(commentId: string) {
  return db.$transaction((tx) => notifyOfComment(tx, commentId));
}

describe("a reply", () => {
  test("is told to who began the thread and to who wrote in it, not to its own author", async () => {
    const { id } = await annotate(room.author.id, room.assignment, "fox", { says: "A fox." });
    await reply(room.classmate.id, id, "Yes.");
    await reply(room.assistant.id, id, "Both right.");
    await reply(room.author.id, id, "Thanks.");

    expect(await told(room.author)).toEqual(["REPLY", "REPLY"]);
    expect(await told(room.classmate)).toEqual(["REPLY", "REPLY"]);
    expect(await told(room.assistant)).toEqual(["REPLY"]);
    expect(await told(room.instructor)).toEqual([]);
  });

  test("to a question is an answer for who asked it and for who asks it too", async () => {
    const { id, comments } = await annotate(room.author.id, room.assignment, "fox", {
      says: "Why a fox?",
      kind: "QUESTION",
    });
    const vote = { commentId: comments[0]!.id, userId: room.assistant.id };
    await db.vote.create({ data: vote });
    await reply(room.classmate.id, id, "Because.");

    expect(await told(room.author)).toEqual(["ANSWER"]);
    expect(await told(room.assistant)).toEqual(["ANSWER"]);
  });

  test("that is sent again is told once", async () => {
    const { id } = await annotate(room.author.id, room.assignment, "fox", { says: "A fox." });
    const { comment } = annotationOf(room.assignment, "fox", { says: "Yes." });
    await postComment(room.classmate.id, id, comment!);
    await postComment(room.classmate.id, id, comment!);
    await tellOf(comment!.id);

    expect(await told(room.author)).toEqual(["REPLY"]);
  });

  test("that is private is told to the one person whom it is for", async () => {
    const { id } = await annotate(room.author.id, room.assignment, "fox", { says: "A fox." });
    await reply(room.classmate.id, id, "Yes.");
    const authorId = room.instructor.id;
    await tellOf(await putComment(id, { authorId, privateToId: room.author.id }));

    expect(await told(room.author)).toEqual(["REPLY", "PRIVATE_REPLY"]);
    expect(await told(room.classmate)).toEqual([]);
  });

  test("that is held is told to nobody before it is let in", async () => {
    const { id } = await annotate(room.author.id, room.assignment, "fox", { says: "A fox." });
    const commentId = await putComment(id, { heldAt: new Date() });
    await tellOf(commentId);
    expect(await told(room.author)).toEqual([]);

    await db.comment.update({ where: { id: commentId }, data: { heldAt: null } });
    await tellOf(commentId);
    expect(await told(room.author)).toEqual(["REPLY"]);
  });
});

describe("who may not read it", () => {
  test("is not told: removed, outside, or not among those it was written for", async () => {
    const { id } = await annotate(room.author.id, room.assignment, "fox", {
      says: "For the staff.",
      audience: "INSTRUCTORS",
    });
    for (const person of [room.classmate, room.removed, room.stranger, room.nobody]) {
      await follow(person, { annotationId: id });
    }
    await reply(room.assistant.id, id, "Seen.");
    for (const person of [room.classmate, room.removed, room.stranger, room.nobody]) {
      expect(await told(person)).toEqual([]);
    }
    expect(await told(room.author)).toEqual(["REPLY"]);
  });

  test("is not told of a note to oneself, whatever they follow", async () => {
    await follow(room.instructor, { assignmentId: room.assignment.id });
    await follow(room.classmate, { personId: room.author.id });
    await annotate(room.author.id, room.assignment, "fox", { says: "Hm.", audience: "ONLY_ME" });

    expect(await told(room.instructor)).toEqual([]);
    expect(await told(room.classmate)).toEqual([]);
  });

  test("is not told of what comes after they were removed", async () => {
    const { id } = await annotate(room.author.id, room.assignment, "fox", { says: "A fox." });
    await removeFrom(room.course.id, room.author.id);
    await reply(room.classmate.id, id, "Yes.");
    expect(await told(room.author)).toEqual([]);
  });
});

describe("who follows", () => {
  test.each([
    ["the assignment", () => ({ assignmentId: room.assignment.id })],
    ["the person", () => ({ personId: room.author.id })],
  ] as const)("%s is told of what is new there", async (_, what) => {
    await follow(room.classmate, what());
    await annotate(room.author.id, room.assignment, "fox", { says: "A fox." });
    expect(await told(room.classmate)).toEqual(["FOLLOWED"]);
  });

  test("a person is not told of what they write under another name", async () => {
    await follow(room.assistant, { personId: room.classmate.id });
    const { id } = await annotate(room.author.id, room.assignment, "fox", { says: "A fox." });
    await tellOf(await putComment(id, { isAnonymous: true }));
    expect(await told(room.assistant)).toEqual([]);
  });

  test("and is named is told once, that they are named", async () => {
    await follow(room.assistant, { assignmentId: room.assignment.id });
    const { id } = await annotate(room.author.id, room.assignment, "fox", { says: "A fox." });
    const commentId = await putComment(id);
    await db.mention.create({ data: { commentId, userId: room.assistant.id } });
    await tellOf(commentId);
    expect(await told(room.assistant)).toEqual(["FOLLOWED", "MENTION"]);
  });
});

describe("who muted", () => {
  test("a thread is not told of it, not even where they are named", async () => {
    const { id } = await annotate(room.author.id, room.assignment, "fox", { says: "A fox." });
    await follow(room.author, { annotationId: id }, "MUTED");
    const commentId = await putComment(id);
    await db.mention.create({ data: { commentId, userId: room.author.id } });
    await tellOf(commentId);
    expect(await told(room.author)).toEqual([]);
  });

  test("an assignment is told of a thread that they follow all the same", async () => {
    const first = await annotate(room.author.id, room.assignment, "fox", { says: "A fox." });
    const second = await annotate(room.author.id, room.assignment, "dog", { says: "A dog." });
    await follow(room.author, { assignmentId: room.assignment.id }, "MUTED");
    await follow(room.author, { annotationId: first.id });
    await reply(room.classmate.id, first.id, "Yes.");
    await reply(room.classmate.id, second.id, "Yes.");
    expect(await told(room.author)).toEqual(["REPLY"]);
  });

  test("a person is not told of their words, by whichever name they know them", async () => {
    const { id } = await annotate(room.author.id, room.assignment, "fox", { says: "A fox." });
    const { key } = await db.pseudonym.create({
      data: { assignmentId: room.assignment.id, userId: room.classmate.id, name: "Quiet Heron" },
    });
    const mute = (voiceId: string) =>
      db.personMute.create({ data: { userId: room.author.id, voiceId } });

    await mute(key);
    await tellOf(await putComment(id, { isAnonymous: true }));
    expect(await told(room.author)).toEqual([]);
    await reply(room.classmate.id, id, "Under my name.");
    expect(await told(room.author)).toEqual(["REPLY"]);

    await mute(room.classmate.id);
    await reply(room.classmate.id, id, "Again.");
    expect(await told(room.author)).toEqual(["REPLY"]);
  });

  test("somebody's name is told of what they write under another: silence would name them", async () => {
    const { id } = await annotate(room.author.id, room.assignment, "fox", { says: "A fox." });
    const assignmentId = room.assignment.id;
    await db.pseudonym.create({
      data: { assignmentId, userId: room.classmate.id, name: "Quiet Heron" },
    });
    await db.personMute.create({ data: { userId: room.author.id, voiceId: room.classmate.id } });
    await tellOf(await putComment(id, { isAnonymous: true }));
    expect(await told(room.author)).toEqual(["REPLY"]);
  });
});

describe("a question that is called answered", () => {
  test("is told to who asked it when the staff say so, and not when they say so themselves", async () => {
    const asked = await annotate(room.author.id, room.assignment, "fox", {
      says: "Why?",
      kind: "QUESTION",
    });
    await changeAnnotation(room.author.id, asked.id, asked.version, { isAnswered: true });
    expect(await told(room.author)).toEqual([]);
    await changeAnnotation(room.author.id, asked.id, asked.version + 1, { isAnswered: false });
    await changeAnnotation(room.assistant.id, asked.id, asked.version + 2, { isAnswered: true });
    expect(await told(room.author)).toEqual(["ANSWER"]);
  });
});

describe("by office", () => {
  test("the staff are told of what waits, instructors of what is handed to them, authors of what was done", async () => {
    const { id } = await annotate(room.author.id, room.assignment, "fox");
    const classmateNote = { annotationId: id, commentId: null };
    const tell = (kind: Parameters<typeof notifyByOffice>[1], actor: { id: string }) =>
      db.$transaction((tx) => notifyByOffice(tx, kind, { ...classmateNote, actorId: actor.id }));

    await tell("REPORTED", room.classmate);
    await tell("REPORTED", room.classmate);
    await tell("NEEDS_INSTRUCTOR", room.assistant);
    await tell("HIDDEN", room.instructor);
    expect(await told(room.instructor)).toEqual(["REPORTED", "NEEDS_INSTRUCTOR"]);
    expect(await told(room.assistant)).toEqual(["REPORTED"]);
    expect(await told(room.author)).toEqual(["HIDDEN"]);
    expect(await told(room.classmate)).toEqual([]);
  });
});

test("many who follow are told with as many statements as one", async () => {
  const { id } = await annotate(room.author.id, room.assignment, "fox", { says: "A fox." });
  await follow(room.assistant, { annotationId: id });
  const one = await countQueries(() => reply(room.classmate.id, id, "Yes."));
  const many = await Promise.all(Array.from({ length: 20 }, () => createMember(room.course.id)));
  await db.follow.createMany({
    data: many.map(({ id: userId }) => ({ userId, annotationId: id, state: "FOLLOWED" as const })),
  });
  expect(await countQueries(() => reply(room.classmate.id, id, "Yes."))).toBe(one);
  expect(await db.notification.count({ where: { annotationId: id, kind: "FOLLOWED" } })).toBe(22);
});
