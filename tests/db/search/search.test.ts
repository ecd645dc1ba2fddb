import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";

import { removeAnnotation, removeComment } from "@/lib/annotations/removal";
import { db } from "@/lib/db";
import { search as searchAs } from "@/lib/search/queries";
import { type Classroom, openClassroom, VIEWERS } from "../../support/classroom";
import {
  annotate,
  bodyOf,
  createAssignment,
  createReading,
  type Person,
  reply,
} from "../../support/factories";
import { countQueries } from "../../support/queries";
import { hideBehind } from "../../support/talk";
import { READERS, THINGS } from "../../support/things";

let room: Classroom;

beforeEach(async () => {
  room = await openClassroom();
});

function search(person: Person, q: string, cursor?: string) {
  return searchAs(person, { q, cursor });
}

/** What the posts say that somebody finds, Ada unless another is named. */
async function found(q: string, person: Person = room.author): Promise<string[]> {
  const { posts } = await search(person, q);
  return posts.map(({ words, quote }) => (words ?? quote)?.text ?? "");
}

function say(says: string, kind: "COMMENT" | "QUESTION" = "COMMENT") {
  return annotate(room.author.id, room.assignment, "brown fox", { says, kind });
}

/** Another reading of the course in this language, and a comment in its margin. */
async function sayIn(language: string, markdown: string, says: string) {
  const reading = await createReading({ language, markdown });
  const assignment = await createAssignment(room.course.id, { reading });
  return annotate(room.author.id, assignment, assignment.text, { says });
}

describe("comments are found", () => {
  test.each([
    ["whatever the case", "Élan VITAL", "élan vital"],
    ["by plain letters where they have accents", "Déjà vu", "deja"],
    ["by accents where they have none", "deja vu", "déjà"],
    ["by accents that are marks of their own", "Déjà vu", "de\u0301ja\u0300"],
    ["in another form of the word", "The foxes were running", "fox run"],
    ["by words that stand together", "a lazy brown dog", '"lazy brown"'],
    ["in Chinese, whatever the language of the reading", "百家争鸣 and more", "争鸣"],
    ["in Chinese, by a single character", "百家争鸣", "争"],
    ["in Japanese", "これはペンです", "ペン"],
    ["in Korean, with an ending on the word", "역사를 읽는다", "역사"],
    ["in Thai", "ภาษาไทย", "ไทย"],
    ["in Cyrillic", "Ещё раз", "ЕЩЕ"],
    ["by very common words alone", "to be or not to be", "to be"],
    ["with the signs of a search as they stand", "it's 'so' \\ & | ! :* <-> (a)", "it's"],
  ])("%s", async (_, words, q) => {
    await say(words);
    await say("something else");
    expect(await found(q)).toEqual([words]);
  });

  test.each([
    ["fr", "Les renards couraient", "renard courir", "Les renards couraient"],
    ["de", "Die Häuser", "haus", "Die Häuser"],
    ["zh-Hans", "我们在读书", "读书", "我们在读书"],
    ["pl", "Książkami", "siążk", "Książkami"],
    ["vi", "Tiếng Việt", "viet", "Tiếng Việt"],
  ])("in the language of the reading: %s", async (language, words, q, expected) => {
    await sayIn(language, "Ein Text.", words);
    expect(await found(q)).toEqual([expected]);
  });

  test("by the passage that a thread is on, after those that say the words themselves", async () => {
    await say("Why?");
    await annotate(room.author.id, room.assignment, "lazy dog", { says: "The fox again" });
    expect(await found("fox")).toEqual(["The fox again", "Why?"]);
  });

  test("no longer by a passage from which the thread was taken away by hand", async () => {
    const { id } = await say("Why?");
    await db.annotation.update({ where: { id }, data: { quote: "lazy dog" } });
    expect(await found("fox")).toEqual([]);
    expect(await found("dog")).toEqual(["Why?"]);
  });

  test("anew when the language of the reading is corrected", async () => {
    await say("Häuser");
    expect(await found("haus")).toEqual([]);
    const { readingId } = room.assignment;
    await db.reading.update({ where: { id: readingId }, data: { language: "de" } });
    expect(await found("haus")).toEqual(["Häuser"]);
  });

  test.each([
    "fox & dog",
    "fox | dog",
    "!fox",
    "fo%",
    "f_x",
    "fox:*",
    "'",
    "\\",
    '"',
    "fox <-> dog",
  ])("and %j is a question like any other", async (q) => {
    await say("nothing of the sort, zebra");
    expect(await found(`${q} zebra`)).not.toBeNull();
  });
});

test("hits are marked, other forms of the words too", async () => {
  await say("The foxes were running");
  const { posts } = await search(room.author, "fox run");
  const { text, hits } = posts[0]!.words!;
  expect(hits.map(({ start, end }) => text.slice(start, end))).toEqual(["foxes", "running"]);
});

describe.each(THINGS)("a $kind for $audience", (thing) => {
  test("is found by its audience and by nobody else", async () => {
    const says = thing.kind === "HIGHLIGHT" ? {} : { says: "Zebra" };
    await annotate(room.author.id, room.assignment, "lazy dog", { ...thing, ...says });
    const finders: string[] = [];
    for (const name of VIEWERS) {
      const { posts } = await search(
        room.people[name],
        thing.kind === "HIGHLIGHT" ? "lazy" : "zebra",
      );
      if (posts.length > 0) finders.push(name);
    }
    // Others' highlights are nothing that somebody said.
    const expected = thing.kind === "HIGHLIGHT" ? ["author"] : READERS[thing.audience];
    expect(finders).toEqual(expected);
  });
});

describe("a comment that not everybody may read", () => {
  test.each([
    ["that was hidden", { hiddenAt: new Date() }, ["author", "instructor", "assistant"]],
    ["that waits for the staff", { heldAt: new Date() }, ["author", "instructor", "assistant"]],
  ])("%s", async (_, data, expected) => {
    const { id } = await say("Opening");
    const comment = await reply(room.author.id, id, "Zebra");
    await db.comment.update({ where: { id: comment.id }, data });
    const finders: string[] = [];
    for (const name of VIEWERS) {
      if ((await found("zebra", room.people[name])).length > 0) finders.push(name);
    }
    expect(finders).toEqual(expected);
  });

  test("is found by the one whom it is for", async () => {
    const { id } = await say("Opening");
    const answer = await reply(room.instructor.id, id, "Zebra");
    const data = { privateToId: room.author.id };
    await db.comment.update({ where: { id: answer.id }, data });
    expect(await found("zebra")).toEqual(["Zebra"]);
    expect(await found("zebra", room.classmate)).toEqual([]);
    expect(await found("zebra", room.assistant)).toEqual(["Zebra"]);
  });

  test("because it was deleted is found by nobody", async () => {
    const thread = await say("Zebra");
    const answer = await reply(room.classmate.id, thread.id, "Zebra as well");
    await removeComment(room.classmate.id, answer.id, answer.version);
    expect(await found("zebra", room.instructor)).toEqual(["Zebra"]);
    const { version } = await db.annotation.findUniqueOrThrow({ where: { id: thread.id } });
    await removeAnnotation(room.author.id, thread.id, version);
    expect(await found("zebra", room.instructor)).toEqual([]);
  });

  test("because its assignment has not opened is found by the staff alone", async () => {
    await say("Zebra");
    const data = { opensAt: new Date(Date.now() + 3_600_000) };
    await db.assignment.update({ where: { id: room.assignment.id }, data });
    expect(await found("zebra")).toEqual([]);
    expect(await found("zebra", room.instructor)).toEqual(["Zebra"]);
    expect((await search(room.author, "fox kind:reading")).readings).toEqual([]);
  });
});

describe("who writes under a pseudonym", () => {
  beforeEach(async () => {
    await hideBehind(room.assignment, await say("Zebra"), "Quiet Otter");
  });

  test("is not found by their name by classmates", async () => {
    expect(await found("from:ada", room.classmate)).toEqual([]);
    expect(await found("zebra from:ada", room.classmate)).toEqual([]);
  });

  test("is found by the pseudonym", async () => {
    expect(await found('from:"quiet otter"', room.classmate)).toEqual(["Zebra"]);
  });

  test("is found by their name by themselves and by the staff, who see it", async () => {
    expect(await found("from:ada")).toEqual(["Zebra"]);
    expect(await found("from:me")).toEqual(["Zebra"]);
    expect(await found("from:ada", room.instructor)).toEqual(["Zebra"]);
  });

  test("is not told apart by both names at once", async () => {
    expect(await found("from:ada from:otter", room.classmate)).toEqual([]);
    expect(await found("from:ada from:otter", room.instructor)).toEqual([]);
  });

  test("is not found by the pseudonym where they wrote under their name", async () => {
    await say("Openly");
    expect(await found("from:otter", room.classmate)).toEqual(["Zebra"]);
    expect(await found("from:ada", room.classmate)).toEqual(["Openly"]);
  });
});

describe("filters narrow to", () => {
  test("questions that nobody answered", async () => {
    const open = await say("Open?", "QUESTION");
    const answered = await say("Answered?", "QUESTION");
    await say("No question");
    await reply(room.classmate.id, open.id, "Hm");
    const data = { answeredAt: new Date() };
    await db.annotation.update({ where: { id: answered.id }, data });
    expect(await found("is:unanswered")).toEqual(["Open?"]);
    expect(await found("is:answered")).toEqual(["Answered?"]);
    expect(await found("kind:question")).toEqual(["Answered?", "Open?"]);
    expect(await found("kind:reply")).toEqual(["Hm"]);
    expect(await found("kind:reply kind:comment")).toEqual(["Hm", "No question"]);
  });

  test("a tag", async () => {
    const { id } = await say("Tagged");
    await say("Not");
    const { id: commentId } = await db.comment.findFirstOrThrow({ where: { annotationId: id } });
    const assignmentId = room.assignment.id;
    await db.commentTag.create({ data: { commentId, assignmentId, name: "method" } });
    expect(await found("tag:#Method")).toEqual(["Tagged"]);
  });

  test("what one saved", async () => {
    const { id } = await say("Kept");
    await say("Not");
    await db.saved.create({ data: { userId: room.author.id, annotationId: id } });
    expect(await found("is:saved")).toEqual(["Kept"]);
    expect(await found("is:saved", room.classmate)).toEqual([]);
  });

  test("days, as they begin and end where the person is", async () => {
    const { id } = await say("Late on the tenth in New York");
    const data = { createdAt: new Date("2026-03-11T03:30:00Z") };
    await db.comment.updateMany({ where: { annotationId: id }, data });
    const inNewYork = { ...room.author, timeZone: "America/New_York" };
    expect(await found("before:2026-03-11", inNewYork)).toHaveLength(1);
    expect(await found("before:2026-03-11")).toEqual([]);
    expect(await found("after:2026-03-10", inNewYork)).toEqual([]);
    expect(await found("after:2026-03-10")).toHaveLength(1);
  });
});

test("pages hold everything once, in one order, also when somebody writes meanwhile", async () => {
  const { author, classmate, assignment } = room;
  const { id } = await say("Opening");
  const now = Date.now();
  const rows = Array.from({ length: 45 }, (_, index) => ({
    ...{ id: v7(), annotationId: id, assignmentId: assignment.id, authorId: classmate.id },
    ...{ body: bodyOf("Zebra"), text: `Zebra ${index % 4 ? "" : "zebra"} ${index}`, wordCount: 2 },
    // Three at a time in one millisecond.
    createdAt: new Date(now + Math.floor(index / 3)),
  }));
  await db.comment.createMany({ data: rows });
  const pages: string[][] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await search(author, "zebra", cursor);
    pages.push(page.posts.map((post) => post.id));
    await reply(classmate.id, id, "Zebra zebra zebra zebra zebra");
    cursor = page.nextCursor;
  }
  expect(pages.map(({ length }) => length)).toEqual([20, 20, 5]);
  expect(new Set(pages.flat())).toEqual(new Set(rows.map((row) => row.id)));
});

test("as many queries find many as few", async () => {
  const { id } = await say("Zebra");
  const few = await countQueries(() => search(room.author, "zebra"));
  for (let count = 0; count < 12; count += 1) await reply(room.author.id, id, "Zebra");
  await sayIn("en", "Another.", "Zebra");
  const many = await countQueries(() => search(room.author, "zebra"));
  expect(many).toBe(few);
});

test.each(["abc", "W10", ""])(
  "the cursor %j, which we did not write, is refused",
  async (cursor) => {
    await say("fox");
    const outcome = search(room.author, "fox", cursor || "bm90IGpzb24");
    await expect(outcome).rejects.toMatchObject({ name: "Invalid" });
  },
);

describe("readings", () => {
  test("are found by title, author and text, by those who read them", async () => {
    for (const q of ["dog kind:reading", "aesop kind:reading", "jumping kind:reading"]) {
      const { readings } = await search(room.author, q);
      expect(readings, q).toMatchObject([{ href: `/read/${room.assignment.id}` }]);
      expect((await search(room.stranger, q)).readings, q).toEqual([]);
      expect((await search(room.removed, q)).readings, q).toEqual([]);
    }
  });

  test("show the words of the text around a hit", async () => {
    const { readings } = await search(room.author, "lazy kind:reading");
    expect(readings[0]?.words?.text).toContain("jumps over the lazy dog");
  });

  test("are found in Chinese, and only where the characters stand together", async () => {
    const reading = await createReading({ language: "zh", markdown: "百家争鸣，百花齐放。" });
    const assignment = await createAssignment(room.course.id, { reading, title: "文" });
    const find = async (q: string) => (await search(room.author, `${q} kind:reading`)).readings;
    expect(await find("争鸣")).toMatchObject([{ id: assignment.id }]);
    expect(await find("百花")).toMatchObject([{ id: assignment.id }]);
    expect(await find("家花")).toEqual([]);
  });

  test("of one's own library are found by their owner alone", async () => {
    const reading = await createReading({ ownerId: room.instructor.id, title: "Unassigned zebra" });
    const { readings } = await search(room.instructor, "zebra");
    expect(readings).toMatchObject([{ href: `/library/${reading.id}`, where: null }]);
    expect((await search(room.assistant, "zebra")).readings).toEqual([]);
  });
});

describe("people", () => {
  test("are found by those who share a course with them", async () => {
    const names = async (person: Person) =>
      (await search(person, "kind:person ben")).people.map(({ name }) => name.text);
    expect(await names(room.author)).toEqual(["Ben"]);
    expect(await names(room.instructor)).toEqual(["Ben"]);
    expect(await names(room.stranger)).toEqual([]);
    expect(await names(room.removed)).toEqual([]);
  });

  test("lead the staff to what they wrote, and nobody else", async () => {
    const [toStaff] = (await search(room.instructor, "ben")).people;
    expect(toStaff?.href).toBe(`/courses/${room.course.id}/people/${room.classmate.id}`);
    expect((await search(room.author, "ben")).people[0]?.href).toBeNull();
  });

  test("are not found by their addresses, nor when they have left", async () => {
    const address = room.classmate.email.slice(0, 12);
    expect((await search(room.author, `kind:person ${address}`)).people).toEqual([]);
    expect((await search(room.author, "kind:person removed")).people).toEqual([]);
  });
});
