import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";

import { db } from "@/lib/db";
import { getPerson, listNotebook, listPersonNotebook } from "@/lib/notebook/queries";
import { type NotebookQuery, notebookQuery } from "@/lib/notebook/schema";
import type { EntryView } from "@/lib/notebook/shown";
import { type Classroom, openClassroom, removeFrom, VIEWERS } from "../../support/classroom";
import {
  annotate,
  bodyOf,
  createAssignment,
  createCourse,
  createReading,
  enrol,
  reply,
} from "../../support/factories";
import { outcomeOf } from "../../support/outcome";
import { countQueries } from "../../support/queries";
import { hideBehind } from "../../support/talk";
import { THINGS } from "../../support/things";

let room: Classroom;

beforeEach(async () => {
  room = await openClassroom();
});

function queryOf(query: Partial<NotebookQuery> = {}): NotebookQuery {
  return notebookQuery.parse(query);
}

/** Ada's own notebook. */
function own(query: Partial<NotebookQuery> = {}) {
  return listNotebook(room.author.id, queryOf(query));
}

/** Ada's notebook as somebody else looks at it. */
function seenBy(userId: string, query: Partial<NotebookQuery> = {}, personId = room.author.id) {
  return listPersonNotebook(userId, { courseId: room.course.id, personId }, queryOf(query));
}

function said({ entries }: { entries: EntryView[] }): string[] {
  return entries.map(({ words, quote }) => (words ?? quote)?.text ?? "");
}

/** Something of every kind that Ada has: what it says, in the order in which it was made. */
async function fill() {
  const { author, classmate, assignment } = room;
  await annotate(author.id, assignment, "brown fox");
  await annotate(author.id, assignment, "lazy dog", { audience: "ONLY_ME" });
  await annotate(author.id, assignment, "quick", { says: "A comment" });
  await annotate(author.id, assignment, "jumps", { says: "A question", kind: "QUESTION" });
  await annotate(author.id, assignment, "over", { says: "A note", audience: "ONLY_ME" });
  const other = await annotate(classmate.id, assignment, "one eye", { says: "By Ben" });
  await reply(author.id, other.id, "A reply");
  await db.saved.create({ data: { userId: author.id, annotationId: other.id } });
  await db.draft.create({
    data: {
      ...{ userId: author.id, assignmentId: assignment.id, place: `reply.${other.id}` },
      body: { body: bodyOf("A draft"), audience: "COURSE" },
    },
  });
}

describe("one's own notebook", () => {
  test.each([
    [
      "all",
      [
        "A draft",
        "By Ben",
        "A reply",
        "A note",
        "A question",
        "A comment",
        "lazy dog",
        "brown fox",
      ],
    ],
    ["highlights", ["lazy dog", "brown fox"]],
    ["comments", ["A reply", "A note", "A comment"]],
    ["questions", ["A question"]],
    ["private", ["A note", "lazy dog"]],
    ["saved", ["By Ben"]],
    ["drafts", ["A draft"]],
  ] as const)("shows %s", async (show, expected) => {
    await fill();
    expect(said(await own({ show }))).toEqual(expected);
  });

  test("leads from each entry to its passage", async () => {
    await fill();
    const { entries } = await own();
    const { id } = room.assignment;
    for (const { href } of entries)
      expect(href).toMatch(new RegExp(`^/read/${id}#(a-|d-reply[.])[0-9a-f-]{36}$`));
    expect(entries.find(({ source }) => source === "saved")).toMatchObject({
      author: { name: "Ben" },
      quote: { text: "one eye" },
      where: { title: room.assignment.title, courseTitle: room.course.title },
    });
  });

  test("is sorted by time, or by the text", async () => {
    await fill();
    expect(said(await own({ sort: "oldest" }))).toEqual([...said(await own())].reverse());
    const byText = said(await own({ sort: "reading", show: "comments" }));
    expect(byText).toEqual(["A comment", "A note", "A reply"]);
  });

  test.each([
    ["comment", ["A comment"]],
    ["questions", ["A question"]],
    ["brown", ["brown fox"]],
    ["draft", ["A draft"]],
    ["one eye", ["By Ben"]],
    ["zebra", []],
  ])("is searched for %j", async (q, expected) => {
    await fill();
    expect(said(await own({ q }))).toEqual(expected);
  });

  test("is narrowed to a course or a reading, and tells where there is anything", async () => {
    await fill();
    const course = await createCourse({ title: "Another" });
    await enrol(course.id, room.author.id);
    const assignment = await createAssignment(course.id);
    await createAssignment(course.id, { title: "Nothing in it" });
    await annotate(room.author.id, assignment, "fox", { says: "Elsewhere" });
    expect(said(await own({ in: course.id }))).toEqual(["Elsewhere"]);
    expect(said(await own({ in: assignment.id }))).toEqual(["Elsewhere"]);
    expect(said(await own({ in: room.course.id }))).not.toContain("Elsewhere");
    const { places } = await own({ in: course.id });
    expect(places.map(({ courseTitle }) => courseTitle)).toEqual(["Another", room.course.title]);
  });

  test("holds nothing of a course that one has left", async () => {
    await fill();
    await removeFrom(room.course.id, room.author.id);
    expect(await own()).toEqual({ entries: [], nextCursor: null, places: [] });
  });

  test("holds nothing that others keep to themselves, and nothing that was deleted", async () => {
    const { author, classmate, assignment } = room;
    const hidden = await annotate(classmate.id, assignment, "fox", {
      says: "Mine",
      audience: "ONLY_ME",
    });
    await db.saved.create({ data: { userId: author.id, annotationId: hidden.id } });
    const { id } = await annotate(author.id, assignment, "fox", { says: "Gone" });
    await db.comment.updateMany({ where: { annotationId: id }, data: { deletedAt: new Date() } });
    expect(said(await own())).toEqual([]);
  });
});

describe("of a person the staff see", () => {
  test.each(THINGS)("what they may: a $kind for $audience", async (thing) => {
    const says = thing.kind === "HIGHLIGHT" ? {} : { says: "Why a fox?" };
    await annotate(room.author.id, room.assignment, "fox", { ...thing, ...says });
    const { entries, places } = await seenBy(room.instructor.id);
    expect(entries).toHaveLength(thing.audience === "ONLY_ME" ? 0 : 1);
    // Not even that there is something.
    expect(places).toHaveLength(entries.length);
  });

  test("comments, replies and highlights; no drafts, and nothing that they saved", async () => {
    await fill();
    expect(said(await seenBy(room.assistant.id))).toEqual([
      ...["A reply", "A question", "A comment", "brown fox"],
    ]);
    for (const show of ["saved", "drafts", "private"] as const) {
      expect(said(await seenBy(room.instructor.id, { show })), show).toEqual([]);
    }
  });

  test("what they wrote under a pseudonym, and nothing of another course", async () => {
    const thread = await annotate(room.author.id, room.assignment, "fox", { says: "Hidden" });
    await hideBehind(room.assignment, thread, "Quiet Otter");
    const course = await createCourse();
    await enrol(course.id, room.author.id);
    const elsewhere = await createAssignment(course.id);
    await annotate(room.author.id, elsewhere, "fox", { says: "Elsewhere" });
    expect(said(await seenBy(room.instructor.id))).toEqual(["Hidden"]);
    expect(said(await seenBy(room.instructor.id, { in: elsewhere.id }))).toEqual([]);
  });
});

test("a person's notebook is open to the staff of the course and to nobody else", async () => {
  const outcomes: Record<string, string> = {};
  for (const name of VIEWERS) outcomes[name] = await outcomeOf(seenBy(room.people[name].id));
  expect(outcomes).toEqual({
    ...{ author: "NotFound", classmate: "NotFound", removed: "NotFound" },
    ...{ stranger: "NotFound", nobody: "NotFound", instructor: "done", assistant: "done" },
  });
  expect(await outcomeOf(seenBy(room.instructor.id, {}, room.stranger.id))).toBe("NotFound");
});

test("the staff step from person to person in the order of the list, and reach who has left", async () => {
  const { course, instructor, assistant, author, classmate, removed } = room;
  const [first, second] = [author, classmate].sort((a, b) => (a.id < b.id ? -1 : 1));
  const order = await db.enrolment.findMany({
    where: { courseId: course.id, status: "ACTIVE" },
    orderBy: [{ role: "asc" }, { id: "asc" }],
    select: { userId: true },
  });
  const ids = order.map(({ userId }) => userId);
  expect(new Set(ids)).toEqual(
    new Set([instructor, assistant, first!, second!].map(({ id }) => id)),
  );
  for (const [at, id] of ids.entries()) {
    const person = await getPerson(instructor.id, course.id, id);
    expect(person.previous?.id).toBe(ids[at - 1]);
    expect(person.next?.id).toBe(ids[at + 1]);
  }
  expect(await getPerson(instructor.id, course.id, removed.id)).toMatchObject({ name: "Removed" });
});

test.each(["newest", "oldest", "reading"] as const)(
  "sorted by %s, pages hold everything once",
  async (sort) => {
    const { author, assignment } = room;
    const second = await createAssignment(room.course.id, { reading: await createReading() });
    const now = Date.now();
    for (const { id, revisionId } of [assignment, second]) {
      const rows = Array.from({ length: 35 }, (_, index) => ({
        ...{
          id: v7(),
          assignmentId: id,
          authorId: author.id,
          revisionId,
          kind: "HIGHLIGHT" as const,
        },
        ...{ audience: "COURSE" as const, quote: "fox", prefix: "", suffix: "" },
        ...{ start: index % 4, end: 9, createdAt: new Date(now + Math.floor(index / 3)) },
      }));
      await db.annotation.createMany({ data: rows });
      const anchors = rows.map(({ id: annotationId, start, end }) => ({
        ...{ annotationId, revisionId, start, end },
      }));
      await db.anchor.createMany({ data: anchors });
    }
    const pages: string[][] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await own({ sort, cursor });
      pages.push(page.entries.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(pages.map(({ length }) => length)).toEqual([30, 30, 10]);
    expect(new Set(pages.flat()).size).toBe(70);
  },
);

test("as many queries list many entries as few", async () => {
  await fill();
  const few = await countQueries(() => own());
  await fill();
  expect(await countQueries(() => own())).toBe(few);
});

test("a cursor of another order is refused", async () => {
  await fill();
  await expect(own({ sort: "reading", cursor: "WzFd" })).rejects.toMatchObject({ name: "Invalid" });
});
