import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { editComment, postComment } from "@/lib/annotations/comments";
import { getComment, getThread } from "@/lib/annotations/queries";
import { removeComment } from "@/lib/annotations/removal";
import { db } from "@/lib/db";
import { type Classroom, openClassroom } from "../../support/classroom";
import { annotate, bodyOf, reply } from "../../support/factories";

let room: Classroom;
let threadId: string;

beforeEach(async () => {
  room = await openClassroom();
  ({ id: threadId } = await annotate(room.author.id, room.assignment, "fox", { says: "Why?" }));
});

const deep = (depth: number): unknown =>
  depth === 0 ? bodyOf("Deep.").content[0] : { type: "blockquote", content: [deep(depth - 1)] };

const unfit: [string, unknown, string][] = [
  ["nothing", undefined, "bodyInvalid"],
  ["no words", bodyOf(" "), "bodyMissing"],
  ["HTML", "<p>Because.</p>", "bodyInvalid"],
  [
    "a node that comments do not know",
    { type: "doc", content: [{ type: "image" }] },
    "bodyInvalid",
  ],
  ["a script for a link", linking("javascript:alert(1)"), "bodyInvalid"],
  ["more than 20,000 characters", bodyOf("a".repeat(20_001)), "bodyTooLong"],
  ["quotes in quotes 250 deep", { type: "doc", content: [deep(250)] }, "bodyTooDeep"],
  ["a NUL", bodyOf("a\0b"), "bodyInvalid"],
  ["half a character", bodyOf("\ud83e"), "bodyInvalid"],
];

function linking(href: string) {
  const marks = [{ type: "link", attrs: { href } }];
  const text = { type: "text", text: "here", marks };
  return { type: "doc", content: [{ type: "paragraph", content: [text] }] };
}

describe("a reply", () => {
  test("is counted, said in the thread and told with its author", async () => {
    const comment = await reply(room.instructor.id, threadId, "Because foxes are quick.");
    expect(comment).toMatchObject({
      annotationId: threadId,
      author: { name: "Teacher", isStaff: true },
      body: bodyOf("Because foxes are quick."),
      isOpening: false,
      version: 1,
    });
    const thread = await getThread(room.author.id, threadId);
    expect(thread.commentCount).toBe(2);
    expect(thread.comments.map(({ id }) => id)).toEqual([thread.comments[0]?.id, comment.id]);
    const stored = await db.comment.findUniqueOrThrow({ where: { id: comment.id } });
    expect(stored).toMatchObject({ text: "Because foxes are quick.", wordCount: 4 });
  });

  test.each(unfit)(
    "with %s is refused at its body, and nothing is stored",
    async (_, body, key) => {
      const refusal = { name: "Invalid", key, details: { field: "body" } };
      const posting = postComment(room.classmate.id, threadId, { id: v7(), body });
      await expect(posting).rejects.toMatchObject(refusal);
      expect((await getThread(room.author.id, threadId)).commentCount).toBe(1);
      expect(await db.event.count({ where: { annotationId: threadId } })).toBe(1);
    },
  );

  test("may be as long as the limit", async () => {
    const { body } = await reply(room.classmate.id, threadId, "a".repeat(20_000));
    expect(body).toEqual(bodyOf("a".repeat(20_000)));
  });

  test("loses what its schema does not know", async () => {
    const [paragraph] = bodyOf("Because.").content;
    const content = [{ ...paragraph, attrs: { onclick: "alert(1)" }, secret: 1 }];
    const body = { type: "doc", content };
    const comment = await postComment(room.classmate.id, threadId, { id: v7(), body });
    expect(comment.body).toEqual(bodyOf("Because."));
  });
});

describe("an edit", () => {
  test("replaces the words, says that it did, and keeps the earlier ones", async () => {
    const before = await reply(room.classmate.id, threadId, "Because.");
    const edit = (words: string, version: number) =>
      editComment(room.classmate.id, before.id, version, { body: bodyOf(words) });

    const once = await edit("Because foxes are quick.", before.version);
    expect(before.editedAt).toBeNull();
    expect(once).toMatchObject({ body: bodyOf("Because foxes are quick."), version: 2 });
    expect(once.editedAt).not.toBeNull();
    await edit("Foxes are quick.", once.version);

    const stored = await db.comment.findUniqueOrThrow({
      where: { id: before.id },
      include: { edits: { orderBy: { createdAt: "asc" } } },
    });
    expect(stored).toMatchObject({ text: "Foxes are quick.", wordCount: 3 });
    const words = ["Because.", "Because foxes are quick."];
    expect(stored.edits.map(({ text }) => text)).toEqual(words);
    expect(stored.edits.map(({ body }) => body)).toEqual(words.map(bodyOf));
    expect((await getThread(room.author.id, threadId)).commentCount).toBe(2);
  });

  test.each(unfit)("to %s is refused, and the comment stays", async (_, body, key) => {
    const { id, version } = await reply(room.classmate.id, threadId, "Because.");
    const editing = editComment(room.classmate.id, id, version, { body });
    await expect(editing).rejects.toMatchObject({
      name: "Invalid",
      key,
      details: { field: "body" },
    });
    expect(await getComment(room.classmate.id, id)).toMatchObject({ version, editedAt: null });
  });

  test.each([0, 2, 1_000])(
    "of version %i, which is not the present one, is stale",
    async (version) => {
      const { id } = await reply(room.classmate.id, threadId, "Because.");
      const editing = editComment(room.classmate.id, id, version, { body: bodyOf("Late.") });
      await expect(editing).rejects.toMatchObject({ name: "Stale" });
      expect(await db.commentEdit.count({ where: { commentId: id } })).toBe(0);
    },
  );

  test("wins over another one at the same time, which is stale and leaves no trace", async () => {
    const { id, version } = await reply(room.classmate.id, threadId, "Because.");
    const outcomes = await Promise.allSettled(
      ["One tab.", "Another tab."].map((words) =>
        editComment(room.classmate.id, id, version, { body: bodyOf(words) }),
      ),
    );
    const [won] = outcomes.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    const [lost] = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(lost).toMatchObject({ name: "Stale" });
    expect(await getComment(room.classmate.id, id)).toEqual(won);
    expect(await db.commentEdit.count({ where: { commentId: id } })).toBe(1);
    // The opening, the reply and one edit.
    expect(await db.event.count({ where: { annotationId: threadId } })).toBe(3);
  });
});

test("a removed classmate's words stay, with their name", async () => {
  const { id } = await reply(room.classmate.id, threadId, "Because.");
  const where = { courseId_userId: { courseId: room.course.id, userId: room.classmate.id } };
  await db.enrolment.update({ where, data: { status: "REMOVED" } });
  const comment = await getComment(room.author.id, id);
  expect(comment).toMatchObject({ body: bodyOf("Because."), author: { name: "Ben" } });
});

test("the words and the author of a deleted reply are gone for everybody", async () => {
  const { id, version } = await reply(room.classmate.id, threadId, "Because.");
  await removeComment(room.classmate.id, id, version);
  for (const reader of [room.classmate, room.author, room.instructor]) {
    const placeholder = await getComment(reader.id, id);
    expect(placeholder).toMatchObject({
      isDeleted: true,
      body: null,
      author: null,
      editedAt: null,
    });
    expect(JSON.stringify(await getThread(reader.id, threadId))).not.toContain("Because.");
  }
});
