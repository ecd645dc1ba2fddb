import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";

import { listActivity } from "@/lib/annotations/activity";
import { reattach } from "@/lib/annotations/anchor";
import { editComment, postComment } from "@/lib/annotations/comments";
import { getDiscussion } from "@/lib/annotations/discussion";
import { listHistory } from "@/lib/annotations/history";
import { listMarks } from "@/lib/annotations/marks";
import { listMentionable } from "@/lib/annotations/mentions";
import { createAnnotation } from "@/lib/annotations/mutations";
import { getOwn } from "@/lib/annotations/own";
import { getComment, getThread, listComments, listThreads } from "@/lib/annotations/queries";
import { listTags } from "@/lib/annotations/tags";
import { voteOn } from "@/lib/annotations/votes";
import { getAssignment } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import { Invalid } from "@/lib/errors";
import { annotationOf, bodyOf, createAssignment } from "../../support/factories";
import { allowAnonymity, type DividedClassroom, openDividedClassroom } from "../../support/groups";
import { follow } from "../../support/live";

let room: DividedClassroom;

beforeEach(async () => {
  room = await openDividedClassroom();
  await allowAnonymity(room.assignment.id);
});

/** What Ada writes without her name. */
function whisper(quote = "brown fox", assignment = room.assignment) {
  const input = annotationOf(assignment, quote, { says: "I am lost.", kind: "QUESTION" });
  return createAnnotation(room.author.id, assignment.id, { ...input, isAnonymous: true });
}

function replyAs(userId: string, annotationId: string, isAnonymous = false) {
  return postComment(userId, annotationId, { id: v7(), body: bodyOf("Me again."), isAnonymous });
}

async function voiceOf(userId: string) {
  const assignmentId = room.assignment.id;
  return db.pseudonym.findUniqueOrThrow({
    where: { assignmentId_userId: { assignmentId, userId } },
  });
}

describe("an anonymous post", () => {
  test("tells classmates neither the name nor the id of its author, by any door", async () => {
    const { author, classmate, assignment } = room;
    const live = await follow(classmate.id, assignment.id);
    const { id, comments, version } = await whisper();
    const reply = await replyAs(author.id, id, true);
    await editComment(author.id, reply.id, 1, { body: bodyOf("Me, once more.") });
    await voteOn(classmate.id, reply.id, true);
    await db.anchor.updateMany({ where: { annotationId: id }, data: { state: "DETACHED" } });
    const { revisionId } = assignment;
    await reattach(author.id, id, version, { revisionId, start: 0, end: 9 });
    await live.until((messages) => messages.length >= 5);

    const left = [
      await getThread(classmate.id, id),
      await listThreads(classmate.id, assignment.id, { limit: 50 }),
      await listComments(classmate.id, id, { limit: 50 }),
      await getComment(classmate.id, comments[0]!.id),
      await listHistory(classmate.id, reply.id),
      await listMarks(classmate.id, assignment.id),
      await getDiscussion(classmate.id, assignment.id, 0),
      await listTags(classmate.id, assignment.id, { q: "" }),
      await getAssignment(classmate.id, assignment.id),
      await getOwn(classmate.id, assignment.id),
      await listActivity(classmate.id, [assignment.id]),
      live.messages,
    ];
    const { name, key } = await voiceOf(author.id);
    const sent = JSON.stringify(left);
    expect(sent).not.toContain(author.id);
    expect(sent).not.toContain('"Ada"');
    expect(sent).toContain(name);
    expect(sent).toContain(key);
  });

  test("is recognisably of one voice in its thread and in the assignment", async () => {
    const { id, author } = await whisper();
    await replyAs(room.author.id, id, true);
    const { comments } = await getThread(room.classmate.id, id);
    const other = await whisper("lazy dog");
    const seen = await getThread(room.classmate.id, other.id);
    const { key } = await voiceOf(room.author.id);
    expect(comments.map((comment) => comment.author?.id)).toEqual([key, key]);
    expect(seen.author.id).toBe(key);
    expect(author.id).toBe(room.author.id);
  });

  test("cannot be joined with what its author writes under their name, or elsewhere", async () => {
    const elsewhere = await createAssignment(room.course.id);
    await allowAnonymity(elsewhere.id);
    const here = await getThread(room.classmate.id, (await whisper()).id);
    const there = await getThread(room.classmate.id, (await whisper("brown fox", elsewhere)).id);
    expect(there.author.id).not.toBe(here.author.id);
    await replyAs(room.author.id, here.id);
    const { comments } = await getThread(room.classmate.id, here.id);
    expect(comments.map((comment) => comment.author?.pseudonym === null)).toEqual([false, true]);
    const { authors } = await listMarks(room.classmate.id, room.assignment.id);
    expect(authors.map(({ id }) => id)).toEqual([here.author.id]);
  });

  test("names its author to the staff and to themselves, with the name that others see", async () => {
    const { id } = await whisper();
    const { name } = await voiceOf(room.author.id);
    for (const person of [room.author, room.instructor, room.assistant]) {
      const { author, comments } = await getThread(person.id, id);
      expect(author).toMatchObject({ id: room.author.id, name: "Ada", pseudonym: name });
      expect(comments[0]!.author).toEqual(author);
    }
  });

  test("is refused where the assignment does not allow it, and from the staff", async () => {
    const { author, instructor, assignment } = room;
    const input = { ...annotationOf(assignment, "fox"), isAnonymous: true };
    const byStaff = createAnnotation(instructor.id, assignment.id, input);
    await expect(byStaff).rejects.toMatchObject({ key: "anonymityOfStaff" });
    const thread = await whisper();
    await db.assignment.update({
      where: { id: assignment.id },
      data: { anonymityAllowed: false },
    });
    await expect(createAnnotation(author.id, assignment.id, input)).rejects.toThrow(Invalid);
    await expect(replyAs(author.id, thread.id, true)).rejects.toThrow(Invalid);
    expect((await getThread(room.classmate.id, thread.id)).author.name).not.toBe("Ada");
  });
});

describe("who can be mentioned", () => {
  test("is a voice by its pseudonym, and its owner by name no more and no less than before", async () => {
    const { author, classmate, assignment } = room;
    const named = await createAnnotation(author.id, assignment.id, {
      ...annotationOf(assignment, "fox", { says: "Named." }),
    });
    const before = await listMentionable(classmate.id, named.id, { q: "" });
    const { id } = await whisper();
    const { key, name } = await voiceOf(author.id);
    const after = await listMentionable(classmate.id, id, { q: "" });
    expect(after.filter((each) => each.id !== key)).toEqual(before);
    expect(after).toContainEqual({ id: key, name });
  });

  test("is stored as the account, and read by classmates as the voice", async () => {
    const { author, classmate } = room;
    const { id } = await whisper();
    const { key, name } = await voiceOf(author.id);
    const mention = { type: "mention", attrs: { id: key, label: "Ada" } };
    const body = { type: "doc", content: [{ type: "paragraph", content: [mention] }] };
    const comment = await postComment(classmate.id, id, { id: v7(), body });
    expect(JSON.stringify(comment.body)).toContain(`"label":"${name}"`);
    expect(JSON.stringify(comment.body)).not.toContain("Ada");
    expect(await db.mention.findMany({ where: { commentId: comment.id } })).toMatchObject([
      { userId: author.id },
    ]);
  });
});

test("people who write anonymously at the same moment get a name of their own each", async () => {
  const { author, mate, classmate, other, assignment } = room;
  const people = [author, author, mate, classmate, other];
  await Promise.all(
    people.map(({ id }) =>
      createAnnotation(id, assignment.id, {
        ...annotationOf(assignment, "fox", { says: "!" }),
        isAnonymous: true,
      }),
    ),
  );
  const voices = await db.pseudonym.findMany({ where: { assignmentId: assignment.id } });
  expect(voices).toHaveLength(4);
  expect(new Set(voices.map(({ name }) => name)).size).toBe(4);
});
