// @vitest-environment jsdom
import { afterEach, describe, expect, test } from "vitest";

import { draftKey, findDraft, listUnsaved } from "@/components/reader/drafts";
import { keep, keptKeys } from "@/components/reader/kept";
import { moveDraft } from "@/components/reader/merged-draft";
import type { Place } from "@/components/reader/store";

const desk = { userId: "ada", assignmentId: "x" };
const reply = (annotationId: string): Place => ({ type: "reply", annotationId });
const keyOf = (place: Place) => draftKey(desk.userId, desk.assignmentId, place);

function begin(place: Place, says: string, also: object = {}): void {
  const body = { type: "doc", content: [{ type: "text", text: says }] };
  const savedAt = "2026-11-25T20:00:00.000Z";
  keep(keyOf(place), { body, place, audience: "COURSE", savedAt, ...also });
}

const says = (place: Place) => JSON.stringify(findDraft(keyOf(place))?.body);

afterEach(() => localStorage.clear());

describe("what was begun in a thread that was merged", () => {
  test("is found in the thread it went to, and is to be saved there", () => {
    begin(reply("old"), "Half a", { version: 3, isOnServer: true });
    expect(moveDraft(desk, reply("old"), "lead")).toEqual(reply("lead"));
    expect(says(reply("lead"))).toContain("Half a");
    expect(findDraft(keyOf(reply("lead")))).toMatchObject({ version: 0, isOnServer: false });
    expect(findDraft(keyOf(reply("old")))).toBeNull();
    // The server's one is let go of with the next occasion.
    expect(keptKeys("postil.gone.")).toEqual(["postil.gone.ada.x.reply.old"]);
  });

  test("stands beside what was begun there", () => {
    begin(reply("old"), "Half a");
    begin(reply("lead"), "Another");
    const moved = moveDraft(desk, reply("old"), "lead");
    expect(moved).toMatchObject({
      type: "reply",
      annotationId: "lead",
      beside: expect.any(String),
    });
    expect(says(moved)).toContain("Half a");
    expect(says(reply("lead"))).toContain("Another");
  });

  test("keeps its place where it is an edit of a comment, which went along", () => {
    const edit = (annotationId: string): Place => ({ type: "edit", annotationId, commentId: "c" });
    begin(edit("old"), "Better", { version: 2 });
    expect(moveDraft(desk, edit("old"), "lead")).toEqual(edit("lead"));
    expect(findDraft(keyOf(edit("lead")))).toMatchObject({ place: edit("lead"), version: 2 });
    expect(keptKeys("postil.gone.")).toEqual([]);
  });
});

test("what is in this browser alone is listed over all readings, the latest first", () => {
  begin(reply("a"), "Older", { savedAt: "2026-11-25T19:00:00.000Z", title: "The Fox" });
  begin(reply("b"), "Saved", { isOnServer: true });
  begin(reply("c~1"), "Later");
  keep(draftKey("ben", "x", reply("d")), { body: {}, place: reply("d"), audience: "COURSE" });
  expect(
    listUnsaved("ada").map(({ name, assignmentId, title }) => [name, assignmentId, title]),
  ).toEqual([
    ["reply.c~1", "x", undefined],
    ["reply.a", "x", "The Fox"],
  ]);
});
