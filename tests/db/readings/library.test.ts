import { beforeEach, describe, expect, test } from "vitest";

import { db } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import { addReading } from "@/lib/readings/mutations";
import { factsSelect, readableBy, readingAbilities } from "@/lib/readings/policy";
import { getNewestRevision, getReading, getRevision, listReadings } from "@/lib/readings/queries";
import { addReadingInput } from "@/lib/readings/schema";
import { createReading, createUser, type Person } from "../../support/factories";

let ada: Person, ben: Person;

beforeEach(async () => {
  // What other tests shared with everybody is in everybody's library.
  await db.reading.updateMany({ where: { isForAll: true }, data: { isForAll: false } });
  [ada, ben] = await Promise.all([createUser({ name: "Ada" }), createUser({ name: "Ben" })]);
});

/** Adds a reading as the form does. */
function add(given: Record<string, unknown>) {
  return addReading(ada.id, addReadingInput.parse({ title: "On Foxes", right: "free", ...given }));
}

function revisionsOf(readingId: string) {
  return db.revision.findMany({ where: { readingId } });
}

describe("adding a reading", () => {
  test("from Markdown keeps its document, its flat text and what was said about it", async () => {
    const { id } = await add({
      author: "Aesop",
      source: "Fables",
      language: "EN-gb",
      text: "# Foxes\n\nA *quick* fox.\n\n- and a dog",
    });
    const { html, ...card } = await getReading(ada.id, id);
    expect(card).toMatchObject({
      ...{ id, title: "On Foxes", author: "Aesop", source: "Fables", language: "en-GB" },
      can: { read: true, assign: true },
    });
    expect(html).toContain("<em>quick</em>");
    const [revision, ...others] = await revisionsOf(id);
    expect(others).toEqual([]);
    expect(revision).toMatchObject({ number: 1, text: "Foxes\nA quick fox.\nand a dog" });
    expect(revision?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test("from plain text takes every character as it is", async () => {
    const { id } = await add({ format: "plain", text: "# No *heading*\n\nA second paragraph." });
    const { html } = await getReading(ada.id, id);
    expect(html).not.toMatch(/<(h1|h2|em)/);
    expect(await revisionsOf(id)).toMatchObject([{ text: "# No *heading*\nA second paragraph." }]);
  });

  test("fills in from the text's own front matter what the form left open, and only that", async () => {
    const text = "---\nauthor: Aesop\npublication: Fables\nsource: Book 1\n---\n\nA fox.";
    const open = await getReading(ada.id, (await add({ text })).id);
    expect(open).toMatchObject({ author: "Aesop", source: "Fables. Book 1" });
    const given = await getReading(ada.id, (await add({ text, author: "La Fontaine" })).id);
    expect(given.author).toBe("La Fontaine");
    expect(given.html).not.toContain("Aesop");
  });

  test("keeps what PostgreSQL cannot store out of it", async () => {
    const { id } = await add({ format: "plain", text: "A\0 fox\ud83e and\r\na dog" });
    expect(await revisionsOf(id)).toMatchObject([
      { text: expect.stringMatching(/^A fox\ufffd and/) },
    ]);
  });

  test.each([
    ["nothing but front matter", { text: "---\ntitle: A\n---\n" }, "readingEmpty"],
    ["nothing but a remark", { text: "<!-- nothing -->" }, "readingEmpty"],
    ["quotes in quotes 150 deep", { text: `${"> ".repeat(150)}fox` }, "readingTooDeep"],
    ["HTML in HTML 300 deep", { text: `${"<div>".repeat(300)}fox` }, "readingTooDeep"],
  ])("of %s is refused at the text, and nothing is stored", async (_, given, key) => {
    const refusal = { name: "Invalid", key, details: { field: "text" } };
    await expect(add(given)).rejects.toMatchObject(refusal);
    expect(await db.reading.count({ where: { ownerId: ada.id } })).toBe(0);
  });
});

describe("a library", () => {
  test("is its owner's own: to others its readings are NotFound", async () => {
    const { id } = await createReading({ ownerId: ada.id });
    await expect(getReading(ben.id, id)).rejects.toThrow(NotFound);
    await expect(getNewestRevision(ben.id, id)).rejects.toThrow(NotFound);
    expect(await listReadings(ben.id)).toEqual({ readings: [], nextCursor: null });
    expect(await getReading(ada.id, id)).toMatchObject({ id });
  });

  test("comes in pages, newest first, that hold each reading once", async () => {
    const { id } = await createReading({ ownerId: ada.id });
    const { document, text, hash } = (await revisionsOf(id))[0]!;
    for (let count = 0; count < 64; count++) {
      const createdAt = new Date(Date.UTC(2026, 0, 1 + Math.floor(count / 2)));
      const revisions = { create: { number: 1, document: document ?? {}, text, hash } };
      const title = `Reading ${count}`;
      await db.reading.create({ data: { ownerId: ada.id, title, createdAt, revisions } });
    }
    const pages = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await listReadings(ada.id, cursor ? { cursor } : {});
      pages.push(page.readings);
      cursor = page.nextCursor;
    }
    expect(pages.map(({ length }) => length)).toEqual([30, 30, 5]);
    const all = pages.flat();
    expect(new Set(all.map((each) => each.id)).size).toBe(65);
    const times = all.map(({ createdAt }) => createdAt);
    expect(times).toEqual([...times].sort().reverse());
  });

  test("lets its filter through exactly what the read ability allows", async () => {
    const rows = await Promise.all(
      [ada, ben].flatMap(({ id: ownerId }) => [
        createReading({ ownerId }),
        createReading({ ownerId, isForAll: true }),
        createReading({ ownerId, shares: { create: { userId: ben.id } } }),
      ]),
    );
    const ids = { id: { in: rows.map(({ id }) => id) } };
    for (const { id: userId } of [ada, ben, await createUser()]) {
      const found = await db.reading.findMany({ where: { ...ids, ...readableBy(userId) } });
      const facts = await db.reading.findMany({
        where: ids,
        select: { id: true, ...factsSelect(userId) },
      });
      const readable = facts.filter((reading) => readingAbilities(userId, reading).read);
      expect(found.map(({ id }) => id).sort()).toEqual(readable.map(({ id }) => id).sort());
      expect(found.length).toBeGreaterThan(1);
    }
  });
});

describe("a revision", () => {
  test("is shown as it was written, the newest one in the library", async () => {
    const { id, revisionId } = await createReading({ ownerId: ada.id, markdown: "The old text." });
    const other = await createReading({ markdown: "The new text." });
    const [{ document, text, hash }] = (await revisionsOf(other.id)) as [never];
    const newer = await db.revision.create({
      data: { readingId: id, number: 2, document, text, hash },
    });
    expect(await getNewestRevision(ada.id, id)).toEqual({
      id: newer.id,
      title: expect.any(String),
    });
    expect((await getReading(ada.id, id)).html).toContain("The new text.");
    expect((await getRevision(revisionId)).html).toContain("The old text.");
  });

  test("that does not exist is NotFound", async () => {
    await expect(getRevision(crypto.randomUUID())).rejects.toThrow(NotFound);
  });
});
