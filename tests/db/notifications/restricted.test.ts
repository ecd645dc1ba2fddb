import { beforeEach, describe, expect, test } from "vitest";

import { listActivity, markSeen } from "@/lib/annotations/activity";
import { listMarks } from "@/lib/annotations/marks";
import { approveComment, hideComment, markThread } from "@/lib/annotations/moderation";
import { removeComment } from "@/lib/annotations/removal";
import { listUnread, markThreadsSeen } from "@/lib/annotations/unread";
import { db } from "@/lib/db";
import { countUnread } from "@/lib/notifications/queries";
import { getSummary } from "@/lib/notifications/summary";
import { annotate, reply } from "../../support/factories";
import { type DividedClassroom, openDividedClassroom } from "../../support/groups";
import { inboxOf, toldOf } from "../../support/notices";

let room: DividedClassroom;

beforeEach(async () => {
  room = await openDividedClassroom();
});

const RESTRICTIONS = {
  hidden: () => ({ hiddenAt: new Date() }),
  held: () => ({ heldAt: new Date() }),
  private: () => ({ privateToId: room.author.id }),
};
const STATES = Object.keys(RESTRICTIONS) as (keyof typeof RESTRICTIONS)[];

const told = (person: { id: string }) => toldOf(person, room.assignment.id);

/** What is unread for somebody, by every way in which they are told of it. */
async function unreadOf({ id }: { id: string }) {
  const { assignment } = room;
  const { unread } = await listUnread(id, assignment.id);
  const { unseen } = await listMarks(id, assignment.id);
  const { [assignment.id]: activity } = await listActivity(id, [assignment.id]);
  return [unread, unseen, activity?.newCount];
}

async function open(...people: { id: string }[]) {
  for (const { id } of people) await markSeen(id, room.assignment.id, new Date());
}

describe("what is unread", () => {
  test.each(STATES)("is not what is %s, but to those who see it", async (state) => {
    const { classmate, author, instructor, other } = room;
    const { id } = await annotate(author.id, room.assignment, "fox", { says: "A fox." });
    await open(classmate, author, instructor);
    for (const each of [classmate, instructor]) {
      await markThreadsSeen(each.id, room.assignment.id, { ids: [id], agoMs: 0 });
    }
    const { id: commentId } = await reply(other.id, id, "Psst.");
    await db.comment.update({ where: { id: commentId }, data: RESTRICTIONS[state]() });
    expect(await unreadOf(classmate)).toEqual([[], "S", 0]);
    expect(await unreadOf(instructor)).toEqual([[id], "U", 1]);
    expect(await unreadOf(author)).toEqual(state === "private" ? [[id], "U", 1] : [[], "S", 0]);
  });

  test("is for a group what its own people wrote", async () => {
    const { mate, other, instructor } = room;
    await open(mate, other, instructor);
    const marking = { says: "Ours.", audience: "GROUP" } as const;
    const { id } = await annotate(room.author.id, room.assignment, "fox", marking);
    expect(await unreadOf(mate)).toEqual([[id], "U", 1]);
    expect(await unreadOf(instructor)).toEqual([[id], "U", 1]);
    expect(await unreadOf(other)).toEqual([[], "", 0]);
    await markThreadsSeen(other.id, room.assignment.id, { ids: [id], agoMs: 0 });
    expect(await db.threadSeen.count({ where: { annotationId: id } })).toBe(0);
  });
});

describe("an inbox", () => {
  test.each(STATES)("has no longer what has come to be %s", async (state) => {
    const { id } = await annotate(room.classmate.id, room.assignment, "fox", { says: "A fox." });
    const { id: commentId } = await reply(room.other.id, id, "Yes.");
    expect(await countUnread(room.classmate.id)).toBe(1);
    await db.comment.update({ where: { id: commentId }, data: RESTRICTIONS[state]() });
    expect(await inboxOf(room.classmate)).toEqual([]);
    expect(await countUnread(room.classmate.id)).toBe(0);
  });

  test("has a group's threads for as long as one is in it", async () => {
    const marking = { says: "Ours.", audience: "GROUP" } as const;
    const { id } = await annotate(room.mate.id, room.assignment, "fox", marking);
    await reply(room.author.id, id, "Yes.");
    expect(await inboxOf(room.mate)).toHaveLength(1);
    await db.annotation.update({ where: { id }, data: { authorId: room.author.id } });
    await db.groupMembership.updateMany({
      where: { userId: room.mate.id },
      data: { leftAt: new Date() },
    });
    expect(await inboxOf(room.mate)).toEqual([]);
    expect(await countUnread(room.mate.id)).toBe(0);
  });

  test("has what can be read on its first page, however much before it cannot", async () => {
    const { id: readable } = await annotate(room.author.id, room.assignment, "dog", { says: "?" });
    await reply(room.other.id, readable, "Yes.");
    const { author, assignment } = room;
    for (let each = 0; each < 31; each++) {
      const { id } = await annotate(room.other.id, assignment, "fox", { says: "Mine." });
      const told = { userId: author.id, assignmentId: assignment.id, annotationId: id };
      await db.notification.create({ data: { ...told, kind: "FOLLOWED" } });
      await db.annotation.update({ where: { id }, data: { audience: "ONLY_ME" } });
    }
    expect((await inboxOf(author)).map(({ annotationId }) => annotationId)).toEqual([readable]);
  });
});

test("a summary counts what the staff may read, and nothing that is gone", async () => {
  const { author, instructor, assignment } = room;
  const { id } = await annotate(author.id, assignment, "fox", { says: "A fox." });
  for (const state of STATES) {
    const { id: commentId } = await reply(room.other.id, id, "Psst.");
    await db.comment.update({ where: { id: commentId }, data: RESTRICTIONS[state]() });
  }
  await annotate(author.id, assignment, "dog", { says: "Hush.", audience: "ONLY_ME" });
  const gone = await reply(author.id, id, "Never mind.");
  await removeComment(author.id, gone.id, gone.version);
  const summary = await db.$transaction((tx) => getSummary(tx, instructor.id, new Date()));
  expect(summary.postCount).toBe(4);
});

describe("what waits", () => {
  beforeEach(async () => {
    await db.course.update({ where: { id: room.course.id }, data: { holdsFirstPosts: true } });
  });

  test("is told to the staff alone, and to those whom it concerns when it is let in", async () => {
    const { classmate, instructor, assistant, mate } = room;
    const data = { userId: mate.id, assignmentId: room.assignment.id, state: "FOLLOWED" } as const;
    await db.follow.create({ data });
    const { comments } = await annotate(classmate.id, room.assignment, "fox", { says: "A fox." });
    expect(await told(instructor)).toEqual(["HELD"]);
    expect(await told(assistant)).toEqual(["HELD"]);
    for (const person of [mate, classmate, room.other]) expect(await told(person)).toEqual([]);

    await approveComment(assistant.id, comments[0]!.id);
    expect(await told(mate)).toEqual(["FOLLOWED"]);
    expect(await told(classmate)).toEqual(["APPROVED"]);
    expect(await told(room.other)).toEqual([]);
  });

  test("as a reply is told to who began the thread when it is let in", async () => {
    const { id } = await annotate(room.instructor.id, room.assignment, "fox", { says: "Well?" });
    const { id: commentId } = await reply(room.classmate.id, id, "Well!");
    expect(await told(room.instructor)).toEqual(["HELD"]);
    await approveComment(room.assistant.id, commentId);
    expect((await told(room.instructor)).sort()).toEqual(["HELD", "REPLY"]);
  });
});

test("who wrote it is told that it was hidden, and an instructor that a thread is theirs", async () => {
  const { author, instructor, assistant } = room;
  const { id, comments } = await annotate(author.id, room.assignment, "fox", { says: "A fox." });
  await hideComment(assistant.id, comments[0]!.id, { reason: "Off topic." });
  await hideComment(assistant.id, comments[0]!.id, { reason: "Off topic." });
  await markThread(assistant.id, id, "handOver", true);
  expect(await told(author)).toEqual(["HIDDEN"]);
  expect(await told(instructor)).toEqual(["NEEDS_INSTRUCTOR"]);
  for (const person of [assistant, room.classmate]) expect(await told(person)).toEqual([]);
  expect(await inboxOf(author)).toMatchObject([{ notices: [{ kind: "HIDDEN", words: "A fox." }] }]);
});
