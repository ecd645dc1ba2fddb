import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";

import { answerQuestion } from "@/lib/annotations/answers";
import { editComment } from "@/lib/annotations/comments";
import {
  followAssignment,
  followPerson,
  followThread,
  muteVoice,
} from "@/lib/annotations/following";
import { listHistory } from "@/lib/annotations/history";
import { listMarks } from "@/lib/annotations/marks";
import { hideComment } from "@/lib/annotations/moderation";
import { closeThread, openThread } from "@/lib/annotations/opening";
import { getOwn, markThreadSeen, saveThread } from "@/lib/annotations/own";
import { getThread } from "@/lib/annotations/queries";
import { removeComment } from "@/lib/annotations/removal";
import { voteOn } from "@/lib/annotations/votes";
import { Conflict, Forbidden, Invalid, NotFound } from "@/lib/errors";
import { type Classroom, openClassroom } from "../../support/classroom";
import { annotate, bodyOf, reply } from "../../support/factories";
import { follow } from "../../support/live";

let room: Classroom;

beforeEach(async () => {
  room = await openClassroom();
});

const ask = () =>
  annotate(room.author.id, room.assignment, "fox", { kind: "QUESTION", says: "Why a fox?" });

const ownOf = ({ id }: { id: string }) => getOwn(id, room.assignment.id);

describe("a vote", () => {
  test("counts once a person, is told as a number, and can be taken back", async () => {
    const { comments } = await ask();
    const { id } = comments[0]!;
    const live = await follow(room.author.id, room.assignment.id);
    const voters = [room.classmate, room.classmate, room.instructor];
    await Promise.all(voters.map((each) => voteOn(each.id, id, true)));
    await live.until((messages) => messages.length === 2);
    expect(live.messages.at(-1)).toMatchObject({ type: "comment", comment: { voteCount: 2 } });
    expect(JSON.stringify(live.messages)).not.toContain(room.classmate.id);
    expect((await listMarks(room.author.id, room.assignment.id)).voteCounts).toEqual([2]);
    expect((await ownOf(room.classmate)).votedIds).toEqual([id]);
    expect(await voteOn(room.classmate.id, id, false)).toMatchObject({ voteCount: 1 });
    expect(await voteOn(room.classmate.id, id, false)).toMatchObject({ voteCount: 1 });
    expect((await ownOf(room.classmate)).votedIds).toEqual([]);
  });

  test("is not for oneself, nor on what one cannot read", async () => {
    const { comments } = await ask();
    await expect(voteOn(room.author.id, comments[0]!.id, true)).rejects.toThrow(Forbidden);
    await expect(voteOn(room.stranger.id, comments[0]!.id, true)).rejects.toThrow(NotFound);
    await hideComment(room.instructor.id, comments[0]!.id, { reason: "Off topic." });
    await expect(voteOn(room.classmate.id, comments[0]!.id, true)).rejects.toThrow(Forbidden);
  });
});

describe("an answer", () => {
  test("is the reply that the asker or the staff name, until the question is open again", async () => {
    const { id } = await ask();
    const { id: commentId } = await reply(room.classmate.id, id, "Because.");
    for (const { id: userId } of [room.author, room.assistant]) {
      const answered = await answerQuestion(userId, id, { commentId });
      expect(answered).toMatchObject({ answerId: commentId, answeredAt: expect.any(String) });
    }
    expect(await answerQuestion(room.author.id, id, null)).toMatchObject({
      ...{ answerId: null, answeredAt: null },
    });
    await expect(answerQuestion(room.classmate.id, id, { commentId })).rejects.toThrow(Forbidden);
  });

  test("is neither the question itself, nor from elsewhere, nor what not everybody can read", async () => {
    const { id, comments } = await ask();
    const elsewhere = await annotate(room.author.id, room.assignment, "dog", { says: "!" });
    const { id: hidden } = await reply(room.classmate.id, id, "Because.");
    await hideComment(room.instructor.id, hidden, { reason: "Rude." });
    for (const commentId of [comments[0]!.id, elsewhere.comments[0]!.id, hidden, v7()]) {
      await expect(answerQuestion(room.author.id, id, { commentId })).rejects.toThrow(Invalid);
    }
  });
});

describe("what a person notes for themselves", () => {
  test("is there for them, twice or once, and for nobody else", async () => {
    const { id } = await ask();
    const seenAt = new Date("2026-10-05T12:00:00Z");
    for (const isSet of [true, true]) {
      await saveThread(room.classmate.id, id, isSet);
      await followThread(room.classmate.id, id, "MUTED");
      await followAssignment(room.classmate.id, room.assignment.id, "FOLLOWED");
      await muteVoice(room.classmate.id, room.author.id, isSet);
      await markThreadSeen(room.classmate.id, id, seenAt);
    }
    expect(await ownOf(room.classmate)).toEqual({
      votedIds: [],
      savedIds: [id],
      follows: { [id]: "MUTED" },
      follow: "FOLLOWED",
      mutedIds: [room.author.id],
      seenAts: { [id]: seenAt.getTime() },
    });
    const nothing = { votedIds: [], savedIds: [], follows: {}, mutedIds: [], seenAts: {} };
    expect(await ownOf(room.instructor)).toEqual({ ...nothing, follow: null });
    await saveThread(room.classmate.id, id, false);
    await followThread(room.classmate.id, id, null);
    await followAssignment(room.classmate.id, room.assignment.id, null);
    await muteVoice(room.classmate.id, room.author.id, false);
    expect(await ownOf(room.classmate)).toMatchObject({ ...nothing, seenAts: {}, follow: null });
  });

  test("is about what they can read, and people whom they meet", async () => {
    const { id } = await annotate(room.author.id, room.assignment, "fox", { audience: "ONLY_ME" });
    await expect(saveThread(room.classmate.id, id, true)).rejects.toThrow(NotFound);
    await expect(followThread(room.instructor.id, id, "FOLLOWED")).rejects.toThrow(NotFound);
    await expect(markThreadSeen(room.classmate.id, id, new Date())).rejects.toThrow(NotFound);
    await followPerson(room.classmate.id, room.author.id, true);
    for (const { id: personId } of [room.stranger, room.nobody, room.removed]) {
      await expect(followPerson(room.classmate.id, personId, true)).rejects.toThrow(NotFound);
    }
    await expect(followPerson(room.author.id, room.author.id, true)).rejects.toThrow(Invalid);
  });
});

describe("what a comment said before", () => {
  test("is there for everybody who can read what it says now", async () => {
    const { id, comments } = await ask();
    const [opening] = comments;
    await editComment(room.author.id, opening!.id, 1, { body: bodyOf("Why two foxes?") });
    await editComment(room.author.id, opening!.id, 2, { body: bodyOf("Why three foxes?") });
    const history = await listHistory(room.classmate.id, opening!.id);
    expect(history.map(({ body }) => body)).toEqual([
      bodyOf("Why two foxes?"),
      bodyOf("Why a fox?"),
    ]);
    await expect(listHistory(room.stranger.id, opening!.id)).rejects.toThrow(NotFound);
    await hideComment(room.instructor.id, opening!.id, { reason: "Too many foxes." });
    await expect(listHistory(room.classmate.id, opening!.id)).rejects.toThrow(NotFound);
    expect(await listHistory(room.author.id, opening!.id)).toHaveLength(2);
    const { comments: now } = await getThread(room.author.id, id);
    await removeComment(room.author.id, opening!.id, now[0]!.version);
    const looking = listHistory(room.instructor.id, opening!.id);
    await expect(looking).rejects.toThrow(NotFound);
  });
});

describe("a highlight", () => {
  const input = () => ({ kind: "QUESTION" as const, comment: { id: v7(), body: bodyOf("Why?") } });

  test("becomes a question by its opening words, once however often it is sent", async () => {
    const { id, version } = await annotate(room.author.id, room.assignment, "fox");
    const opening = input();
    const opened = await openThread(room.author.id, id, version, opening);
    expect(opened).toMatchObject({
      kind: "QUESTION",
      commentCount: 1,
      comments: [{ isOpening: true }],
    });
    expect(await openThread(room.author.id, id, version, opening)).toEqual(opened);
    const again = openThread(room.author.id, id, opened.version, input());
    await expect(again).rejects.toThrow(Conflict);
    await reply(room.classmate.id, id, "Because.");
  });

  test("is what is left of a comment that nobody answered", async () => {
    const asked = await ask();
    const mark = await closeThread(room.author.id, asked.id, asked.version);
    expect(mark).toMatchObject({ kind: "HIGHLIGHT", commentCount: 0 });
    const opened = await openThread(room.author.id, asked.id, mark.version, input());
    expect(opened.comments.filter(({ isOpening }) => isOpening)).toHaveLength(1);
    await reply(room.classmate.id, asked.id, "Because.");
    const closing = closeThread(room.author.id, asked.id, opened.version);
    await expect(closing).rejects.toMatchObject({ key: "hasReplies" });
  });

  test("is changed by its author alone, and needs a passage", async () => {
    const { id, version } = await ask();
    await expect(closeThread(room.instructor.id, id, version)).rejects.toThrow(Forbidden);
    const whole = await annotate(room.author.id, room.assignment, null, { says: "A fable." });
    const closing = closeThread(room.author.id, whole.id, whole.version);
    await expect(closing).rejects.toThrow(Invalid);
  });
});
