import { beforeEach, describe, expect, test } from "vitest";
import { createAnnotation } from "@/lib/annotations/mutations";
import { PASSAGE_LIMIT } from "@/lib/annotations/schema";
import { db } from "@/lib/db";
import { type Classroom, openClassroom } from "../../support/classroom";
import { annotate, annotationOf, createReading } from "../../support/factories";

let room: Classroom;

beforeEach(async () => {
  room = await openClassroom();
});

/** Annotates `[start, end)`; what is given otherwise replaces what an honest client sends. */
function mark({ start, end, ...rest }: { start: number; end: number; revisionId?: string }) {
  const { author, assignment } = room;
  const input = { ...annotationOf(assignment, "fox"), start, end, ...rest };
  return createAnnotation(author.id, assignment.id, input);
}

/** What is stored of where an annotation lies. */
function selectorsOf(id: string) {
  const select = { quote: true, prefix: true, suffix: true, start: true, end: true } as const;
  return db.annotation.findUniqueOrThrow({ where: { id }, select });
}

describe("the quote", () => {
  test("is cut from the stored text, with 32 units of it on each side", async () => {
    const { author, assignment } = room;
    const { id, quote, anchor } = await annotate(author.id, assignment, "one eye");
    const start = assignment.text.indexOf("one eye");
    const stored = await selectorsOf(id);

    expect(quote).toBe("one eye");
    expect(anchor).toEqual({ start, end: start + 7, state: "EXACT" });
    expect(stored).toEqual({
      quote: "one eye",
      prefix: assignment.text.slice(start - 32, start),
      suffix: " open.",
      start,
      end: start + 7,
    });
    expect(stored.prefix).toHaveLength(32);
  });

  test("may begin and end with the text, and run over the end of a paragraph", async () => {
    const { text } = room.assignment;
    const { id, quote } = await mark({ start: 0, end: text.length });
    expect(quote).toBe(text);
    expect(quote).toContain("\n");
    expect(await selectorsOf(id)).toMatchObject({ prefix: "", suffix: "" });
  });

  test("never holds half a character, nor does what surrounds it", async () => {
    // Emoji everywhere, each of two units, so that 32 units back and forth cut through one.
    const markdown = `x${"🦊".repeat(20)}y${"🐶".repeat(20)}z`;
    room = await openClassroom({ reading: await createReading({ markdown }) });
    const middle = markdown.indexOf("y");
    const { id } = await mark({ start: middle - 1, end: middle + 2 });
    expect(await selectorsOf(id)).toEqual({
      quote: "🦊y🐶",
      prefix: "🦊".repeat(16),
      suffix: "🐶".repeat(16),
      start: middle - 2,
      end: middle + 3,
    });

    const inside = await mark({ start: 2, end: 3 });
    const { quote, prefix, suffix } = await selectorsOf(inside.id);
    expect([quote, prefix, suffix]).toEqual(["🦊", "x", "🦊".repeat(16)]);

    const uneven = await mark({ start: middle, end: middle + 1 });
    const around = await selectorsOf(uneven.id);
    expect([around.prefix, around.suffix]).toEqual(["🦊".repeat(16), "🐶".repeat(16)]);

    const shortened = await mark({ start: middle + 1, end: middle + 3 });
    expect((await selectorsOf(shortened.id)).prefix).toBe(`${"🦊".repeat(15)}y`);
  });
});

describe("a passage", () => {
  test.each([
    { what: "ends after the text", range: () => [0, room.assignment.text.length + 1] },
    { what: "lies after the text", range: () => [5_000, 5_001] },
    { what: "has its ends the wrong way round", range: () => [9, 4] },
    { what: "has no length", range: () => [4, 4] },
  ])("that $what is refused, and nothing is stored", async ({ range }) => {
    const [start = 0, end = 0] = range();
    const refusal = { name: "Invalid", key: "passageOutside", details: { field: "start" } };
    await expect(mark({ start, end })).rejects.toMatchObject(refusal);
    await expectNothingStored();
  });

  test("of nothing but white space is refused, and nothing is stored", async () => {
    const start = room.assignment.text.indexOf("\n");
    const refusal = { name: "Invalid", key: "passageEmpty", details: { field: "start" } };
    await expect(mark({ start, end: start + 1 })).rejects.toMatchObject(refusal);
    await expectNothingStored();
  });

  test("of an earlier revision is refused, and nothing is stored", async () => {
    const old = await createReading();
    const refusal = { name: "Conflict", key: "textRevised" };
    await expect(mark({ start: 4, end: 9, revisionId: old.revisionId })).rejects.toMatchObject(
      refusal,
    );
    await expectNothingStored();
  });

  test("may be as long as the limit, and not a unit longer", async () => {
    const markdown = "fox ".repeat(PASSAGE_LIMIT / 4 + 1);
    room = await openClassroom({ reading: await createReading({ markdown }) });
    const refusal = {
      name: "Invalid",
      key: "passageTooLong",
      details: { field: "end", values: { maximum: PASSAGE_LIMIT } },
    };
    await expect(mark({ start: 0, end: PASSAGE_LIMIT + 1 })).rejects.toMatchObject(refusal);
    await expectNothingStored();
    expect((await mark({ start: 0, end: PASSAGE_LIMIT })).quote).toHaveLength(PASSAGE_LIMIT);
  });

  async function expectNothingStored() {
    const where = { assignmentId: room.assignment.id };
    expect(await db.annotation.count({ where })).toBe(0);
    expect(await db.event.count({ where })).toBe(0);
    expect(await db.eventHead.count({ where })).toBe(0);
  }
});
