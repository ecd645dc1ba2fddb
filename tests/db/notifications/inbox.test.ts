import { beforeEach, describe, expect, test } from "vitest";

import { removeComment } from "@/lib/annotations/removal";
import { db } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import { changeInbox } from "@/lib/notifications/mutations";
import { countUnread, listInbox } from "@/lib/notifications/queries";
import { type Classroom, openClassroom, removeFrom } from "../../support/classroom";
import { annotate, createAssignment, createCourse, enrol, reply } from "../../support/factories";
import { inboxOf } from "../../support/notices";
import { countQueries } from "../../support/queries";

let room: Classroom;

beforeEach(async () => {
  room = await openClassroom();
});

/** A thread of Ada's in which Ben wrote. */
async function talk(quote: string, words = "Yes.") {
  const { id } = await annotate(room.author.id, room.assignment, quote, { says: `The ${quote}.` });
  const comment = await reply(room.classmate.id, id, words);
  return { id, comment };
}

describe("an inbox", () => {
  test("holds threads, the latest first, with who wrote what", async () => {
    const fox = await talk("fox");
    const dog = await talk("dog");
    await reply(room.assistant.id, fox.id, "Both right.");

    const threads = await inboxOf(room.author);
    expect(threads.map(({ annotationId }) => annotationId)).toEqual([fox.id, dog.id]);
    expect(threads[0]).toMatchObject({
      courseTitle: room.course.title,
      quote: "fox",
      isUnread: true,
      notices: [
        { kind: "REPLY", author: { name: "Ben", isStaff: false }, words: "Yes." },
        { kind: "REPLY", author: { name: "Assistant", isStaff: true }, words: "Both right." },
      ],
    });
    expect(await countUnread(room.author.id)).toBe(2);
  });

  test("is over all courses, with each person as that course knows them", async () => {
    await talk("fox");
    const other = await createCourse({ title: "Logic" });
    await enrol(other.id, room.author.id);
    await enrol(other.id, room.classmate.id, "INSTRUCTOR");
    const assignment = await createAssignment(other.id);
    const { id } = await annotate(room.author.id, assignment, "fox", { says: "Here too." });
    await reply(room.classmate.id, id, "Indeed.");

    const threads = await inboxOf(room.author);
    expect(threads.map((each) => [each.courseTitle, each.notices[0]?.author?.isStaff])).toEqual([
      ["Logic", true],
      [room.course.title, false],
    ]);
  });

  test("shows what may be read now, whatever one was told of when", async () => {
    const { comment } = await talk("fox");
    await talk("dog");
    await removeComment(room.classmate.id, comment.id, comment.version);
    expect((await inboxOf(room.author)).map(({ quote }) => quote)).toEqual(["dog"]);
    expect(await countUnread(room.author.id)).toBe(1);

    await removeFrom(room.course.id, room.author.id);
    expect(await inboxOf(room.author)).toEqual([]);
    expect(await countUnread(room.author.id)).toBe(0);
  });

  test("does not show a thread that became private to somebody else", async () => {
    const { id } = await annotate(room.classmate.id, room.assignment, "fox", { says: "Mine." });
    await reply(room.author.id, id, "Good.");
    await reply(room.classmate.id, id, "Thanks.");
    await db.annotation.update({ where: { id }, data: { audience: "INSTRUCTORS" } });
    expect(await inboxOf(room.author)).toEqual([]);
    expect(await countUnread(room.author.id)).toBe(0);
  });

  test("can be narrowed, and pages go on where the last one ended", async () => {
    await talk("fox");
    expect(await inboxOf(room.author, "replies")).toHaveLength(1);
    expect(await inboxOf(room.author, "mentions")).toEqual([]);

    await db.notification.createMany({
      data: await Promise.all(
        Array.from({ length: 40 }, async () => {
          const { id: annotationId } = await annotate(room.author.id, room.assignment, "dog");
          const { id: assignmentId } = room.assignment;
          return { userId: room.author.id, kind: "HIDDEN" as const, assignmentId, annotationId };
        }),
      ),
    });
    const first = await listInbox(room.author.id, { show: "all" });
    expect(first.threads).toHaveLength(30);
    const cursor = first.nextCursor ?? "";
    const second = await listInbox(room.author.id, { show: "all", cursor });
    expect(second.threads).toHaveLength(11);
    expect(second.nextCursor).toBeNull();
    const all = [...first.threads, ...second.threads].map(({ annotationId }) => annotationId);
    expect(new Set(all).size).toBe(41);
  });

  test("takes as many statements for thirty threads of a course as for one", async () => {
    await talk("fox");
    const one = await countQueries(() => inboxOf(room.author));
    for (let each = 0; each < 5; each++) await talk("dog");
    expect(await countQueries(() => inboxOf(room.author))).toBe(one);
  });
});

describe("what is in it", () => {
  async function idsOf() {
    const [thread] = await inboxOf(room.author);
    return thread?.notices.map(({ id }) => id) ?? [];
  }

  test("can be read, and unread again", async () => {
    await talk("fox");
    const ids = await idsOf();
    await changeInbox(room.author.id, { ids, isRead: true });
    expect(await inboxOf(room.author)).toMatchObject([{ isUnread: false }]);
    expect(await inboxOf(room.author, "unread")).toEqual([]);
    await changeInbox(room.author.id, { ids, isRead: false });
    expect(await countUnread(room.author.id)).toBe(1);
  });

  test("is put away, comes back by undoing, and what is new comes without it", async () => {
    const { id } = await talk("fox");
    const ids = await idsOf();
    await changeInbox(room.author.id, { ids, isDone: true });
    expect(await inboxOf(room.author)).toEqual([]);
    expect(await inboxOf(room.author, "done")).toMatchObject([{ isDone: true, isUnread: false }]);

    await reply(room.assistant.id, id, "More.");
    expect(await inboxOf(room.author)).toMatchObject([{ notices: [{ words: "More." }] }]);
    await changeInbox(room.author.id, { ids, isDone: false });
    expect((await inboxOf(room.author))[0]?.notices).toHaveLength(2);
  });

  test("cannot be changed by anybody else", async () => {
    await talk("fox");
    const ids = await idsOf();
    const change = changeInbox(room.classmate.id, { ids, isDone: true });
    await expect(change).rejects.toThrow(NotFound);
    expect(await inboxOf(room.author)).toHaveLength(1);
  });
});
