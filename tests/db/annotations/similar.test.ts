import { beforeEach, describe, expect, test } from "vitest";

import { removeAnnotation } from "@/lib/annotations/removal";
import { listSimilar } from "@/lib/annotations/similar";
import { db } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import { type Classroom, openClassroom } from "../../support/classroom";
import { annotate } from "../../support/factories";

let room: Classroom;

beforeEach(async () => {
  room = await openClassroom();
});

const ask = (
  quote: string,
  says: string,
  audience: "COURSE" | "INSTRUCTORS" | "ONLY_ME" = "COURSE",
) => annotate(room.author.id, room.assignment, quote, { says, audience, kind: "QUESTION" });

function similarTo(viewer: { id: string }, quote: string, q: string) {
  const start = room.assignment.text.indexOf(quote);
  return listSimilar(viewer.id, room.assignment.id, { start, end: start + quote.length, q });
}

describe("before somebody asks", () => {
  test("questions on words of the passage are offered, the most alike first", async () => {
    const other = await ask("the lazy dog", "Whose animal?");
    const same = await ask("lazy", "Why is this dog called lazy?");
    expect(await similarTo(room.classmate, "lazy dog", "Why is the dog lazy?")).toMatchObject([
      {
        id: same.id,
        quote: "lazy",
        words: "Why is this dog called lazy?",
        author: { name: "Ada" },
      },
      { id: other.id },
    ]);
    expect(await similarTo(room.classmate, "quick", "Something else entirely")).toEqual([]);
  });

  test("one that says nearly the same is offered wherever it is", async () => {
    const same = await ask("quick brown fox", "Wéshalb ist der Hund faul?");
    const found = await similarTo(room.classmate, "one eye open", "weshalb ist der hund so faul");
    expect(found.map(({ id }) => id)).toEqual([same.id]);
  });

  test("comments and highlights are not, and no more than three", async () => {
    const says = "Why is the dog lazy?";
    await annotate(room.author.id, room.assignment, "lazy dog", { says });
    await annotate(room.author.id, room.assignment, "lazy dog");
    expect(await similarTo(room.classmate, "lazy dog", says)).toEqual([]);
    for (let count = 0; count < 5; count++) await ask("lazy dog", says);
    expect(await similarTo(room.classmate, "lazy dog", says)).toHaveLength(3);
  });
});

describe("nobody is offered what they could not read or answer", () => {
  const says = "Why is the dog lazy?";

  test("private, for the instructors, deleted, hidden, held, or of another place", async () => {
    await ask("lazy dog", says, "ONLY_ME");
    await ask("lazy dog", says, "INSTRUCTORS");
    const [deleted, hidden, held] = [
      await ask("lazy dog", says),
      await ask("lazy dog", says),
      await ask("lazy dog", says),
    ];
    await removeAnnotation(room.author.id, deleted.id, deleted.version);
    const now = new Date();
    await db.comment.updateMany({ where: { annotationId: hidden.id }, data: { hiddenAt: now } });
    await db.annotation.update({ where: { id: held.id }, data: { heldAt: now } });
    expect(await similarTo(room.classmate, "lazy dog", says)).toEqual([]);
    await expect(similarTo(room.stranger, "lazy dog", says)).rejects.toThrow(NotFound);
  });

  test("a locked thread", async () => {
    const { id } = await ask("lazy dog", says);
    await db.annotation.update({ where: { id }, data: { lockedAt: new Date() } });
    expect(await similarTo(room.classmate, "lazy dog", says)).toEqual([]);
  });
});
