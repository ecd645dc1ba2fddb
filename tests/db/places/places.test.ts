import { beforeEach, describe, expect, test } from "vitest";

import { listActivity } from "@/lib/annotations/activity";
import { getAssignment } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import { rememberPlace } from "@/lib/places/mutations";
import { findPlace } from "@/lib/places/queries";
import { archive, type Classroom, openClassroom, VIEWERS } from "../../support/classroom";
import { publishText } from "../../support/drafts";
import { createAssignment, createReading } from "../../support/factories";
import { outcomeOf } from "../../support/outcome";

const FIRST = "The quick brown fox jumps over the lazy dog, and over the other one as well.";
const SECOND = "A dog that was jumped over once sleeps with one eye open ever after.";
const THIRD = "What became of the fox is told in another story by another author.";

let reading: Awaited<ReturnType<typeof createReading>>;
let room: Classroom;

beforeEach(async () => {
  reading = await createReading({ markdown: [FIRST, SECOND, THIRD].join("\n\n") });
  room = await openClassroom({ reading });
});

const publish = (...blocks: string[]) =>
  publishText(reading.ownerId, reading.id, blocks.join("\n\n"));
const remember = (userId: string, offset: number, revisionId = room.assignment.revisionId) =>
  rememberPlace(userId, room.assignment.id, { revisionId, offset });
const find = (userId: string) => findPlace(userId, room.assignment.id);

/** The words at the place that is found in the text that the course reads now. */
async function wordsFound(userId: string, length: number): Promise<string | undefined> {
  const place = await find(userId);
  const { revisionId, revision } = await db.assignment.findUniqueOrThrow({
    where: { id: room.assignment.id },
    select: { revisionId: true, revision: { select: { text: true } } },
  });
  expect(place?.revisionId).toBe(revisionId);
  return place?.offset === undefined
    ? undefined
    : revision.text.slice(place.offset, place.offset + length);
}

describe("a place in a text", () => {
  test("is where one was last, on every device; nowhere before one has read", async () => {
    expect(await find(room.author.id)).toBeNull();
    await remember(room.author.id, 30);
    await remember(room.author.id, 90);
    expect(await find(room.author.id)).toEqual({
      revisionId: room.assignment.revisionId,
      offset: 90,
    });
    expect(await db.readingPlace.count({ where: { userId: room.author.id } })).toBe(1);
  });

  test("belongs to one assignment of the text and not to another", async () => {
    const other = await createAssignment(room.course.id, { reading });
    await remember(room.author.id, 30);
    expect(await findPlace(room.author.id, other.id)).toBeNull();
  });

  test("is remembered in an archived course too: one still reads there", async () => {
    await archive(room.course.id);
    await remember(room.author.id, 30);
    expect(await find(room.author.id)).toMatchObject({ offset: 30 });
  });
});

describe("after a revision a place", () => {
  test("is where its words went", async () => {
    await remember(room.author.id, room.assignment.text.indexOf(SECOND));
    await publish("Once upon a time there was this.", FIRST, SECOND, THIRD);
    expect(await wordsFound(room.author.id, SECOND.length)).toBe(SECOND);
  });

  test("keeps to words within a block", async () => {
    await remember(room.author.id, room.assignment.text.indexOf("sleeps with"));
    await publish("Once upon a time there was this.", FIRST, SECOND, THIRD);
    expect(await wordsFound(room.author.id, 11)).toBe("sleeps with");
  });

  test("is about where it would be when its words are gone", async () => {
    await remember(room.author.id, room.assignment.text.indexOf(SECOND));
    await publish(FIRST, THIRD);
    expect(await wordsFound(room.author.id, THIRD.length)).toMatch(/^\n?What became/);
  });

  test("is kept for whoever still has the earlier text open", async () => {
    const { revisionId } = room.assignment;
    await publish("Once upon a time there was this.", FIRST, SECOND, THIRD);
    await remember(room.author.id, room.assignment.text.indexOf(THIRD), revisionId);
    expect(await wordsFound(room.author.id, THIRD.length)).toBe(THIRD);
  });

  test("is none where there were no words", async () => {
    await remember(room.author.id, 100_000);
    await publish(FIRST);
    expect(await find(room.author.id)).toBeNull();
  });
});

describe("a place is nobody else's", () => {
  test("only members remember and find one; to all others there is no such reading", async () => {
    for (const name of VIEWERS) {
      const isMember = ["author", "classmate", "instructor", "assistant"].includes(name);
      const expected = isMember ? "done" : "NotFound";
      const { id } = room.people[name];
      expect(await outcomeOf(remember(id, 10)), name).toBe(expected);
      expect(await outcomeOf(find(id)), name).toBe(expected);
    }
  });

  test("a reading that has not opened has no place for a student", async () => {
    const opensAt = new Date(Date.now() + 86_400_000);
    const { id, revisionId } = await createAssignment(room.course.id, { reading, opensAt });
    const at = { revisionId, offset: 10 };
    expect(await outcomeOf(rememberPlace(room.author.id, id, at))).toBe("NotFound");
    expect(await outcomeOf(findPlace(room.author.id, id))).toBe("NotFound");
    expect(await outcomeOf(rememberPlace(room.instructor.id, id, at))).toBe("done");
  });

  test("there is none in a text that the course never read", async () => {
    const other = await createReading();
    expect(await outcomeOf(remember(room.author.id, 10, other.revisionId))).toBe("NotFound");
    expect(await outcomeOf(remember(room.author.id, 10, crypto.randomUUID()))).toBe("NotFound");
    expect(await find(room.author.id)).toBeNull();
  });

  test("nothing of it comes out for anybody else: no event, no count, no view", async () => {
    await remember(room.author.id, 40);
    const { id } = room.assignment;
    for (const person of [room.classmate, room.instructor, room.assistant]) {
      expect(await find(person.id)).toBeNull();
      const shown = [await getAssignment(person.id, id), await listActivity(person.id, [id])];
      expect(JSON.stringify(shown)).not.toContain(room.author.id);
    }
    expect(await db.event.count({ where: { assignmentId: id } })).toBe(0);
  });

  test("it goes with the account", async () => {
    await remember(room.author.id, 40);
    await db.user.delete({ where: { id: room.author.id } });
    expect(await db.readingPlace.count({ where: { userId: room.author.id } })).toBe(0);
  });
});
