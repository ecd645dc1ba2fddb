import { describe, expect, test } from "vitest";

import {
  changePreferencesInput,
  readChanges,
  readKept,
  SCALES,
  USUAL,
  writeKept,
} from "@/lib/preferences/schema";

describe("what an account has stored", () => {
  test("is understood field by field: a broken value costs nothing but itself", () => {
    const stored = {
      theme: "sepia",
      font: "comic",
      textSize: 4_000,
      lineHeight: "150",
      measure: 60,
      speechRate: null,
      highlightAnnouncements: "all",
      shortcuts: "no",
      retired: true,
    };
    expect(readChanges(stored)).toEqual({
      theme: "sepia",
      measure: 60,
      highlightAnnouncements: "all",
    });
  });

  test.each([null, undefined, [], "dark", 7, { theme: { theme: "dark" } }])(
    "%j says nothing",
    (stored) => expect(readChanges(stored)).toEqual({}),
  );

  test("what is usual can be stored as well", () => {
    expect(readChanges(USUAL)).toEqual(USUAL);
  });
});

describe("a change", () => {
  test.each([
    { theme: "pink" },
    { textSize: SCALES.textSize.most + 10 },
    { textSize: SCALES.textSize.least - 10 },
    { lineHeight: 150.5 },
    { measure: "60" },
    { shortcuts: 1 },
    { admin: true },
  ])("%j is refused", (change) => {
    expect(changePreferencesInput.safeParse(change).success).toBe(false);
  });

  test("names only what changes", () => {
    expect(changePreferencesInput.parse({ shortcuts: false })).toEqual({ shortcuts: false });
  });
});

describe("what a browser keeps", () => {
  test("comes back for the person it is of, and for nobody else", () => {
    const value = writeKept("ada", { theme: "dark", measure: 48 });
    expect(readKept(value, "ada")).toEqual({ theme: "dark", measure: 48 });
    expect(readKept(value, "ben")).toEqual({});
    expect(readKept(value, null)).toEqual({});
  });

  test.each([undefined, "", "%", "null", "dark", encodeURIComponent('{"personId":1}')])(
    "%j is nothing",
    (value) => expect(readKept(value, null)).toEqual({}),
  );
});
