import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";

import { removeAnnotation, removeComment } from "@/lib/annotations/removal";
import { searchQuery } from "@/lib/annotations/schema";
import { searchComments } from "@/lib/annotations/search";
import { db } from "@/lib/db";
import { type Classroom, openClassroom, VIEWERS } from "../../support/classroom";
import { annotate, bodyOf, reply } from "../../support/factories";
import { outcomeOf } from "../../support/outcome";
import { countQueries } from "../../support/queries";
import { READERS, THINGS } from "../../support/things";

let room: Classroom;

beforeEach(async () => {
  room = await openClassroom();
});

function search(userId: string, q: string, rest: { cursor?: string; limit?: number } = {}) {
  return searchComments(userId, room.assignment.id, searchQuery.parse({ q, ...rest }));
}

/** What the snippets say of the comments that the author finds. */
async function found(q: string): Promise<string[]> {
  const { rows } = await search(room.author.id, q);
  return rows.map(({ snippet }) => snippet.text);
}

/** Opens a thread on the fox with these words. */
function say(says: string) {
  return annotate(room.author.id, room.assignment, "brown fox", { says });
}

test("a comment is found with its thread, its author and the hits in its words", async () => {
  const { classmate, author } = room;
  const thread = await say("Why brown?");
  await reply(classmate.id, thread.id, "Brown is what foxes are.");
  const { rows, nextCursor } = await search(author.id, "BROWN");
  expect(nextCursor).toBeNull();
  expect(rows).toMatchObject([
    {
      annotationId: thread.id,
      author: { id: classmate.id, name: "Ben", isStaff: false },
      kind: "COMMENT",
      quote: "brown fox",
      snippet: { text: "Brown is what foxes are.", hits: [{ start: 0, end: 5 }] },
    },
    { snippet: { text: "Why brown?", hits: [{ start: 4, end: 9 }] } },
  ]);
});

describe("comments are found", () => {
  test.each([
    ["whatever the case", "Élan VITAL", "élan vital"],
    ["by plain letters where they have accents", "Déjà vu", "deja"],
    ["by accents where they have none", "deja vu", "déjà"],
    ["by accents that are marks of their own", "Déjà vu", "de\u0301ja\u0300"],
    ["with an ß spelt out", "Die Straße", "strasse"],
    ["with ligatures spelt out", "eﬃcient", "efficient"],
    ["in Chinese, by a single character", "百家争鸣", "争"],
    ["in Cyrillic", "Ещё раз", "ЕЩЕ"],
    ["by a part of a word", "photosynthesis", "synth"],
    ["by several words in any order", "the fox and the dog", "dog fox"],
    ["by the signs of a pattern as they stand", "100 % sure_thing \\o/", "100 % _ \\"],
  ])("%s", async (_, words, q) => {
    await say(words);
    await say("something else");
    expect(await found(q)).toEqual([words]);
  });

  test.each(["%", "_", "\\", "a%b"])("but %j is no pattern", async (q) => {
    await say("axb and more");
    expect(await found(q)).toEqual([]);
  });

  test("only with all of the words", async () => {
    await say("the fox");
    expect(await found("fox dog")).toEqual([]);
  });
});

describe.each(THINGS.filter(({ kind }) => kind !== "HIGHLIGHT"))(
  "a $kind for $audience",
  (thing) => {
    test("is found by its audience and by nobody else", async () => {
      await annotate(room.author.id, room.assignment, "fox", { ...thing, says: "Zebra!" });
      const finders: string[] = [];
      for (const name of VIEWERS) {
        let count = 0;
        const outcome = await outcomeOf(
          search(room.people[name].id, "zebra").then(({ rows }) => {
            count = rows.length;
          }),
        );
        expect(["done", "NotFound"]).toContain(outcome);
        if (count > 0) finders.push(name);
      }
      expect(finders).toEqual(READERS[thing.audience]);
    });
  },
);

test("who is not in the course gets no answer at all", async () => {
  await expect(search(room.stranger.id, "fox")).rejects.toMatchObject({ name: "NotFound" });
  await expect(search(room.removed.id, "fox")).rejects.toMatchObject({ name: "NotFound" });
});

test("what was deleted is found by nobody, not even by whoever wrote it", async () => {
  const { author, classmate } = room;
  const thread = await say("Zebra");
  const answer = await reply(classmate.id, thread.id, "Zebra as well");
  await removeComment(classmate.id, answer.id, answer.version);
  expect(await found("zebra")).toEqual(["Zebra"]);
  const { version } = await db.annotation.findUniqueOrThrow({ where: { id: thread.id } });
  await removeAnnotation(author.id, thread.id, version);
  expect(await found("zebra")).toEqual([]);
});

test("another assignment's comments are not found", async () => {
  const other = await openClassroom();
  await annotate(other.author.id, other.assignment, "fox", { says: "Zebra" });
  expect(await found("zebra")).toEqual([]);
});

test("many come in pages, the newest first, each once, by as many queries as a few", async () => {
  const { author, classmate, assignment } = room;
  const { id } = await say("Opening");
  const now = Date.now();
  await db.comment.createMany({
    data: Array.from({ length: 45 }, (_, index) => ({
      ...{ id: v7(), annotationId: id, assignmentId: assignment.id, authorId: classmate.id },
      ...{ body: bodyOf("Zebra"), text: `Zebra ${index}`, wordCount: 2 },
      // Three at a time in one millisecond.
      createdAt: new Date(now + Math.floor(index / 3)),
    })),
  });
  const pages: string[][] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await search(author.id, "zebra", { limit: 20, ...(cursor && { cursor }) });
    pages.push(page.rows.map((row) => row.id));
    cursor = page.nextCursor;
  }
  expect(pages.map(({ length }) => length)).toEqual([20, 20, 5]);
  const stored = await db.comment.findMany({
    where: { text: { startsWith: "Zebra" }, assignmentId: assignment.id },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  expect(pages.flat()).toEqual(stored.map((row) => row.id));
  const few = await countQueries(() => search(author.id, "zebra", { limit: 1 }));
  const many = await countQueries(() => search(author.id, "zebra", { limit: 50 }));
  expect(many).toBe(few);
});

test("a cursor that we did not write is refused", async () => {
  await expect(search(room.author.id, "fox", { cursor: "abc" })).rejects.toMatchObject({
    name: "Invalid",
  });
});

test.each(["", "   ", "x".repeat(201)])("%j is no search", (q) => {
  expect(searchQuery.safeParse({ q }).success).toBe(false);
});

test("of an older text the threads beside it are searched", async () => {
  const { author, assignment } = room;
  await say("Zebra");
  const query = searchQuery.parse({ q: "zebra", revision: 1 });
  expect((await searchComments(author.id, assignment.id, query)).rows).toHaveLength(1);
  await db.anchor.deleteMany({ where: { annotation: { assignmentId: assignment.id } } });
  expect((await searchComments(author.id, assignment.id, query)).rows).toEqual([]);
});

test("the index serves the search", async () => {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    const plan = await tx.$queryRaw<{ "QUERY PLAN": string }[]>`
      EXPLAIN SELECT id FROM comment
      WHERE deleted_at IS NULL AND search_words(text) LIKE '%zebra%'`;
    expect(JSON.stringify(plan)).toContain("comment_search_idx");
  });
});
