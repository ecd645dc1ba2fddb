// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";

import { draftKey, findDraft, listDrafts } from "@/components/reader/drafts";
import { forget, keep, keptKeys, recall } from "@/components/reader/kept";
import type { Place } from "@/components/reader/store";

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

const schema = z.object({ words: z.string() });

describe("what this browser keeps", () => {
  test("is found again until it is forgotten", () => {
    expect(keep("a", { words: "é😀" })).toBe(true);
    expect(recall("a", schema)).toEqual({ words: "é😀" });
    forget("a");
    expect(recall("a", schema)).toBeNull();
  });

  test.each(["{", "null", '{"words":1}', "[]", ""])(
    "is nothing when it has another shape: %j",
    (text) => {
      localStorage.setItem("a", text);
      expect(recall("a", schema)).toBeNull();
    },
  );

  test("is listed by how its keys begin", () => {
    for (const key of ["a.1", "a.2", "b.1", "xa.1"]) keep(key, {});
    expect(keptKeys("a.").sort()).toEqual(["a.1", "a.2"]);
  });

  test("is nothing, and no error, where there is no storage", () => {
    vi.stubGlobal("localStorage", undefined);
    expect(keep("a", {})).toBe(false);
    expect(recall("a", schema)).toBeNull();
    expect(keptKeys("a")).toEqual([]);
    expect(() => forget("a")).not.toThrow();
    vi.unstubAllGlobals();
  });
});

describe("drafts", () => {
  const places = [
    { type: "new", start: 4, end: 9, kind: "COMMENT", audience: "COURSE" },
    { type: "new", start: 4, end: 9, kind: "QUESTION", audience: "COURSE" },
    { type: "new", start: 4, end: 10, kind: "COMMENT", audience: "COURSE" },
    { type: "reply", annotationId: "a" },
    { type: "edit", annotationId: "a", commentId: "c" },
  ] as const satisfies Place[];

  const draft = (place: Place, savedAt: string) => ({
    ...{ body: { type: "doc", content: [] }, place, audience: "COURSE", savedAt },
  });

  test("have a place each, a person each and an assignment each", () => {
    const keys = ["ada", "ben"].flatMap((person) =>
      ["x", "y"].flatMap((assignment) =>
        places.map((place) => draftKey(person, assignment, place)),
      ),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("are listed with the latest first, and only one's own", () => {
    keep(draftKey("ada", "x", places[0]), draft(places[0], "2026-10-05T12:00:00.000Z"));
    keep(draftKey("ada", "x", places[3]), draft(places[3], "2026-10-05T13:00:00.000Z"));
    keep(draftKey("ben", "x", places[4]), draft(places[4], "2026-10-05T14:00:00.000Z"));
    keep(draftKey("ada", "y", places[4]), draft(places[4], "2026-10-05T14:00:00.000Z"));
    expect(listDrafts("ada", "x").map(({ place }) => place.type)).toEqual(["reply", "new"]);
    expect(findDraft(draftKey("ada", "x", places[0]))).toMatchObject({ place: places[0] });
  });

  test.each([
    { body: "words" },
    { place: { type: "elsewhere" } },
    { audience: "EVERYBODY" },
    { savedAt: undefined },
  ])("of another shape are passed over: %j", (wrong) => {
    const key = draftKey("ada", "x", places[3]);
    keep(key, { ...draft(places[3], "2026-10-05T12:00:00.000Z"), ...wrong });
    expect(findDraft(key)).toBeNull();
    expect(listDrafts("ada", "x")).toEqual([]);
  });
});
