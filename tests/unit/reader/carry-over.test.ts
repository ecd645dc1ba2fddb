// @vitest-environment jsdom
import { afterEach, describe, expect, test } from "vitest";

import { carryDrafts, findPassage } from "@/components/reader/carry-over";
import { draftKey, listDrafts } from "@/components/reader/drafts";
import { keep } from "@/components/reader/kept";
import type { Place } from "@/components/reader/store";

const passage = (quote: string, prefix = "", suffix = "") => ({ quote, prefix, suffix });

describe("a passage of an earlier text", () => {
  test("is where the same words are now", () => {
    const text = "Once upon a time. The quick brown fox.";
    expect(findPassage(text, passage("quick brown fox"))).toEqual({ start: 22, end: 37 });
  });

  test("is nowhere when its words are gone, or others in part", () => {
    expect(findPassage("Nobody sleeps here.", passage("quick brown fox"))).toBeNull();
    expect(findPassage("The quick grey fox.", passage("quick brown fox"))).toBeNull();
  });

  test("is nowhere when its words stand at two places and nothing tells which", () => {
    expect(findPassage("Oh yes. Oh no. Oh yes.", passage("Oh yes"))).toBeNull();
  });

  test("is told from its like by what stood beside it", () => {
    const text = "Oh yes. Oh no. Oh yes!";
    expect(findPassage(text, passage("Oh yes", "Oh no. "))).toEqual({ start: 15, end: 21 });
  });

  test("of few words needs what stood beside it", () => {
    expect(findPassage("Ask Robin, then.", passage("Robin"))).toBeNull();
    expect(findPassage("Ask Robin, then.", passage("Robin", "Ask "))).toEqual({ start: 4, end: 9 });
  });

  test("of the whole reading is no passage", () => {
    expect(findPassage("Nobody sleeps here.", passage(""))).toBeNull();
  });
});

describe("drafts that were begun on an earlier text", () => {
  const OLD = "The quick brown fox jumps. The lazy dog sleeps. A quiet margin.";

  afterEach(() => localStorage.clear());

  /** Begins a comment on these words of the old text. */
  function begin(quote: string, says: string): void {
    const start = OLD.indexOf(quote);
    const end = start + quote.length;
    const place: Place = { type: "new", start, end, kind: "COMMENT", audience: "COURSE" };
    keep(draftKey("ada", "x", place), {
      body: { type: "doc", says },
      place,
      audience: "COURSE",
      savedAt: "2026-10-05T12:00:00.000Z",
      passage: { revisionId: "r1", quote, prefix: "", suffix: "" },
    });
  }

  function carried(text: string, revisionId = "r2") {
    carryDrafts({ userId: "ada", assignmentId: "x", revisionId }, text);
    const drafts = listDrafts("ada", "x").map(({ body, place }) => {
      const words = place.type === "new" ? text.slice(place.start, place.end) : "";
      return [body.says, words];
    });
    return drafts.sort();
  }

  test("stand on the same words in the new one", () => {
    begin("quick brown fox", "Why?");
    expect(carried(`Once. ${OLD}`)).toEqual([["Why?", "quick brown fox"]]);
  });

  test("are all kept when several have lost their words", () => {
    begin("quick brown fox", "One");
    begin("lazy dog sleeps", "Two");
    begin("A quiet margin", "Three");
    const lost = [
      ["One", ""],
      ["Three", ""],
      ["Two", ""],
    ];
    expect(carried("Nothing of it is left.")).toEqual(lost);
    expect(carried("Nor here.", "r3")).toEqual(lost);
  });

  test("are all kept when one comes to lie where another lay", () => {
    const swapped = OLD.replace("quick brown fox", "QUICK").replace(
      "lazy dog sleeps",
      "quick brown fox",
    );
    begin("quick brown fox", "One");
    begin("lazy dog sleeps", "Two");
    expect(carried(swapped.replace("QUICK", "lazy dog sleeps"))).toEqual([
      ["One", "quick brown fox"],
      ["Two", "lazy dog sleeps"],
    ]);
  });

  test("find their words again in a later text", () => {
    begin("quick brown fox", "One");
    begin("lazy dog sleeps", "Two");
    carried("Nothing of it is left.");
    expect(carried(OLD, "r3")).toEqual([
      ["One", "quick brown fox"],
      ["Two", "lazy dog sleeps"],
    ]);
  });
});
