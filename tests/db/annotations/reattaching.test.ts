import { beforeEach, describe, expect, test } from "vitest";

import { reattach, undoReattaching } from "@/lib/annotations/anchor";
import type { ThreadView } from "@/lib/annotations/present";
import { getThread, listThreads } from "@/lib/annotations/queries";
import { db } from "@/lib/db";
import { type Classroom, openClassroom, type ViewerName } from "../../support/classroom";
import { placeOf, publishText } from "../../support/drafts";
import { annotate, createReading } from "../../support/factories";
import { outcomeOf } from "../../support/outcome";

const OLD = "The quick brown fox jumps over the lazy dog.\n\nA dog that was jumped over once.";
const NEW = "Once upon a time.\n\nThe quick brown fox jumps over the lazy dog.";
const GONE = "A dog that was jumped over once";
const PLACE = { start: 0, end: "Once upon a time".length };

let reading: Awaited<ReturnType<typeof createReading>>;
let room: Classroom;

beforeEach(async () => {
  reading = await createReading({ markdown: OLD });
  room = await openClassroom({ reading });
});

async function detach(audience: "COURSE" | "INSTRUCTORS" | "ONLY_ME" = "COURSE") {
  const { id } = await annotate(room.author.id, room.assignment, GONE, {
    says: "Which?",
    audience,
  });
  await publishText(reading.ownerId, reading.id, NEW);
  return getThread(room.author.id, id);
}

async function put(who: ViewerName, { id, version }: ThreadView, place = PLACE) {
  const { revisionId } = await db.assignment.findUniqueOrThrow({
    where: { id: room.assignment.id },
  });
  return reattach(room.people[who].id, id, version, { revisionId, ...place });
}

/** What the annotation says of its own passage, and the words that stand there. */
async function selectorsOf(id: string) {
  const { start, end, revision, ...words } = await db.annotation.findUniqueOrThrow({
    where: { id },
    select: {
      ...{ quote: true, prefix: true, suffix: true, start: true, end: true, revisionId: true },
      revision: { select: { text: true } },
    },
  });
  return { ...words, start, end, there: revision.text.slice(start, end) };
}

describe("a note that lost its words", () => {
  test("is quoted in each revision with the words that it was on there, however often it was put elsewhere", async () => {
    const detached = await detach();
    await put("author", detached);
    await publishText(reading.ownerId, reading.id, "Nobody is left.\n\nBut nobody sleeps.");
    const again = await getThread(room.author.id, detached.id);
    await put("author", again, { start: 0, end: "Nobody is left".length });
    const quoteIn = async (revision: number) => {
      const query = { limit: 10, revision };
      const { rows } = await listThreads(room.classmate.id, room.assignment.id, query);
      return rows.map(({ quote }) => quote);
    };
    expect(await quoteIn(1)).toEqual([GONE]);
    expect(await quoteIn(2)).toEqual(["Once upon a time"]);
    expect(await quoteIn(3)).toEqual(["Nobody is left"]);
  });

  test("is still read by everybody who could, with the words it was made on", async () => {
    const { id } = await detach();
    const seen = await getThread(room.classmate.id, id);
    expect(seen).toMatchObject({ quote: GONE, anchor: { state: "DETACHED" } });
    expect(seen.can.reattach).toBe(false);
  });

  test("is put on a passage, whose words it quotes from now on; who did it is kept", async () => {
    const note = await detach();
    const placed = await put("assistant", note);
    expect(placed).toMatchObject({
      quote: "Once upon a time",
      anchor: { ...PLACE, state: "EXACT" },
      reattached: { by: "Assistant", formerQuote: GONE },
    });
    expect(await placeOf(note.id)).toEqual({ state: "EXACT", words: "Once upon a time" });
    const { quote, there } = await selectorsOf(note.id);
    expect(there).toBe(quote);
  });

  test("is told to everybody who has the reading open", async () => {
    const note = await detach();
    await put("author", note);
    const last = await db.event.findFirst({
      where: { assignmentId: room.assignment.id },
      orderBy: { number: "desc" },
    });
    expect(last).toMatchObject({ type: "ANNOTATION", annotationId: note.id });
  });

  test("goes back to where it was when the one who put it there takes that back", async () => {
    const note = await detach();
    const made = await selectorsOf(note.id);
    const { version } = await put("author", note);
    expect(await outcomeOf(undoReattaching(room.instructor.id, note.id, version))).toBe("Conflict");
    const undone = await undoReattaching(room.author.id, note.id, version);
    expect(undone).toMatchObject({ quote: GONE, anchor: { state: "DETACHED" }, reattached: null });
    expect(await selectorsOf(undone.id)).toEqual(made);
    expect(await outcomeOf(undoReattaching(room.author.id, note.id, undone.version))).toBe(
      "Conflict",
    );
  });

  test.each([
    ["author", "COURSE", "done"],
    ["classmate", "COURSE", "Forbidden"],
    ["instructor", "COURSE", "done"],
    ["assistant", "INSTRUCTORS", "done"],
    ["classmate", "INSTRUCTORS", "NotFound"],
    ["author", "ONLY_ME", "done"],
    ["instructor", "ONLY_ME", "NotFound"],
    ["removed", "COURSE", "NotFound"],
    ["stranger", "COURSE", "NotFound"],
  ] as const)(
    "is put in place by its author and the staff: %s, %s → %s",
    async (who, audience, outcome) => {
      expect(await outcomeOf(put(who, await detach(audience)))).toBe(outcome);
    },
  );

  test.each([
    ["outside the text", { start: 0, end: 10_000 }, "Invalid"],
    ["empty", { start: 5, end: 5 }, "Invalid"],
    ["backwards", { start: 9, end: 5 }, "Invalid"],
  ])("is not put on a passage that is %s", async (_, place, outcome) => {
    expect(await outcomeOf(put("author", await detach(), place))).toBe(outcome);
  });
});

test("a note that has its words is not moved off them", async () => {
  const { id } = await annotate(room.author.id, room.assignment, "brown fox");
  await publishText(reading.ownerId, reading.id, NEW);
  expect(await outcomeOf(put("author", await getThread(room.author.id, id)))).toBe("Conflict");
});

test("a passage of an older text is refused", async () => {
  const { id, version } = await detach();
  const late = { revisionId: reading.revisionId, ...PLACE };
  expect(await outcomeOf(reattach(room.author.id, id, version, late))).toBe("Conflict");
});
