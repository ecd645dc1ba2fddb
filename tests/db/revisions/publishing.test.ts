import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";

import { createAnnotation } from "@/lib/annotations/mutations";
import { removeAnnotation } from "@/lib/annotations/removal";
import { db } from "@/lib/db";
import { saveDraft } from "@/lib/revisions/draft";
import { followRevisions } from "@/lib/revisions/pinning";
import { previewPublishing, publishRevision } from "@/lib/revisions/publishing";
import { getDraft, listRevisions } from "@/lib/revisions/queries";
import { archive, type Classroom, openClassroom } from "../../support/classroom";
import { placeOf, publishText, writeDraft } from "../../support/drafts";
import {
  annotate,
  annotationOf,
  createAssignment,
  createReading,
  type Member,
} from "../../support/factories";
import { outcomeOf } from "../../support/outcome";
import { holdTransaction, untilBlocked } from "../../support/transactions";

const OLD = "The quick brown fox jumps over the lazy dog.\n\nA dog that was jumped over once.";
/** The first sentence moves, the second is gone. */
const NEW = "Once upon a time.\n\nThe quick brown fox jumps over the lazy dog.";

let reading: Awaited<ReturnType<typeof createReading>>;
let room: Classroom;
let other: Classroom;

beforeEach(async () => {
  reading = await createReading({ markdown: OLD });
  room = await openClassroom({ reading });
  other = await openClassroom({ reading });
});

const publish = (markdown = NEW) => publishText(reading.ownerId, reading.id, markdown);
const revisionOf = async (id: string) => {
  const where = { id };
  return (await db.assignment.findUniqueOrThrow({ where, select: { revision: true } })).revision;
};

describe("publishing a revision", () => {
  test("has every course that follows the reading read it, with all notes in their places", async () => {
    const moved = await annotate(room.author.id, room.assignment, "brown fox");
    const gone = await annotate(room.author.id, room.assignment, "A dog that was jumped over once");
    const own = await annotate(other.author.id, other.assignment, "lazy dog", {
      audience: "ONLY_ME",
    });

    expect(await publish()).toEqual({ number: 2 });

    expect(await placeOf(moved.id)).toEqual({ state: "MOVED", words: "brown fox" });
    expect(await placeOf(gone.id)).toEqual({ state: "DETACHED", words: "" });
    expect(await placeOf(own.id)).toEqual({ state: "MOVED", words: "lazy dog" });
    for (const { assignment } of [room, other]) {
      expect(await revisionOf(assignment.id)).toMatchObject({ number: 2 });
    }
  });

  test("is told to every course that follows, and ends the draft", async () => {
    await publish();
    for (const { assignment } of [room, other]) {
      const events = await db.event.findMany({ where: { assignmentId: assignment.id } });
      expect(events).toEqual([expect.objectContaining({ type: "REVISION", annotationId: null })]);
    }
    expect(await getDraft(reading.ownerId, reading.id)).toMatchObject({
      version: 0,
      baseNumber: 2,
    });
  });

  test("follows the steps of the editor where a comparison could not decide", async () => {
    const repeated = await createReading({ markdown: "Oh yes.\n\nOh no." });
    const { assignment, author } = await openClassroom({ reading: repeated });
    const note = await annotate(author.id, assignment, "Oh");
    const { baseId, document } = await getDraft(repeated.ownerId, repeated.id);
    const [first, second] = (document as { content: unknown[] }).content;
    const made = { type: "paragraph", content: [{ type: "text", text: "Oh yes." }] };
    // A paragraph of the same words is put before the first: 9 tokens at position 0.
    const next = { type: "doc", content: [made, first, second] };
    await saveDraft(repeated.ownerId, repeated.id, 0, {
      baseId,
      document: next,
      steps: [[0, 0, 9]],
    });
    const { draftVersion } = await previewPublishing(repeated.ownerId, repeated.id);
    await publishRevision(repeated.ownerId, { readingId: repeated.id, draftVersion, baseId });
    const anchor = await db.anchor.findFirstOrThrow({
      where: { annotationId: note.id, revisionId: { not: baseId } },
    });
    expect(anchor).toMatchObject({ start: 8, end: 10, state: "MOVED" });
  });

  test("leaves pinned assignments and archived courses with their text", async () => {
    const pinned = await createAssignment(room.course.id, { reading, isPinned: true });
    await archive(other.course.id);
    await publish();
    expect(await revisionOf(pinned.id)).toMatchObject({ number: 1 });
    expect(await revisionOf(other.assignment.id)).toMatchObject({ number: 1 });
    expect(await revisionOf(room.assignment.id)).toMatchObject({ number: 2 });
  });

  test("gives deleted notes a place too, because a deletion can be undone", async () => {
    const note = await annotate(room.author.id, room.assignment, "brown fox");
    await removeAnnotation(room.author.id, note.id, note.version);
    await publish();
    expect(await placeOf(note.id)).toEqual({ state: "MOVED", words: "brown fox" });
  });

  test("keeps the places in the revision before", async () => {
    const note = await annotate(room.author.id, room.assignment, "brown fox");
    await publish();
    const before = await db.anchor.findUniqueOrThrow({
      where: {
        annotationId_revisionId: { annotationId: note.id, revisionId: reading.revisionId },
      },
    });
    expect(before).toMatchObject({ start: OLD.indexOf("brown fox"), state: "EXACT" });
  });

  test("lists its revisions with who published them", async () => {
    await publish();
    const { name } = await db.user.findUniqueOrThrow({ where: { id: reading.ownerId } });
    expect(await listRevisions(reading.ownerId, reading.id)).toEqual([
      expect.objectContaining({ number: 2, publishedBy: name, isCurrent: true }),
      expect.objectContaining({ number: 1, publishedBy: null, isCurrent: false }),
    ]);
  });
});

describe("what cannot be published", () => {
  async function looked() {
    const { draftVersion, baseId } = await previewPublishing(reading.ownerId, reading.id);
    return { readingId: reading.id, draftVersion, baseId };
  }

  test("another draft than the one that was looked at", async () => {
    await writeDraft(reading.ownerId, reading.id, NEW);
    const before = await looked();
    await writeDraft(reading.ownerId, reading.id, `${NEW}\n\nMore.`);
    expect(await outcomeOf(publishRevision(reading.ownerId, before))).toBe("Stale");
  });

  test("the same draft twice", async () => {
    await writeDraft(reading.ownerId, reading.id, NEW);
    const before = await looked();
    const outcomes = await Promise.all([
      outcomeOf(publishRevision(reading.ownerId, before)),
      outcomeOf(publishRevision(reading.ownerId, before)),
    ]);
    expect(outcomes.sort()).toEqual(["Stale", "done"]);
    expect(await db.revision.count({ where: { readingId: reading.id } })).toBe(2);
  });

  test("a text that is published already", async () => {
    await writeDraft(reading.ownerId, reading.id, OLD);
    const preview = await previewPublishing(reading.ownerId, reading.id);
    expect(preview.obstacles).toMatchObject({ isSame: true });
    expect(await outcomeOf(publishRevision(reading.ownerId, await looked()))).toBe("Conflict");
  });

  test("a figure that says nothing, and a footnote that nothing leads to", async () => {
    const { baseId } = await getDraft(reading.ownerId, reading.id);
    const words = { type: "paragraph", content: [{ type: "text", text: "A fox." }] };
    const image = { type: "image", attrs: { src: "https://example.org/fox.png", alt: " " } };
    const note = { type: "footnote", attrs: { note: 1 }, content: [words] };
    const document = {
      type: "doc",
      content: [
        words,
        { type: "figure", content: [image] },
        { type: "footnotes", content: [note] },
      ],
    };
    await saveDraft(reading.ownerId, reading.id, 0, { baseId, document, steps: [] });
    const { obstacles } = await previewPublishing(reading.ownerId, reading.id);
    expect(obstacles).toMatchObject({ figuresWithoutWords: 1, looseFootnotes: [1] });
    expect(await outcomeOf(publishRevision(reading.ownerId, await looked()))).toBe("Conflict");
  });

  test("somebody else's reading", async () => {
    await writeDraft(reading.ownerId, reading.id, NEW);
    const input = await looked();
    for (const { id } of [room.instructor, room.author, room.nobody]) {
      expect(await outcomeOf(previewPublishing(id, reading.id))).toBe("NotFound");
      expect(await outcomeOf(publishRevision(id, input))).toBe("NotFound");
    }
  });
});

describe("a note that is made while a revision is published", () => {
  test("gets its place where it came first", async () => {
    await writeDraft(reading.ownerId, reading.id, NEW);
    const { draftVersion, baseId } = await previewPublishing(reading.ownerId, reading.id);
    // Made, and not committed when the publishing begins.
    const input = annotationOf(room.assignment, "brown fox");
    const { start = 0, end = 0 } = input;
    const hold = await holdTransaction(async (tx) => {
      const { id: assignmentId } = room.assignment;
      await tx.$queryRaw`SELECT 1 FROM assignment WHERE id = ${assignmentId}::uuid FOR SHARE`;
      await tx.annotation.create({
        data: {
          ...{ id: input.id, assignmentId, authorId: room.author.id },
          ...{ revisionId: baseId, kind: "HIGHLIGHT", audience: "COURSE" },
          ...{ quote: "brown fox", prefix: "The quick ", suffix: " jumps" },
          ...{ start, end },
          anchors: { create: { revisionId: baseId, start, end } },
        },
      });
    });
    const publishing = publishRevision(reading.ownerId, {
      readingId: reading.id,
      draftVersion,
      baseId,
    });
    await untilBlocked(1);
    await hold.commit();
    await publishing;
    expect(await placeOf(input.id)).toEqual({ state: "MOVED", words: "brown fox" });
  });

  test("is refused where it came second, so that it can be placed in the new text", async () => {
    const hold = await holdTransaction(async (tx) => {
      const { id } = room.assignment;
      await tx.$queryRaw`SELECT 1 FROM assignment WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
      const { document, text, hash } = await db.revision.findUniqueOrThrow({
        where: { id: reading.revisionId },
      });
      const made = await tx.revision.create({
        data: { readingId: reading.id, number: 2, document: document ?? {}, text, hash },
      });
      await tx.assignment.update({ where: { id }, data: { revisionId: made.id } });
    });
    const input = annotationOf(room.assignment, "brown fox");
    const making = outcomeOf(createAnnotation(room.author.id, room.assignment.id, input));
    await untilBlocked(1);
    await hold.commit();
    expect(await making).toBe("Conflict");
    expect(await db.annotation.count({ where: { id: input.id } })).toBe(0);
  });
});

describe("what the preview tells", () => {
  /** The owner of the reading as a member of both courses. */
  async function joinAs(role: Member["role"]) {
    for (const { course } of [room, other]) {
      await db.enrolment.create({ data: { courseId: course.id, userId: reading.ownerId, role } });
    }
  }

  async function preview() {
    await writeDraft(reading.ownerId, reading.id, NEW);
    return previewPublishing(reading.ownerId, reading.id);
  }

  test("is what becomes of each course's notes, and what of them was and will be", async () => {
    await joinAs("INSTRUCTOR");
    const moved = await annotate(room.author.id, room.assignment, "brown fox");
    const gone = await annotate(room.author.id, room.assignment, "A dog that was jumped over once");
    const { assignments, hiddenCount } = await preview();
    expect(hiddenCount).toBe(0);
    const mine = assignments.find(({ assignmentId }) => assignmentId === room.assignment.id);
    expect(mine).toMatchObject({
      counts: { EXACT: 0, MOVED: 1, CHANGED: 0, DETACHED: 1 },
      lists: [
        { state: "EXACT", count: 0, items: [], next: null },
        {
          state: "MOVED",
          count: 1,
          items: [
            {
              id: moved.id,
              ...{ before: "brown fox", from: { section: null, paragraph: 1 } },
              ...{ after: "brown fox", to: { section: null, paragraph: 2 } },
            },
          ],
        },
        { state: "CHANGED", count: 0, items: [] },
        {
          state: "DETACHED",
          count: 1,
          items: [
            {
              id: gone.id,
              before: "A dog that was jumped over once",
              ...{ from: { section: null, paragraph: 2 }, after: null, to: null, isNews: true },
            },
          ],
        },
      ],
    });
    const theirs = assignments.find(({ assignmentId }) => assignmentId === other.assignment.id);
    expect(theirs?.counts).toEqual({ EXACT: 0, MOVED: 0, CHANGED: 0, DETACHED: 0 });
  });

  test("neither lists nor counts what others keep to themselves", async () => {
    await joinAs("INSTRUCTOR");
    const secret = "A dog that was jumped over once";
    await annotate(room.author.id, room.assignment, secret, { audience: "ONLY_ME" });
    await annotate(room.author.id, room.assignment, "brown fox", { audience: "ONLY_ME" });
    const told = await preview();
    expect(JSON.stringify(told)).not.toContain(secret);
    for (const { counts, lists } of told.assignments) {
      expect(counts).toEqual({ EXACT: 0, MOVED: 0, CHANGED: 0, DETACHED: 0 });
      expect(lists.flatMap(({ items }) => items)).toEqual([]);
    }
  });

  test("leaves out what was written for the staff where the owner is none of them", async () => {
    await joinAs("STUDENT");
    await annotate(room.author.id, room.assignment, "A dog that was", { audience: "INSTRUCTORS" });
    const { assignments } = await preview();
    expect(assignments.flatMap(({ lists }) => lists.flatMap(({ items }) => items))).toEqual([]);
  });

  test("names no course that the owner is not in", async () => {
    await annotate(room.author.id, room.assignment, "A dog that was jumped over once");
    const { assignments, hiddenCount } = await preview();
    expect({ assignments, hiddenCount }).toEqual({ assignments: [], hiddenCount: 2 });
  });

  test("tells what had lost its place before from what loses it now", async () => {
    await joinAs("INSTRUCTOR");
    await annotate(room.author.id, room.assignment, "A dog that was jumped over once");
    await publish();
    await writeDraft(reading.ownerId, reading.id, `${NEW}\n\nMore.`);
    const { assignments } = await previewPublishing(reading.ownerId, reading.id);
    const mine = assignments.find(({ assignmentId }) => assignmentId === room.assignment.id);
    expect(mine?.lists.at(-1)).toMatchObject({
      ...{ state: "DETACHED", count: 1 },
      items: [{ from: null, isNews: false }],
    });
  });

  test("is turned a page at a time, each list by itself, and names every note once", async () => {
    await joinAs("INSTRUCTOR");
    const { id: assignmentId, revisionId } = room.assignment;
    const ids = Array.from({ length: 102 }, () => v7());
    const about = { assignmentId, revisionId, authorId: room.author.id, ...{ start: 10, end: 15 } };
    await db.annotation.createMany({
      data: ids.map((id) => ({
        ...{ id, ...about, kind: "HIGHLIGHT", audience: "COURSE", quote: "brown" },
        ...{ prefix: "The quick ", suffix: " fox jumps over the lazy dog." },
      })),
    });
    await db.anchor.createMany({
      data: ids.map((annotationId) => ({ annotationId, revisionId, ...{ start: 10, end: 15 } })),
    });
    await annotate(room.author.id, room.assignment, "A dog that was jumped over once");
    await writeDraft(reading.ownerId, reading.id, NEW);

    const listsOf = async (page?: Parameters<typeof previewPublishing>[2]) => {
      const { assignments } = await previewPublishing(reading.ownerId, reading.id, page);
      return assignments.find((each) => each.assignmentId === assignmentId)!.lists;
    };
    const [, first, , gone] = await listsOf();
    expect(first).toMatchObject({ state: "MOVED", count: 102, row: 0, next: 100 });
    expect(gone).toMatchObject({ state: "DETACHED", count: 1, next: null });
    const [, rest, , still] = await listsOf({ assignment: assignmentId, state: "MOVED", row: 100 });
    expect(rest).toMatchObject({ state: "MOVED", count: 102, row: 100, next: null });
    expect(still).toEqual(gone);
    const listed = [...first!.items, ...rest!.items].map(({ id }) => id);
    expect(listed.toSorted()).toEqual(ids.toSorted());
  });
});

describe("an assignment that is pinned and follows again", () => {
  test("reads the newest revision at once, with its notes", async () => {
    const { instructor, author, assignment } = room;
    const note = await annotate(author.id, assignment, "brown fox");
    const set = (isPinned: boolean) =>
      followRevisions(instructor.id, { assignmentId: assignment.id, isPinned });
    await set(true);
    await publish();
    expect(await revisionOf(assignment.id)).toMatchObject({ number: 1 });
    await set(false);
    expect(await revisionOf(assignment.id)).toMatchObject({ number: 2 });
    expect(await placeOf(note.id)).toEqual({ state: "MOVED", words: "brown fox" });
    const events = await db.event.findMany({
      where: { assignmentId: assignment.id, type: "REVISION" },
    });
    expect(events).toHaveLength(1);
  });

  test.each([
    ["instructor", "done"],
    ["assistant", "Forbidden"],
    ["author", "Forbidden"],
    ["stranger", "NotFound"],
    ["nobody", "NotFound"],
  ] as const)("is decided by who may assign: %s → %s", async (name, outcome) => {
    const input = { assignmentId: room.assignment.id, isPinned: true };
    expect(await outcomeOf(followRevisions(room.people[name].id, input))).toBe(outcome);
  });
});
