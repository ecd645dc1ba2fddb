import { beforeEach, describe, expect, test } from "vitest";

import { markSeen } from "@/lib/annotations/activity";
import { getMarksTag, listMarks } from "@/lib/annotations/marks";
import { listUnread, markThreadsSeen } from "@/lib/annotations/unread";
import { db } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import { countUnread } from "@/lib/notifications/queries";
import { type Classroom, openClassroom } from "../../support/classroom";
import { annotate, createAssignment, reply } from "../../support/factories";

let room: Classroom;

beforeEach(async () => {
  room = await openClassroom();
});

const unreadOf = ({ id }: { id: string }) => listUnread(id, room.assignment.id);

function see({ id }: { id: string }, ids?: string[], agoMs = 0) {
  return markThreadsSeen(id, room.assignment.id, { ids, agoMs });
}

function open({ id }: { id: string }) {
  return markSeen(id, room.assignment.id, new Date());
}

function write(quote: string) {
  return annotate(room.author.id, room.assignment, quote, { says: `On ${quote}.` });
}

describe("what is unread", () => {
  test("is what others wrote since one first had the reading open; what was there is earlier", async () => {
    const before = await write("fox");
    await open(room.classmate);
    const after = await write("dog");
    expect(await unreadOf(room.classmate)).toEqual({ unread: [after.id], earlier: [before.id] });
    expect(await unreadOf(room.author)).toEqual({ unread: [], earlier: [] });

    // Opening it again later makes nothing earlier that was unread.
    await open(room.classmate);
    expect(await unreadOf(room.classmate)).toMatchObject({ unread: [after.id] });
  });

  test("is earlier altogether on a first visit", async () => {
    const { id } = await write("fox");
    expect(await unreadOf(room.classmate)).toEqual({ unread: [], earlier: [id] });
  });

  test("is no highlight, and nothing one may not read", async () => {
    await open(room.classmate);
    await annotate(room.author.id, room.assignment, "fox");
    for (const audience of ["ONLY_ME", "INSTRUCTORS"] as const) {
      await annotate(room.author.id, room.assignment, "dog", { says: "Hush.", audience });
    }
    expect(await unreadOf(room.classmate)).toEqual({ unread: [], earlier: [] });
  });

  test("comes with the marks, in their order", async () => {
    await write("dog");
    await open(room.classmate);
    const { id } = await write("fox");
    const marks = () => listMarks(room.classmate.id, room.assignment.id);
    expect((await marks()).unseen).toBe("UE");
    const tag = await getMarksTag(room.classmate.id, room.assignment.id);
    await see(room.classmate, [id]);
    expect((await marks()).unseen).toBe("SE");
    expect(await getMarksTag(room.classmate.id, room.assignment.id)).not.toBe(tag);
  });
});

describe("a thread that was seen", () => {
  test("is unread again when somebody else writes in it, not when one does oneself", async () => {
    await open(room.classmate);
    const { id } = await write("fox");
    await see(room.classmate, [id]);
    await reply(room.classmate.id, id, "Mine.");
    expect(await unreadOf(room.classmate)).toMatchObject({ unread: [] });
    await reply(room.author.id, id, "Yours?");
    expect(await unreadOf(room.classmate)).toMatchObject({ unread: [id] });
  });

  test("stays unread for what came after it was before one's eyes", async () => {
    await open(room.classmate);
    const { id } = await write("fox");
    await see(room.classmate, [id], 60_000);
    expect(await unreadOf(room.classmate)).toMatchObject({ unread: [id] });
  });

  test("has what one was told of it read", async () => {
    const { id } = await write("fox");
    const other = await write("dog");
    await reply(room.classmate.id, id, "Yes.");
    await reply(room.classmate.id, other.id, "Yes.");
    await see(room.author, [id]);
    expect(await countUnread(room.author.id)).toBe(1);
    await see(room.author);
    expect(await countUnread(room.author.id)).toBe(0);
  });

  test("is seen for its reader alone", async () => {
    const { id } = await write("fox");
    await see(room.classmate, [id]);
    expect(await unreadOf(room.assistant)).toMatchObject({ earlier: [id] });
  });
});

test("all can be marked as seen at once, and only what one may read", async () => {
  await write("fox");
  await open(room.classmate);
  await write("dog");
  await annotate(room.author.id, room.assignment, "dog", { says: "Hush.", audience: "ONLY_ME" });
  await see(room.classmate);
  expect(await unreadOf(room.classmate)).toEqual({ unread: [], earlier: [] });
  expect(await db.threadSeen.count({ where: { userId: room.classmate.id } })).toBe(2);
});

test("threads of elsewhere are not marked, and outsiders find nothing", async () => {
  const { id } = await annotate(
    room.stranger.id,
    await createAssignment(
      (await db.enrolment.findFirstOrThrow({ where: { userId: room.stranger.id } })).courseId,
    ),
    "fox",
    { says: "Elsewhere." },
  );
  await see(room.classmate, [id]);
  expect(await db.threadSeen.count({ where: { annotationId: id } })).toBe(0);
  for (const person of [room.removed, room.stranger, room.nobody]) {
    await expect(unreadOf(person)).rejects.toThrow(NotFound);
    await expect(see(person, [id])).rejects.toThrow(NotFound);
  }
});
