import { beforeEach, describe, expect, test } from "vitest";

import { getMarksTag, listMarks } from "@/lib/annotations/marks";
import { createAnnotation } from "@/lib/annotations/mutations";
import { listComments, listThreads } from "@/lib/annotations/queries";
import { getAssignment } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import { compareAssigned, compareOwn } from "@/lib/revisions/comparing";
import { followRevisions } from "@/lib/revisions/pinning";
import { type Classroom, openClassroom } from "../../support/classroom";
import { publishText } from "../../support/drafts";
import {
  annotate,
  annotationOf,
  createAssignment,
  createMember,
  createReading,
  createUser,
  reply,
} from "../../support/factories";
import { outcomeOf } from "../../support/outcome";

const OLD = "The quick brown fox jumps over the lazy dog.\n\nA dog that was jumped over once.";
const NEW = "Once upon a time.\n\nThe quick brown fox jumps over the lazy dog.";

let reading: Awaited<ReturnType<typeof createReading>>;
let room: Classroom;

beforeEach(async () => {
  reading = await createReading({ markdown: OLD });
  room = await openClassroom({ reading });
});

const publish = (markdown: string) => publishText(reading.ownerId, reading.id, markdown);
const threadsAt = (userId: string, revision?: number) =>
  listThreads(userId, room.assignment.id, { limit: 50, revision });

/** The assignment as it reads its newest revision. */
async function renewed() {
  const { revisionId, revision } = await db.assignment.findUniqueOrThrow({
    where: { id: room.assignment.id },
    select: { revisionId: true, revision: { select: { text: true } } },
  });
  return { ...room.assignment, revisionId, text: revision.text };
}

describe("looking back on an older revision", () => {
  test("shows the notes of its time, in the places they had", async () => {
    const gone = await annotate(room.author.id, room.assignment, "A dog that was jumped over once");
    await publish(NEW);
    const newer = await annotate(room.author.id, await renewed(), "Once upon a time");

    const old = await threadsAt(room.author.id, 1);
    expect(old.rows).toEqual([
      expect.objectContaining({
        id: gone.id,
        anchor: { start: 45, end: 76, state: "EXACT" },
      }),
    ]);
    const marks = await listMarks(room.author.id, room.assignment.id, { revision: 1 });
    expect(marks).toMatchObject({ starts: [45], lengths: [31], states: "E" });
    const now = await threadsAt(room.author.id);
    expect(now.rows.map(({ id }) => id).sort()).toEqual([gone.id, newer.id].sort());
    expect(await threadsAt(room.author.id, 2)).toEqual(now);
  });

  test("lets nobody write: neither the page nor its threads offer it", async () => {
    const note = await annotate(room.author.id, room.assignment, "fox", { says: "Why?" });
    await publish(NEW);
    const { can, revision } = await getAssignment(room.author.id, room.assignment.id, {
      revision: 1,
    });
    expect(can).toMatchObject({ read: true, annotate: false });
    expect(revision).toMatchObject({ number: 1, earliest: 1, present: 2 });
    const [thread] = (await threadsAt(room.author.id, 1)).rows;
    const nothing = {
      ...{ reply: false, answer: false, remove: false, reattach: false },
      ...{ change: false, moderate: false },
    };
    expect(thread?.can).toEqual({ read: true, ...nothing });
    expect(thread?.comments[0]?.can).toEqual({
      ...{ read: true, readWords: true, edit: false, remove: false },
      ...{ vote: false, replyPrivately: false, moderate: false, report: false },
    });
    await reply(room.author.id, note.id, "Because.");
    const page = { limit: 50, revision: 1 };
    const comments = await listComments(room.author.id, note.id, page);
    expect(comments.rows.map((each) => each.can.edit)).toEqual([false, false]);
    expect((await threadsAt(room.author.id)).rows[0]?.can).toMatchObject({ reply: true });
  });

  test("a note cannot be made on it", async () => {
    await publish(NEW);
    const made = createAnnotation(
      room.author.id,
      room.assignment.id,
      annotationOf(room.assignment, "lazy dog"),
    );
    expect(await outcomeOf(made)).not.toBe("done");
  });

  test("shows private notes to nobody but their author, and the staff's to the staff", async () => {
    const own = await annotate(room.author.id, room.assignment, "fox", { audience: "ONLY_ME" });
    await annotate(room.author.id, room.assignment, "dog", { audience: "INSTRUCTORS" });
    await publish(NEW);
    const idsFor = async (userId: string) =>
      (await threadsAt(userId, 1)).rows.map(({ quote }) => quote);
    expect(await idsFor(room.author.id)).toEqual(["fox", "dog"]);
    expect(await idsFor(room.instructor.id)).toEqual(["dog"]);
    const other = await createMember(room.course.id);
    expect(await idsFor(other.id)).toEqual([]);
    expect(own.id).toBeTruthy();
  });

  test("has a tag of its own, so that no browser takes the one list for the other", async () => {
    await publish(NEW);
    const tag = (revision?: number) =>
      getMarksTag(room.author.id, room.assignment.id, { revision });
    expect(await tag(1)).not.toBe(await tag());
    expect(await tag(2)).toBe(await tag());
  });

  test("is for members only, of what their course has read: the rest is not found", async () => {
    await publish(NEW);
    const at = (userId: string, revision: number, id = room.assignment.id) =>
      outcomeOf(getAssignment(userId, id, { revision }));
    expect(await at(room.author.id, 1)).toBe("done");
    expect(await at(room.author.id, 3)).toBe("NotFound");
    expect(await at((await createUser()).id, 1)).toBe("NotFound");

    // Assigned after the first revision: what stood there before was never this course's to read.
    const later = await createAssignment(room.course.id, { reading });
    const { revisionId } = await renewed();
    await db.assignment.update({ where: { id: later.id }, data: { revisionId } });
    expect(await at(room.author.id, 1, later.id)).toBe("NotFound");
    expect(await at(room.author.id, 2, later.id)).toBe("done");

    // Pinned: what is newer is not for this course.
    await followRevisions(room.instructor.id, { assignmentId: room.assignment.id, isPinned: true });
    await publish("Another text altogether.");
    expect(await at(room.author.id, 2)).toBe("done");
    expect(await at(room.author.id, 3)).toBe("NotFound");
  });
});

describe("comparing revisions", () => {
  const kinds = ({ rows }: Awaited<ReturnType<typeof compareOwn>>) => rows.map(({ kind }) => kind);

  test("shows the last two, for members by the assignment and for the owner by the library", async () => {
    await publish(NEW);
    const read = await compareAssigned(room.author.id, room.assignment.id, { row: 0 });
    expect(read).toMatchObject({ from: { number: 1 }, to: { number: 2 }, changes: 2, next: null });
    expect(kinds(read)).toEqual(["added", "same", "removed"]);
    expect(await compareOwn(reading.ownerId, reading.id, { row: 0 })).toEqual(read);
  });

  test("folds what is the same, and goes on by pages", async () => {
    const verse = (at: number) => `The ${at}th verse of the song that everybody knows.`;
    const song = Array.from({ length: 400 }, (_, at) => verse(at));
    await publish(song.join("\n\n"));
    await publish(song.map((line, at) => (at % 3 ? line : `${line} Oh!`)).join("\n\n"));
    const first = await compareOwn(reading.ownerId, reading.id, { row: 0 });
    expect(first).toMatchObject({
      from: { number: 2 },
      to: { number: 3 },
      changes: 134,
      next: 100,
    });
    expect(first.rows).toHaveLength(100);
    await publish(song.map((line, at) => (at === 200 ? "Gone." : line)).join("\n\n"));
    const folded = await compareOwn(reading.ownerId, reading.id, { from: 2, to: 4, row: 0 });
    expect(folded.rows[0]).toEqual({ kind: "unchanged", count: 199 });
    expect(folded.rows.at(-1)).toEqual({ kind: "unchanged", count: 198 });
  });

  test("is refused to others, and of revisions that one may not read", async () => {
    await publish(NEW);
    const stranger = (await createUser()).id;
    const id = room.assignment.id;
    const outcomes = [
      compareAssigned(stranger, id, { row: 0 }),
      compareAssigned(room.author.id, id, { from: 1, to: 3, row: 0 }),
      compareOwn(room.author.id, reading.id, { row: 0 }),
      compareOwn(reading.ownerId, reading.id, { from: 7, row: 0 }),
    ];
    const notFound = outcomes.map(() => "NotFound");
    expect(await Promise.all(outcomes.map(outcomeOf))).toEqual(notFound);
  });
});
