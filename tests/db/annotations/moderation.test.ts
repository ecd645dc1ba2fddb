import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";

import { editComment, postComment } from "@/lib/annotations/comments";
import { listMarks } from "@/lib/annotations/marks";
import {
  approveComment,
  hideComment,
  markThread,
  pickComment,
  showComment,
} from "@/lib/annotations/moderation";
import { getThread, listComments } from "@/lib/annotations/queries";
import { pauseDiscussion } from "@/lib/assignments/discussion";
import { db } from "@/lib/db";
import { Forbidden, NotFound } from "@/lib/errors";
import { annotate, bodyOf, reply } from "../../support/factories";
import { DIVIDED, type DividedClassroom, openDividedClassroom } from "../../support/groups";
import { follow } from "../../support/live";
import { outcomeOf } from "../../support/outcome";

let room: DividedClassroom;

beforeEach(async () => {
  room = await openDividedClassroom();
});

const ask = () =>
  annotate(room.author.id, room.assignment, "fox", { kind: "QUESTION", says: "Why a fox?" });

async function bodiesOf(id: string) {
  const seen = DIVIDED.map(async (name) => {
    const { comments } = await getThread(room.people[name].id, id);
    return [name, comments.map(({ body }) => body !== null)] as const;
  });
  return Object.fromEntries(await Promise.all(seen));
}

describe("the staff, and nobody else,", () => {
  const acts = {
    pin: (userId, thread) => markThread(userId, thread.id, "pin", true),
    lock: (userId, thread) => markThread(userId, thread.id, "lock", true),
    "hand over": (userId, thread) => markThread(userId, thread.id, "handOver", true),
    pick: (userId, thread) => pickComment(userId, thread.comments[0]!.id, true),
    hide: (userId, thread) => hideComment(userId, thread.comments[0]!.id, { reason: "Off topic." }),
    show: (userId, thread) => showComment(userId, thread.comments[0]!.id),
  } satisfies Record<
    string,
    (userId: string, thread: Awaited<ReturnType<typeof ask>>) => Promise<unknown>
  >;

  test.each(Object.keys(acts) as (keyof typeof acts)[])("may %s", async (act) => {
    for (const [name, { id }] of Object.entries(room.people)) {
      const outcome = await outcomeOf(acts[act](id, await ask()));
      const isStaff = name === "instructor" || name === "assistant";
      const isMember = (DIVIDED as readonly string[]).includes(name);
      const refused = isMember ? "Forbidden" : "NotFound";
      expect(`${name}: ${outcome}`).toBe(`${name}: ${isStaff ? "done" : refused}`);
    }
  });
});

test("doing it twice is doing it once, and tells nobody again", async () => {
  const { id } = await ask();
  const ben = await follow(room.classmate.id, room.assignment.id);
  const once = await markThread(room.instructor.id, id, "pin", true);
  const twice = await markThread(room.assistant.id, id, "pin", true);
  expect(twice).toEqual(once);
  expect((await listMarks(room.classmate.id, room.assignment.id)).pinned).toBe("1");
  await markThread(room.instructor.id, id, "pin", false);
  await ben.until((messages) => messages.length === 2);
  expect(ben.messages).toMatchObject([
    { type: "thread", thread: { isPinned: true } },
    { type: "thread", thread: { isPinned: false } },
  ]);
});

test("that a thread was handed over is the staff's business", async () => {
  const { id } = await ask();
  await markThread(room.assistant.id, id, "handOver", true);
  expect((await getThread(room.instructor.id, id)).needsInstructor).toBe(true);
  expect((await getThread(room.author.id, id)).needsInstructor).toBe(false);
});

describe("a hidden comment", () => {
  test("keeps its place, and its words for its author and the staff, who are told why", async () => {
    const { id } = await ask();
    const { id: commentId } = await reply(room.classmate.id, id, "Silly question.");
    await hideComment(room.instructor.id, commentId, { reason: "Be kind." });
    expect(await bodiesOf(id)).toEqual({
      ...{ author: [true, false], mate: [true, false], other: [true, false] },
      ...{ classmate: [true, true], instructor: [true, true], assistant: [true, true] },
    });
    const [, own] = (await getThread(room.classmate.id, id)).comments;
    expect(own).toMatchObject({ isHidden: true, hiddenReason: "Be kind." });
    const [, others] = (await getThread(room.mate.id, id)).comments;
    expect(others).toMatchObject({ isHidden: true, hiddenReason: null, author: null });
    expect(await db.auditEntry.count({ where: { targetId: commentId, action: "hide" } })).toBe(1);
    await showComment(room.assistant.id, commentId);
    expect((await bodiesOf(id)).mate).toEqual([true, true]);
  });
});

describe("a locked thread, or a paused discussion,", () => {
  test.each(["lock", "pause"])(
    "can be read by all and written in by the staff: %s",
    async (how) => {
      const { id, comments } = await ask();
      if (how === "lock") await markThread(room.instructor.id, id, "lock", true);
      else await pauseDiscussion(room.instructor.id, room.assignment.id, { isPaused: true });
      await expect(reply(room.classmate.id, id, "But …")).rejects.toThrow(Forbidden);
      const edit = { body: bodyOf("Never mind.") };
      await expect(editComment(room.author.id, comments[0]!.id, 1, edit)).rejects.toThrow(
        Forbidden,
      );
      await reply(room.assistant.id, id, "Let us go on in class.");
      const { can, comments: seen } = await getThread(room.classmate.id, id);
      expect(can).toMatchObject({ read: true, reply: false });
      expect(seen).toHaveLength(2);
    },
  );

  test("leaves notes for oneself alone", async () => {
    await pauseDiscussion(room.instructor.id, room.assignment.id, { isPaused: true });
    const note = { audience: "ONLY_ME", says: "Later." } as const;
    const { id } = await annotate(room.author.id, room.assignment, "fox", note);
    await reply(room.author.id, id, "Still later.");
    await expect(ask()).rejects.toMatchObject({ key: "discussionPaused" });
  });

  test("is told to whoever has it open", async () => {
    const ben = await follow(room.classmate.id, room.assignment.id);
    await pauseDiscussion(room.instructor.id, room.assignment.id, { isPaused: true });
    await ben.until((messages) => messages.length === 1);
    expect(ben.messages).toEqual([{ type: "assignment", isPaused: true }]);
    const changing = pauseDiscussion(room.assistant.id, room.assignment.id, { isPaused: false });
    await expect(changing).rejects.toThrow(Forbidden);
  });
});

describe("a private reply", () => {
  test("is seen by the staff and by whom it answers, and counted for nobody else", async () => {
    const { id, comments } = await ask();
    const live = await follow(room.mate.id, room.assignment.id);
    const input = { id: v7(), body: bodyOf("Come and see me."), privateTo: comments[0]!.id };
    await postComment(room.instructor.id, id, input);
    const answer = { id: v7(), body: bodyOf("I will."), privateTo: input.id };
    await postComment(room.author.id, id, answer);
    await reply(room.instructor.id, id, "To all: see page two.");
    await live.until((messages) => messages.length === 1);
    for (const name of DIVIDED) {
      const thread = await getThread(room.people[name].id, id);
      const isIn = ["author", "instructor", "assistant"].includes(name);
      expect([name, thread.commentCount]).toEqual([name, isIn ? 4 : 2]);
      expect(thread.comments).toHaveLength(isIn ? 4 : 2);
      const { rows } = await listComments(room.people[name].id, id, { limit: 1 });
      expect(rows).toHaveLength(1);
      const { commentCounts } = await listMarks(room.people[name].id, room.assignment.id);
      expect(commentCounts).toEqual([isIn ? 4 : 2]);
    }
    expect(live.messages).toMatchObject([{ annotation: { commentCount: 2 } }]);
  });

  test("is for the staff to begin", async () => {
    const { id, comments } = await ask();
    const input = { id: v7(), body: bodyOf("Psst."), privateTo: comments[0]!.id };
    await expect(postComment(room.classmate.id, id, input)).rejects.toThrow(Forbidden);
  });
});

describe("in a course that wants to see first posts", () => {
  beforeEach(async () => {
    await db.course.update({ where: { id: room.course.id }, data: { holdsFirstPosts: true } });
  });

  test("a student's thread waits for the staff, and then is there for all", async () => {
    const ben = await follow(room.classmate.id, room.assignment.id);
    const { id, comments, isHeld } = await ask();
    expect(isHeld).toBe(true);
    await expect(getThread(room.classmate.id, id)).rejects.toThrow(NotFound);
    expect((await getThread(room.instructor.id, id)).isHeld).toBe(true);
    await approveComment(room.assistant.id, comments[0]!.id);
    await ben.until((messages) => messages.length === 1);
    expect(ben.messages).toMatchObject([{ type: "thread", thread: { id, commentCount: 1 } }]);
    expect((await ask()).isHeld).toBe(false);
  });

  test("a student's reply waits, and nobody hears of it meanwhile", async () => {
    const { id } = await annotate(room.instructor.id, room.assignment, "fox", { says: "Well?" });
    const mate = await follow(room.mate.id, room.assignment.id);
    const { id: commentId } = await reply(room.classmate.id, id, "Well!");
    expect((await getThread(room.mate.id, id)).comments).toHaveLength(1);
    expect((await getThread(room.classmate.id, id)).commentCount).toBe(2);
    await approveComment(room.instructor.id, commentId);
    await mate.until((messages) => messages.length === 1);
    expect(mate.messages).toMatchObject([{ type: "comment", comment: { id: commentId } }]);
    expect((await getThread(room.mate.id, id)).commentCount).toBe(2);
  });

  test("what is for oneself or the staff does not wait", async () => {
    for (const audience of ["ONLY_ME", "INSTRUCTORS"] as const) {
      const marking = { says: "Hm.", audience };
      expect((await annotate(room.author.id, room.assignment, "fox", marking)).isHeld).toBe(false);
    }
  });
});
