import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";

import { getMarksTag, listMarks } from "@/lib/annotations/marks";
import { createAnnotation } from "@/lib/annotations/mutations";
import { getThread, listComments, listThreads, type Page } from "@/lib/annotations/queries";
import { removeAnnotation, removeComment } from "@/lib/annotations/removal";
import { db } from "@/lib/db";
import { type Classroom, openClassroom } from "../../support/classroom";
import { annotate, annotationOf, bodyOf, reply } from "../../support/factories";
import { countQueries } from "../../support/queries";

let room: Classroom;

beforeEach(async () => {
  room = await openClassroom();
});

/** Every row of a list that comes in pages, and how many pages that took. */
async function readAll<Row>(
  readPage: (cursor: string | undefined) => Promise<Page<Row>>,
): Promise<{ rows: Row[]; pages: number }> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  for (let pages = 1; ; pages++) {
    const page = await readPage(cursor);
    rows.push(...page.rows);
    if (!page.nextCursor) return { rows, pages };
    cursor = page.nextCursor;
  }
}

/** Replies by the classmate, numbered from 1, one a second and all after the opening. */
async function fillThread(
  { assignment, classmate }: Classroom,
  annotationId: string,
  count: number,
) {
  const now = Date.now();
  const comments = Array.from({ length: count }, (_, index) => ({
    id: v7(),
    annotationId,
    assignmentId: assignment.id,
    authorId: classmate.id,
    body: bodyOf(`Reply ${index + 1}`),
    text: `Reply ${index + 1}`,
    wordCount: 2,
    createdAt: new Date(now + index * 1_000),
  }));
  await db.comment.createMany({ data: comments });
  const data = { commentCount: { increment: count } };
  await db.annotation.update({ where: { id: annotationId }, data });
}

/** Highlights `[start, end)`. */
function mark(start: number, end: number) {
  const input = { ...annotationOf(room.assignment, "fox"), start, end };
  return createAnnotation(room.author.id, room.assignment.id, input);
}

const wrong = { name: "Invalid", key: "cursorWrong", details: { field: "cursor" } };

describe("the threads of an assignment", () => {
  const listAll = (limit: number) =>
    readAll((cursor) => listThreads(room.author.id, room.assignment.id, { limit, cursor }));

  test("come in the order of the text, in pages that hold each once", async () => {
    const quotes = ["lazy", "quick", "dog", "fox", "fox", "fox", "eye"];
    for (const quote of quotes) await annotate(room.author.id, room.assignment, quote);
    const { rows, pages } = await listAll(2);
    const inOrder = ["quick", "fox", "fox", "fox", "lazy", "dog", "eye"];
    expect(rows.map(({ quote }) => quote)).toEqual(inOrder);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(7);
    expect(pages).toBe(4);
  });

  test("go on where they were, whatever comes or goes meanwhile", async () => {
    const first = await annotate(room.author.id, room.assignment, "quick");
    const second = await annotate(room.author.id, room.assignment, "brown");
    await annotate(room.author.id, room.assignment, "lazy");
    const page = await listThreads(room.author.id, room.assignment.id, { limit: 2 });
    await removeAnnotation(room.author.id, second.id, second.version);
    await removeAnnotation(room.author.id, first.id, first.version);
    await annotate(room.author.id, room.assignment, "The");
    const rest = await listThreads(room.author.id, room.assignment.id, {
      limit: 2,
      cursor: page.nextCursor!,
    });
    expect(rest.rows.map(({ quote }) => quote)).toEqual(["lazy"]);
    expect(rest.nextCursor).toBeNull();
  });

  test("cost as many queries for twenty as for one", async () => {
    const list = () => listThreads(room.author.id, room.assignment.id, { limit: 50 });
    const { id } = await annotate(room.author.id, room.assignment, "fox", { says: "Why?" });
    await reply(room.classmate.id, id, "Because.");
    const forOne = await countQueries(list);
    const more = Array.from({ length: 19 }, async () => {
      const thread = await annotate(room.author.id, room.assignment, "dog", { says: "Why?" });
      await reply(room.classmate.id, thread.id, "Because.");
    });
    await Promise.all(more);
    expect((await list()).rows).toHaveLength(20);
    expect(await countQueries(list)).toBe(forOne);
  });

  test.each(["nonsense", "W10", ""])("cannot be continued from %j", async (cursor) => {
    const listing = listThreads(room.author.id, room.assignment.id, { limit: 2, cursor });
    if (cursor === "") expect(await listing).toMatchObject({ rows: [] });
    else await expect(listing).rejects.toMatchObject(wrong);
  });
});

describe("the comments of a thread", () => {
  test("come with it up to twenty, and the others in pages, oldest first", async () => {
    const thread = await annotate(room.author.id, room.assignment, "fox", { says: "Reply 0" });
    await fillThread(room, thread.id, 44);
    const { comments, nextCursor, commentCount } = await getThread(room.author.id, thread.id);
    expect(comments).toHaveLength(20);
    expect(commentCount).toBe(45);

    const { rows } = await readAll((cursor) =>
      listComments(room.author.id, thread.id, { limit: 10, cursor: cursor ?? nextCursor! }),
    );
    const stored = await db.comment.findMany({ where: { annotationId: thread.id } });
    const wordsOf = new Map(stored.map(({ id, text }) => [id, text]));
    const words = [...comments, ...rows].map(({ id }) => wordsOf.get(id));
    expect(words).toEqual(Array.from({ length: 45 }, (_, count) => `Reply ${count}`));
  });

  test("hold each once when all were made in the same moment", async () => {
    const thread = await annotate(room.author.id, room.assignment, "fox", { says: "Why?" });
    for (let count = 0; count < 6; count++) await reply(room.classmate.id, thread.id, "Because.");
    const where = { annotationId: thread.id };
    await db.comment.updateMany({ where, data: { createdAt: new Date("2026-11-24T09:00:00Z") } });
    const { rows, pages } = await readAll((cursor) =>
      listComments(room.author.id, thread.id, { limit: 3, cursor }),
    );
    expect(new Set(rows.map(({ id }) => id)).size).toBe(7);
    expect(rows).toHaveLength(7);
    expect(pages).toBe(3);
  });

  test("keep the place of a deleted one in their order", async () => {
    const thread = await annotate(room.author.id, room.assignment, "fox", { says: "Why?" });
    const { id, version } = await reply(room.classmate.id, thread.id, "Because.");
    await reply(room.author.id, thread.id, "I see.");
    await removeComment(room.classmate.id, id, version);
    const { rows } = await listComments(room.author.id, thread.id, { limit: 10 });
    expect(rows.map(({ isDeleted }) => isDeleted)).toEqual([false, true, false]);
  });

  test("cannot be continued from the cursor of another list", async () => {
    const thread = await annotate(room.author.id, room.assignment, "fox", { says: "Why?" });
    await annotate(room.author.id, room.assignment, "dog");
    const page = await listThreads(room.author.id, room.assignment.id, { limit: 1 });
    const cursor = page.nextCursor!;
    const listing = listComments(room.author.id, thread.id, { limit: 1, cursor });
    await expect(listing).rejects.toMatchObject(wrong);
  });
});

describe("the marks of an assignment", () => {
  test("come in the order of the text, the longer first, with authors named once", async () => {
    const short = await mark(4, 9);
    const long = await mark(4, 19);
    const { text } = room.assignment;
    const first = await annotate(room.classmate.id, room.assignment, "The", { says: "The?" });
    const marks = await listMarks(room.assistant.id, room.assignment.id);

    expect(marks).toMatchObject({
      revisionId: room.assignment.revisionId,
      ids: [first.id, long.id, short.id].join("").replaceAll("-", ""),
      starts: [0, 4, 4],
      lengths: [3, 15, 5],
      states: "EEE",
      kinds: "CHH",
      audiences: "CCC",
      answered: "000",
      commentCounts: [1, 0, 0],
    });
    expect(marks.authors).toHaveLength(2);
    const names = marks.authorIndexes.map((index) => marks.authors[index]?.name);
    expect(names).toEqual(["Ben", "Ada", "Ada"]);
    const [, start = 0] = marks.starts;
    expect(text.slice(start, start + (marks.lengths[1] ?? 0))).toBe("quick brown fox");
  });

  test("tell when somebody last wrote", async () => {
    const first = await annotate(room.classmate.id, room.assignment, "The", { says: "The?" });
    const { createdAt } = await reply(room.author.id, first.id, "Yes.");
    const second = (moment: string) => Math.floor(Date.parse(moment) / 1_000);
    const mine = await listMarks(room.author.id, room.assignment.id);
    expect(mine.activeAts[0]).toBeGreaterThanOrEqual(second(createdAt));
  });

  test("have a tag that changes with what was said, who looks, and a name", async () => {
    const tag = (userId: string) => getMarksTag(userId, room.assignment.id);
    const before = await tag(room.author.id);
    expect(await tag(room.author.id)).toBe(before);
    expect(await tag(room.classmate.id)).not.toBe(before);
    await mark(4, 9);
    const after = await tag(room.author.id);
    expect(after).not.toBe(before);
    await db.user.update({ where: { id: room.classmate.id }, data: { name: "Benjamin" } });
    expect(await tag(room.author.id)).not.toBe(after);
  });

  test("say what could not be found again in the text", async () => {
    const { id } = await mark(4, 9);
    await db.anchor.updateMany({ where: { annotationId: id }, data: { state: "DETACHED" } });
    expect((await listMarks(room.author.id, room.assignment.id)).states).toBe("D");
    const { rows } = await listThreads(room.author.id, room.assignment.id, { limit: 10 });
    expect(rows).toMatchObject([{ id, anchor: { state: "DETACHED" } }]);
  });

  test("cost as many queries for twenty as for one", async () => {
    const list = () => listMarks(room.author.id, room.assignment.id);
    await mark(4, 9);
    const forOne = await countQueries(list);
    await Promise.all(Array.from({ length: 19 }, () => mark(4, 9)));
    expect(await countQueries(list)).toBe(forOne);
  });
});
