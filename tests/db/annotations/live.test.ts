import { beforeEach, describe, expect, test } from "vitest";

import { editComment } from "@/lib/annotations/comments";
import { getLiveCursor, openLive } from "@/lib/annotations/live";
import { changeAnnotation } from "@/lib/annotations/mutations";
import { getThread } from "@/lib/annotations/queries";
import {
  removeAnnotation,
  removeComment,
  restoreAnnotation,
  restoreComment,
} from "@/lib/annotations/removal";
import { NotFound } from "@/lib/errors";
import { type Classroom, openClassroom } from "../../support/classroom";
import { annotate, bodyOf, reply } from "../../support/factories";
import { type Follower, follow, spokenOf } from "../../support/live";
import { MEMBERS, READERS, THINGS, wordsFor } from "../../support/things";

let room: Classroom;

beforeEach(async () => {
  room = await openClassroom();
});

function isTold(id: string) {
  return ({ messages }: Follower) => messages.some((each) => spokenOf([each])[0] === id);
}

/** Waits until a highlight that everybody may see has reached all of them: what was before it has, too. */
async function settle(followers: Follower[]) {
  const { id } = await annotate(room.author.id, room.assignment, "dog");
  await Promise.all(followers.map((each) => each.until(() => isTold(id)(each))));
}

describe("a member who has the reading open", () => {
  let ben: Follower;

  beforeEach(async () => {
    ben = await follow(room.classmate.id, room.assignment.id);
  });

  test("is told of a thread as it would be read", async () => {
    const { id } = await annotate(room.author.id, room.assignment, "fox", { says: "Why?" });
    await ben.until((messages) => messages.length === 1);
    expect(ben.messages).toEqual([
      { type: "thread", thread: await getThread(room.classmate.id, id) },
    ]);
  });

  test("is told of replies, edits, answers and deletions in their order", async () => {
    const { id } = await annotate(room.author.id, room.assignment, "fox", {
      kind: "QUESTION",
      says: "Why?",
    });
    const { id: replyId, version } = await reply(room.instructor.id, id, "Because.");
    await ben.until((messages) => messages.length === 2);
    const edited = await editComment(room.instructor.id, replyId, version, {
      body: bodyOf("Because foxes are quick."),
    });
    await ben.until((messages) => messages.length === 3);
    await changeAnnotation(room.author.id, id, 1, { isAnswered: true });
    await ben.until((messages) => messages.length === 4);
    await removeComment(room.instructor.id, replyId, edited.version);
    await ben.until((messages) => messages.length === 5);
    await restoreComment(room.instructor.id, replyId);
    await ben.until((messages) => messages.length === 6);
    const { version: last } = await getThread(room.author.id, id);
    await removeComment(room.instructor.id, replyId, edited.version + 2);
    await removeAnnotation(room.author.id, id, last);
    await ben.until((messages) => messages.some(({ type }) => type === "removed"));
    await restoreAnnotation(room.author.id, id);
    await ben.until((messages) => messages.at(-1)?.type === "thread");

    expect(ben.messages.slice(0, 6)).toMatchObject([
      { type: "thread", thread: { id } },
      { type: "comment", comment: { id: replyId }, annotation: { id, commentCount: 2 } },
      { type: "comment", comment: { body: bodyOf("Because foxes are quick."), version: 2 } },
      { type: "thread", thread: { answeredAt: expect.any(String) } },
      { type: "comment", comment: { isDeleted: true, body: null, author: null } },
      { type: "thread", thread: { commentCount: 2 } },
    ]);
  });

  test("gets what they may do, not what the author may", async () => {
    await annotate(room.author.id, room.assignment, "fox", { says: "Why?" });
    await ben.until((messages) => messages.length === 1);
    expect(ben.messages[0]).toMatchObject({
      thread: { can: { remove: false }, comments: [{ can: { edit: false, remove: false } }] },
    });
  });

  test("hears nothing of another assignment", async () => {
    const elsewhere = await openClassroom();
    await annotate(elsewhere.author.id, elsewhere.assignment, "fox");
    await settle([ben]);
    expect(ben.messages).toHaveLength(1);
  });
});

describe("live messages", () => {
  test("reach exactly the audience of what they speak of", async () => {
    const followers = await Promise.all(
      MEMBERS.map(async (name) => ({
        name,
        follower: await follow(room.people[name].id, room.assignment.id),
      })),
    );
    for (const thing of THINGS) {
      const { id } = await annotate(room.author.id, room.assignment, "fox", {
        ...thing,
        ...wordsFor(thing),
      });
      await settle(followers.map(({ follower }) => follower));
      const told = followers.filter(({ follower }) => isTold(id)(follower));
      expect(told.map(({ name }) => name)).toEqual(READERS[thing.audience]);
    }
  });

  test("never say a word of a private note: not that it was written, edited, answered or deleted", async () => {
    const others = await Promise.all(
      [room.classmate, room.instructor, room.assistant].map(({ id }) =>
        follow(id, room.assignment.id),
      ),
    );
    const note = await annotate(room.author.id, room.assignment, "fox", {
      kind: "QUESTION",
      audience: "ONLY_ME",
      says: "My secret.",
    });
    const [opening] = note.comments;
    await editComment(room.author.id, opening!.id, 1, { body: bodyOf("My other secret.") });
    await reply(room.author.id, note.id, "To myself.");
    const { version } = await changeAnnotation(room.author.id, note.id, 1, { isAnswered: true });
    await removeAnnotation(room.author.id, note.id, version);
    await restoreAnnotation(room.author.id, note.id);
    await settle(others);
    for (const { messages } of others) expect(messages).toHaveLength(1);
  });

  test("of the past and of the present say the same to whoever comes back", async () => {
    const cursor = await getLiveCursor(room.assignment.id);
    const there = await follow(room.classmate.id, room.assignment.id);
    const audiences = ["COURSE", "ONLY_ME", "INSTRUCTORS", "COURSE"] as const;
    for (const audience of audiences) {
      await annotate(room.author.id, room.assignment, "fox", { audience, says: "Why?" });
    }
    await settle([there]);
    const back = await follow(room.classmate.id, room.assignment.id, cursor);
    await back.until((messages) => messages.length === 3);
    expect(back.messages).toEqual(there.messages);
    expect(back.cursor).toBe(there.cursor);
  });
});

test.each(["removed", "stranger", "nobody"] as const)(
  "whoever is %s cannot open a stream, and does not learn that the assignment exists",
  async (name) => {
    const listener = { onMessage: () => {}, onPassing: () => {}, onEnd: () => {} };
    const opening = openLive(room.people[name].id, room.assignment.id, null, listener);
    await expect(opening).rejects.toThrow(NotFound);
  },
);
