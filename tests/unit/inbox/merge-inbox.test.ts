import { expect, test } from "vitest";

import { mergeInbox, withMore } from "@/components/inbox/merge-inbox";
import type { InboxThreadView } from "@/lib/notifications/present";

const thread = (annotationId: string, at: string, isUnread = true) =>
  ({ annotationId, at, isUnread }) as InboxThreadView;

const idsOf = (threads: InboxThreadView[]) => threads.map(({ annotationId }) => annotationId);

test("what is new comes first, what changed is as it is now", () => {
  const merged = mergeInbox(
    [thread("a", "3"), thread("b", "2")],
    { threads: [thread("c", "4"), thread("a", "3", false), thread("b", "2")], nextCursor: null },
    "all",
  );
  expect(idsOf(merged)).toEqual(["c", "a", "b"]);
  expect(merged[1]?.isUnread).toBe(false);
});

test("what should be there and is not has gone; what was loaded beyond stays", () => {
  const merged = mergeInbox(
    [thread("a", "5"), thread("b", "4"), thread("c", "1")],
    { threads: [thread("a", "5"), thread("d", "3")], nextCursor: "more" },
    "all",
  );
  expect(idsOf(merged)).toEqual(["a", "d", "c"]);
});

test("what was read while only unread is shown stays until one goes", () => {
  const shown = [thread("a", "5", false), thread("b", "4")];
  const page = { threads: [thread("c", "6")], nextCursor: null };
  expect(idsOf(mergeInbox(shown, page, "unread"))).toEqual(["c", "a"]);
  expect(idsOf(mergeInbox(shown, page, "all"))).toEqual(["c"]);
});

test("more comes at the end, once", () => {
  const more = { threads: [thread("b", "4"), thread("c", "3")], nextCursor: null };
  expect(idsOf(withMore([thread("a", "5"), thread("b", "4")], more))).toEqual(["a", "b", "c"]);
});
