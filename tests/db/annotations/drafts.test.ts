import { beforeEach, describe, expect, test } from "vitest";

import { discardDraft, listDrafts, saveDraft } from "@/lib/annotations/drafts";
import { NotFound, Stale } from "@/lib/errors";
import { type Classroom, openClassroom } from "../../support/classroom";

let room: Classroom;
let place: { assignmentId: string; place: string };

beforeEach(async () => {
  room = await openClassroom();
  place = { assignmentId: room.assignment.id, place: "reply a" };
});

const words = (text: string) => ({ body: { text } });

describe("a draft", () => {
  test("is kept for its writer, and for nobody else", async () => {
    const { draft } = await saveDraft(room.author.id, place, 0, words("Why"));
    await saveDraft(room.author.id, place, draft.version, words("Why a fox?"));
    expect(await listDrafts(room.author.id, place)).toMatchObject([
      { place: "reply a", body: { text: "Why a fox?" }, version: 2 },
    ]);
    expect(await listDrafts(room.instructor.id, place)).toEqual([]);
    await expect(listDrafts(room.stranger.id, place)).rejects.toThrow(NotFound);
    await expect(saveDraft(room.stranger.id, place, 0, words("!"))).rejects.toThrow(NotFound);
  });

  test("that was changed on another device meanwhile is kept beside the one that is saved", async () => {
    const { draft } = await saveDraft(room.author.id, place, 0, words("Why"));
    await saveDraft(room.author.id, place, draft.version, words("Why, said the laptop."));
    const saved = await saveDraft(
      room.author.id,
      place,
      draft.version,
      words("Why, said the phone."),
    );
    expect(saved.conflict).toMatchObject({
      place: "reply a",
      body: { text: "Why, said the laptop." },
    });
    expect(saved.draft.place).not.toBe("reply a");
    const { assignmentId } = place;
    const kept = await listDrafts(room.author.id, { assignmentId });
    expect(kept.map(({ body }) => body)).toEqual([
      { text: "Why, said the phone." },
      { text: "Why, said the laptop." },
    ]);
  });

  test("begun on two devices at once is two", async () => {
    const texts = ["one", "two"];
    await Promise.all(texts.map((text) => saveDraft(room.author.id, place, 0, words(text))));
    const kept = await listDrafts(room.author.id, { assignmentId: place.assignmentId });
    expect(kept.map(({ body }) => JSON.stringify(body)).sort()).toEqual(
      texts.map((text) => JSON.stringify({ text })),
    );
  });

  test("that is sent again because the answer was lost is one", async () => {
    const first = await saveDraft(room.author.id, place, 0, words("Why"));
    expect(await saveDraft(room.author.id, place, 0, words("Why"))).toEqual(first);
  });

  test("is thrown away by who saw what it says", async () => {
    const { draft } = await saveDraft(room.author.id, place, 0, words("Why"));
    await expect(discardDraft(room.author.id, place, 7)).rejects.toThrow(Stale);
    await discardDraft(room.author.id, place, draft.version);
    await discardDraft(room.author.id, place, draft.version);
    expect(await listDrafts(room.author.id, place)).toEqual([]);
  });
});
