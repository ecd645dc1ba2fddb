import { expect, test } from "vitest";

import { createUnread } from "@/components/reader/unread";

const SEEN_AT = 1_000;
const older = { id: "older", othersAt: 900 };
const newer = { id: "newer", othersAt: 1_100 };
const own = { id: "own", othersAt: 0 };
const state = (freshIds: string[] = [], focusedId: string | null = null) => ({
  freshIds: new Set(freshIds),
  focusedId,
});

test("what others wrote since the last visit is unread, and nothing else", () => {
  const { isUnread } = createUnread(SEEN_AT);
  expect([older, newer, own].map(isUnread)).toEqual([false, true, false]);
});

test("on the first visit all that others wrote is unread", () => {
  const { isUnread } = createUnread(0);
  expect([older, newer, own].map(isUnread)).toEqual([true, true, false]);
});

test("a thread that was chosen is read", () => {
  const { isUnread, follow } = createUnread(SEEN_AT);
  follow(state([], "newer"));
  follow(state());
  expect(isUnread(newer)).toBe(false);
});

test("what is written now is unread until its dot goes, and again when more is written", () => {
  const { isUnread, follow } = createUnread(SEEN_AT);
  const written = { id: "own", othersAt: 2_000 };
  follow(state(["own"]));
  expect(isUnread(written)).toBe(true);
  follow(state());
  expect(isUnread(written)).toBe(false);
  follow(state(["own"]));
  expect(isUnread(written)).toBe(true);
});
