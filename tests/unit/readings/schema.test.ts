import { describe, expect, test } from "vitest";

import { readingAbilities } from "@/lib/readings/policy";
import { presentReading } from "@/lib/readings/present";
import {
  addReadingInput,
  libraryQuery,
  previewReadingInput,
  READING_LIMIT,
  readingParams,
} from "@/lib/readings/schema";

const input = { title: "A title", right: "own", text: "Words" };

/** The first issue: where and what. */
function fault(wrong: Record<string, unknown>) {
  const { error } = addReadingInput.safeParse({ ...input, ...wrong });
  const issue = error?.issues[0];
  return issue && [issue.path.join(".") || issue.code, issue.message];
}

describe("a reading's input", () => {
  test("needs a title and a text", () => {
    expect(addReadingInput.parse(input)).toEqual({
      licence: "",
      ...input,
      author: "",
      source: "",
      language: "en",
      format: "markdown",
    });
  });

  test.each([
    ["zh-hans", "zh-Hans"],
    ["EN-us", "en-US"],
    [" fr ", "fr"],
    ["iw", "he"],
  ])("writes the language %j as %s", (language, canonical) => {
    expect(addReadingInput.parse({ ...input, language }).language).toBe(canonical);
  });

  test.each(["", "e", "english please", "e n", "en_US", "a".repeat(36), "-en"])(
    "refuses the language %j in our own words",
    (language) => {
      expect(fault({ language })).toEqual(["language", "wrongLanguage"]);
    },
  );

  test.each([
    ["title", { title: " " }],
    ["title", { title: "a".repeat(301) }],
    ["author", { author: "a".repeat(201) }],
    ["source", { source: "a".repeat(501) }],
    ["format", { format: "html" }],
    ["text", { text: undefined }],
    ["text", { text: 7 }],
    ["unrecognized_keys", { ownerId: "ben" }],
  ])("is refused at %s: %j", (field, wrong) => {
    expect(fault(wrong)?.[0]).toBe(field);
  });

  test("refuses a text without words, and one that is too long, in our own words", () => {
    expect(fault({ text: " \n\t" })).toEqual(["text", "readingEmpty"]);
    expect(fault({ text: "a".repeat(READING_LIMIT + 1) })).toEqual(["text", "readingTooLong"]);
    expect(fault({ text: "a".repeat(READING_LIMIT) })).toBeUndefined();
  });

  test("keeps the text as it was pasted", () => {
    const text = "  Words\r\n\n ";
    expect(addReadingInput.parse({ ...input, text }).text).toBe(text);
  });

  test("for a preview is its text alone", () => {
    expect(previewReadingInput.parse({ text: "Words" })).toEqual({
      text: "Words",
      format: "markdown",
    });
    expect(previewReadingInput.safeParse(input).success).toBe(false);
  });

  test.each([
    [readingParams, { readingId: "x" }],
    [libraryQuery, { cursor: "x" }],
  ])("is named by an id (%#)", (schema, wrong) => {
    expect(schema.safeParse(wrong).success).toBe(false);
  });
});

describe("a reading in the library", () => {
  const nothing = { read: false, assign: false, edit: false, publish: false, manage: false };
  const all = { read: true, assign: true, edit: true, publish: true, manage: true };
  const facts = { ownerId: "ada", isForAll: false, shares: [], takenDownAt: null };

  test.each([
    ["ada", {}, all],
    ["ben", {}, nothing],
    ["ben", { isForAll: true }, { ...nothing, read: true, assign: true }],
    ["ben", { shares: [{}] }, { ...nothing, read: true, assign: true }],
    ["ada", { takenDownAt: new Date() }, { ...nothing, read: true, manage: true }],
    ["ben", { takenDownAt: new Date(), isForAll: true }, { ...nothing, read: true }],
  ])("of Ada's is to %s, when it is %j, %j", (userId, given, can) => {
    expect(readingAbilities(userId, { ...facts, ...given })).toEqual(can);
  });

  test("is shown with these fields and no other", () => {
    const createdAt = new Date("2026-10-05T12:00:00Z");
    const about = { id: "r", title: "A", author: "B", source: "C", language: "en", licence: "cc0" };
    const row = { ...about, ...facts, createdAt, archivedAt: null, takedownReason: "" };
    const joined = { owner: { name: "Ada" }, tags: [{ name: "fable" }] };
    expect(presentReading("ben", { ...row, ...joined })).toEqual({
      ...about,
      createdAt: "2026-10-05T12:00:00.000Z",
      archivedAt: null,
      takedown: null,
      sharedBy: "Ada",
      tags: ["fable"],
      can: nothing,
    });
  });
});
