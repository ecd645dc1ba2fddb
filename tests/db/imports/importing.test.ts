import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { beforeEach, describe, expect, test } from "vitest";

import { db } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import {
  cancelImport,
  forgetImports,
  keepImport,
  startImport,
  startImportFrom,
} from "@/lib/imports/mutations";
import {
  getImport,
  getImportedText,
  getSourceFile,
  listImports,
  listSameTexts,
} from "@/lib/imports/queries";
import { keepImportInput } from "@/lib/imports/schema";
import { listWaitingImports, workOnImport } from "@/lib/imports/work";
import { getReading } from "@/lib/readings/queries";
import { getImage } from "@/lib/revisions/images";
import { createUser, type Person } from "../../support/factories";
import { fileOf, fixture } from "../../support/imports";

let ada: Person, ben: Person;

beforeEach(async () => {
  [ada, ben] = await Promise.all([createUser({ name: "Ada" }), createUser({ name: "Ben" })]);
});

/** Begins an import of Ada's and has it worked on. */
async function bring(source = fileOf("a.md", "# Foxes\n\nA fox.")) {
  const { id } = await startImport(ada.id, source);
  await workOnImport(id);
  return id;
}

const about = (importId: string) =>
  keepImportInput.parse({ importId, title: "On Foxes", licence: "cc-by", right: "licence" });

describe("a file", () => {
  test("is read, looked at, and kept as a reading with its images and its source", async () => {
    const source = await fixture("pandoc-english.docx");
    const { id } = await startImport(ada.id, source);
    expect(await getImport(ada.id, id)).toMatchObject({ state: "WAITING", readingId: null });
    expect(await listWaitingImports()).toContain(id);
    await workOnImport(id);
    const found = await getImport(ada.id, id);
    expect(found).toMatchObject({
      state: "READY",
      about: { title: "Of Books", author: "Michel de Montaigne" },
      size: source.bytes.length,
      losses: [],
    });
    const html = await getImportedText(ada.id, id);
    const imageId = /\/api\/v1\/images\/([\w-]+)/.exec(html)?.[1] ?? "";
    expect(await getImage(ada.id, imageId)).toMatchObject({ type: "image/webp" });
    await expect(getImage(ben.id, imageId)).rejects.toThrow(NotFound);

    const reading = await keepImport(ada.id, about(id));
    expect(await getReading(ada.id, reading.id)).toMatchObject({ title: "On Foxes", html });
    expect(await db.reading.findUnique({ where: { id: reading.id } })).toMatchObject({
      licence: "cc-by",
      right: "licence",
    });
    expect(await getImage(ada.id, imageId)).toMatchObject({ type: "image/webp" });
    const { name, bytes } = await getSourceFile(ada.id, reading.id);
    expect([name, Buffer.from(bytes).equals(source.bytes)]).toEqual(["pandoc-english.docx", true]);
    await expect(getSourceFile(ben.id, reading.id)).rejects.toThrow(NotFound);
    await expect(keepImport(ada.id, about(id))).rejects.toMatchObject({ key: "importNotReady" });
  });

  test("that cannot be read says why, and is not kept", async () => {
    const id = await bring(await fixture("chromium-scan.pdf"));
    expect(await getImport(ada.id, id)).toMatchObject({
      state: "FAILED",
      error: { key: "importScanned" },
    });
    await expect(keepImport(ada.id, about(id))).rejects.toMatchObject({ key: "importNotReady" });
    expect(await db.import.findUnique({ where: { id } })).toMatchObject({ bytes: null });
  });

  test("that is empty or too large is not taken", async () => {
    for (const size of [0, 50 * 1024 * 1024 + 1]) {
      const file = fileOf("a.txt", Buffer.alloc(size));
      await expect(startImport(ada.id, file)).rejects.toMatchObject({ name: "Invalid" });
    }
  });

  test("is nobody else's", async () => {
    const id = await bring();
    for (const look of [getImport, getImportedText, cancelImport]) {
      await expect(look(ben.id, id)).rejects.toThrow(NotFound);
    }
    await expect(keepImport(ben.id, about(id))).rejects.toThrow(NotFound);
    expect(await listImports(ben.id)).toEqual([]);
    expect(await listSameTexts(ben.id, id)).toEqual([]);
    expect(await listImports(ada.id)).toMatchObject([{ id }]);
  });

  test("with a text that the library has already is told to be so", async () => {
    const { id } = await keepImport(ada.id, about(await bring()));
    expect(await listSameTexts(ada.id, await bring())).toEqual([{ id, title: "On Foxes" }]);
    expect(await listSameTexts(ada.id, await bring(fileOf("b.md", "A dog.")))).toEqual([]);
  });
});

describe("an import", () => {
  test("that is cancelled while it is read comes to nothing", async () => {
    const hard = "![".repeat(20_000) + "](x)".repeat(20_000);
    const { id } = await startImport(ada.id, fileOf("a.md", hard));
    const working = workOnImport(id);
    await expect.poll(async () => (await getImport(ada.id, id)).state).toBe("WORKING");
    await cancelImport(ada.id, id);
    await working;
    expect(await getImport(ada.id, id)).toMatchObject({ state: "CANCELLED" });
    expect(await db.import.findUnique({ where: { id } })).toMatchObject({ bytes: null });
  });

  test("that takes too long says so", async () => {
    const hard = "![".repeat(20_000) + "](x)".repeat(20_000);
    const { id } = await startImport(ada.id, fileOf("a.md", hard));
    await workOnImport(id, { deadline: 2_000 });
    expect(await getImport(ada.id, id)).toMatchObject({ error: { key: "importTooSlow" } });
  });

  test("is done once, however many come to it", async () => {
    const { id } = await startImport(ada.id, await fixture("pandoc-english.docx"));
    await Promise.all([workOnImport(id), workOnImport(id), workOnImport(id)]);
    expect(await db.import.findUnique({ where: { id } })).toMatchObject({ attempts: 1 });
  });

  test("whose process ended is taken up again, but not for ever", async () => {
    const { id } = await startImport(ada.id, fileOf("a.md", "A fox."));
    const silent = { state: "WORKING", updatedAt: new Date(Date.now() - 3_600_000) } as const;
    await db.import.update({ where: { id }, data: { ...silent, attempts: 1 } });
    expect(await listWaitingImports()).toContain(id);
    await db.import.update({ where: { id }, data: { ...silent, attempts: 2 } });
    await workOnImport(id);
    expect(await getImport(ada.id, id)).toMatchObject({ error: { key: "importTooHeavy" } });
  });

  test("that nobody keeps is forgotten after a week, one that was kept is not", async () => {
    const [kept, left] = [await bring(), await bring()];
    await keepImport(ada.id, about(kept));
    await forgetImports(new Date(Date.now() + 8 * 86_400_000));
    expect(await db.import.findMany({ where: { id: { in: [kept, left] } } })).toMatchObject([
      { id: kept },
    ]);
  });

  test("is refused where too many lie about", async () => {
    for (let count = 0; count < 20; count++) await startImportFrom(ada.id, "https://example.org/");
    await expect(startImportFrom(ada.id, "https://example.org/")).rejects.toMatchObject({
      key: "importsTooMany",
    });
  });
});

describe("an address", () => {
  test("is fetched, and of its page the article is taken", async () => {
    const words = "A long sentence about foxes, their dens, and what they think of dogs. ".repeat(
      20,
    );
    const server = createServer((_, response) => {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(
        `<html lang="en"><head><title>Of Foxes</title><meta name="author" content="Aesop"></head>
         <body><nav><a href="/">Home</a> Menu</nav><article><h1>Of Foxes</h1><p>${words}</p>
         <p>${words}<a href="/more">more</a></p></article><footer>Imprint</footer></body></html>`,
      );
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/foxes`;
    const { id } = await startImportFrom(ada.id, address);
    await workOnImport(id, { isAllowed: () => true });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(await getImport(ada.id, id)).toMatchObject({
      state: "READY",
      about: { title: "Of Foxes", author: "Aesop", source: address, language: "en" },
    });
    const html = await getImportedText(ada.id, id);
    expect(html).toContain("what they think of dogs");
    expect(html).toContain(`href="${new URL("/more", address).href}"`);
    expect(html).not.toMatch(/Menu|Imprint/);
  });

  test("that leads inside is refused", async () => {
    const { id } = await startImportFrom(ada.id, "http://127.0.0.1:1/");
    await workOnImport(id);
    expect(await getImport(ada.id, id)).toMatchObject({
      state: "FAILED",
      error: { key: "importForbiddenAddress" },
    });
  });
});
