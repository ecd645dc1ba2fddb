import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";

import { editComment, postComment } from "@/lib/annotations/comments";
import { followThread } from "@/lib/annotations/following";
import { db } from "@/lib/db";
import { type Classroom, openClassroom } from "../../support/classroom";
import { annotate, reply } from "../../support/factories";
import { toldOf } from "../../support/notices";

let room: Classroom;
let thread: string;

beforeEach(async () => {
  room = await openClassroom();
  thread = (await annotate(room.instructor.id, room.assignment, "fox", { says: "A fox." })).id;
});

const told = (person: { id: string }) => toldOf(person, room.assignment.id);

function naming(...people: { id: string }[]) {
  const text = { type: "text", text: "See here: " };
  const mentions = people.map(({ id }) => ({ type: "mention", attrs: { id, label: "whoever" } }));
  return { type: "doc", content: [{ type: "paragraph", content: [text, ...mentions] }] };
}

async function post(...people: { id: string }[]) {
  const { id } = await postComment(room.author.id, thread, { id: v7(), body: naming(...people) });
  return id;
}

async function edit(id: string, ...people: { id: string }[]) {
  const { version } = await db.comment.findUniqueOrThrow({ where: { id } });
  await editComment(room.author.id, id, version, { body: naming(...people) });
}

const read = (person: { id: string }) =>
  db.notification.updateMany({ where: { userId: person.id }, data: { readAt: new Date() } });

describe("an edit of a comment", () => {
  test("tells whom it mentions now, once, and not whom it mentioned before", async () => {
    const id = await post(room.classmate);
    await read(room.classmate);
    await edit(id, room.classmate, room.assistant);
    await edit(id, room.assistant, room.classmate);
    expect(await told(room.classmate)).toEqual(["MENTION"]);
    expect(await told(room.assistant)).toEqual(["MENTION"]);
    expect(await told(room.author)).toEqual([]);
  });

  test("takes back what was not read of a mention that it takes out, and only that", async () => {
    const id = await post(room.classmate, room.assistant);
    await read(room.assistant);
    await edit(id);
    expect(await told(room.classmate)).toEqual([]);
    expect(await told(room.assistant)).toEqual(["MENTION"]);
    // Who has read it once is not told of the same comment again.
    await edit(id, room.assistant);
    expect(await told(room.assistant)).toEqual(["MENTION"]);
  });

  test("leaves one entry for one comment: what it is without the mention, or with it", async () => {
    await reply(room.classmate.id, thread, "I was here.");
    await db.notification.deleteMany({});
    const id = await post();
    expect(await told(room.classmate)).toEqual(["REPLY"]);
    await edit(id, room.classmate);
    expect(await told(room.classmate)).toEqual(["MENTION"]);
    await edit(id);
    expect(await told(room.classmate)).toEqual(["REPLY"]);
  });

  test("tells nobody who muted the thread, nor of what waits", async () => {
    const id = await post();
    await followThread(room.classmate.id, thread, "MUTED");
    await edit(id, room.classmate);
    expect(await told(room.classmate)).toEqual([]);
    await db.comment.update({ where: { id }, data: { heldAt: new Date() } });
    await edit(id, room.assistant);
    expect(await told(room.assistant)).toEqual([]);
  });

  test("cannot name somebody who may not see it", async () => {
    const hushed = await annotate(room.author.id, room.assignment, "dog", {
      ...{ says: "Hush.", audience: "INSTRUCTORS" },
    });
    const { id } = hushed.comments[0]!;
    await expect(edit(id, room.classmate)).rejects.toMatchObject({ key: "mentionUnseen" });
    expect(await told(room.classmate)).toEqual([]);
  });
});
