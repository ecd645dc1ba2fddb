import { beforeEach, describe, expect, test } from "vitest";

import { db } from "@/lib/db";
import { readText } from "@/lib/readings/document";
import { discardDraft, replaceText, saveDraft } from "@/lib/revisions/draft";
import { getDraft } from "@/lib/revisions/queries";
import { publishText, writeDraft } from "../../support/drafts";
import { createReading, createUser } from "../../support/factories";
import { outcomeOf } from "../../support/outcome";

let reading: Awaited<ReturnType<typeof createReading>>;

beforeEach(async () => {
  reading = await createReading();
});

const documentOf = (text: string) => readText({ format: "markdown", text }).document;

async function save(text: string, version: number, steps: number[][] | null = []) {
  const { baseId } = await getDraft(reading.ownerId, reading.id);
  const draft = { baseId, document: documentOf(text), steps };
  return saveDraft(reading.ownerId, reading.id, version, draft);
}

const stepsOf = async () =>
  (await db.revisionDraft.findUniqueOrThrow({ where: { readingId: reading.id } })).stepMaps;

describe("the draft of the next revision", () => {
  test("begins as the newest revision, of version 0", async () => {
    const draft = await getDraft(reading.ownerId, reading.id);
    expect(draft).toMatchObject({ baseId: reading.revisionId, version: 0, savedAt: null });
  });

  test("is what was saved last, with the steps of all savings in a row", async () => {
    const { version } = await save("One.", 0, [[1, 0, 1]]);
    await save("Two.", version, [[9, 1, 0]]);
    const draft = await getDraft(reading.ownerId, reading.id);
    expect(draft).toMatchObject({ version: version + 1, document: documentOf("Two.") });
    expect(await stepsOf()).toEqual([
      [1, 0, 1],
      [9, 1, 0],
    ]);
  });

  test("knows no steps any more after one saving that knew none", async () => {
    const { version } = await save("One.", 0, null);
    await save("Two.", version, [[9, 1, 0]]);
    expect(await stepsOf()).toBeNull();
  });

  test("is not overwritten by who has not seen it", async () => {
    const { version } = await save("One.", 0);
    expect(await outcomeOf(save("Two.", 0))).toBe("Stale");
    await save("Three.", version);
    expect(await outcomeOf(save("Four.", version))).toBe("Stale");
    const { document } = await getDraft(reading.ownerId, reading.id);
    expect(document).toEqual(documentOf("Three."));
  });

  test("is saved once when two save at the same time", async () => {
    const { version } = await save("One.", 0);
    const outcomes = await Promise.all([
      outcomeOf(save("Two.", version)),
      outcomeOf(save("Three.", version)),
    ]);
    expect(outcomes.sort()).toEqual(["Stale", "done"]);
  });

  test("is not begun anew by a tab from before it was discarded", async () => {
    const { version } = await save("One.", 0);
    await discardDraft(reading.ownerId, reading.id, version);
    expect(await outcomeOf(save("Two.", version))).toBe("Stale");
  });

  test("is not begun by a tab that still shows the revision before", async () => {
    const { baseId } = await getDraft(reading.ownerId, reading.id);
    await publishText(reading.ownerId, reading.id, "Another text.");
    const late = { baseId, document: documentOf("One."), steps: [] };
    expect(await outcomeOf(saveDraft(reading.ownerId, reading.id, 0, late))).toBe("Stale");
  });

  test("is only discarded by who has seen it", async () => {
    await save("One.", 0);
    expect(await outcomeOf(discardDraft(reading.ownerId, reading.id, 1))).toBe("Stale");
  });

  test("takes a whole text from elsewhere, whose steps are not known", async () => {
    const { version } = await save("One.", 0, [[1, 0, 1]]);
    const text = { readingId: reading.id, format: "markdown", text: "# Two" } as const;
    expect(await outcomeOf(replaceText(reading.ownerId, { ...text, draftVersion: 0 }))).toBe(
      "Stale",
    );
    await replaceText(reading.ownerId, { ...text, draftVersion: version });
    const { document } = await getDraft(reading.ownerId, reading.id);
    expect(document).toEqual(documentOf("# Two"));
    expect(await stepsOf()).toBeNull();
  });

  test("belongs to the owner alone", async () => {
    const { id } = await createUser();
    const draft = { baseId: reading.revisionId, document: documentOf("One."), steps: [] };
    expect(await outcomeOf(getDraft(id, reading.id))).toBe("NotFound");
    expect(await outcomeOf(saveDraft(id, reading.id, 0, draft))).toBe("NotFound");
    const { version } = await writeDraft(reading.ownerId, reading.id, "One.");
    expect(await outcomeOf(discardDraft(id, reading.id, version))).toBe("NotFound");
  });
});

describe("what a draft refuses", () => {
  const paragraph = (content: unknown[]) => ({
    type: "doc",
    content: [{ type: "paragraph", content }],
  });
  const nested = () => {
    let node: unknown = { type: "paragraph" };
    for (let depth = 0; depth < 10_000; depth++) node = { type: "blockquote", content: [node] };
    return { type: "doc", content: [node] };
  };
  test.each<[string, unknown]>([
    ["nothing", null],
    ["another node", { type: "paragraph" }],
    ["an unknown node", { type: "doc", content: [{ type: "iframe" }] }],
    ["an address that runs", paragraph([linkTo("javascript:alert(1)")])],
    ["an image from anywhere", { type: "doc", content: [figureOf("http://example.org/a.png")] }],
    ["what PostgreSQL cannot store", paragraph([{ type: "text", text: "a\0" }])],
    ["what would exhaust the stack", nested()],
  ])("%s", async (_, document) => {
    const { baseId } = await getDraft(reading.ownerId, reading.id);
    const draft = { baseId, document, steps: [] };
    expect(await outcomeOf(saveDraft(reading.ownerId, reading.id, 0, draft))).toBe("Invalid");
  });
});

function linkTo(href: string) {
  return { type: "text", text: "here", marks: [{ type: "link", attrs: { href } }] };
}

function figureOf(src: string) {
  return { type: "figure", content: [{ type: "image", attrs: { src, alt: "A fox" } }] };
}
