import { describe, expect, test } from "vitest";

import { pendingComment, pendingThread } from "@/components/reader/pending-thread";
import { createReaderStore } from "@/components/reader/store";
import type { MarksView } from "@/lib/annotations/marks";
import { annotation, comment, thread } from "./threads";

const marksView = (...ids: string[]): MarksView => ({
  revisionId: "r",
  authors: [{ id: "ben", name: "Ben", isStaff: false, pseudonym: null }],
  ids: ids.join("").replaceAll("-", ""),
  starts: ids.map(() => 4),
  lengths: ids.map(() => 5),
  states: "E".repeat(ids.length),
  kinds: "C".repeat(ids.length),
  audiences: "C".repeat(ids.length),
  answered: "0".repeat(ids.length),
  pinned: "0".repeat(ids.length),
  picked: "0".repeat(ids.length),
  ...{ groups: [], groupIndexes: [], tags: [], tagPairs: [] },
  voteCounts: ids.map(() => 0),
  authorIndexes: ids.map(() => 0),
  commentCounts: ids.map(() => 7),
  createdAts: ids.map(() => 1),
  activeAts: ids.map(() => 2),
  unseen: "S".repeat(ids.length),
});

const A = "01a21103-a2b0-7006-8ee9-000000000001";
const B = "01a21103-a2b0-7006-8ee9-000000000002";

const writer = { id: "ada", name: "Ada", isStaff: false };
const body = { type: "doc" as const, content: [] };
const createdAt = "2026-10-05T12:00:00.000Z";
const sending = { state: "sending" as const };

const unsent = (id: string) =>
  pendingThread(
    writer,
    {
      id,
      kind: "COMMENT",
      audience: "COURSE",
      revisionId: "r",
      start: 0,
      end: 5,
      comment: { id: `${id}-1`, body },
    },
    { createdAt, quote: "words", pending: sending },
  );

describe("an open reading", () => {
  test("begins with the threads that came with the page, and their marks", () => {
    const { getState } = createReaderStore([thread()], "ada");
    expect(getState().marks.ordered.map(({ id }) => id)).toEqual(["a"]);
    expect(getState().marks.get("a")).toEqual({
      id: "a",
      start: 4,
      end: 9,
      kind: "QUESTION",
      audience: "COURSE",
      state: "EXACT",
      author: { id: "ben", name: "Ben", isStaff: false },
      commentCount: 1,
      isAnswered: false,
      ...{ isPicked: false, voteCount: 0, group: null, tags: [] },
      createdAt: Date.parse(createdAt),
      activeAt: Date.parse(createdAt),
    });
  });

  test("adds marks that come later, and knows better about those it has", () => {
    const { addMarks, getState } = createReaderStore([thread({ id: A })], "ada");
    addMarks(marksView(A, B));
    expect(getState().marks.ordered.map((mark) => [mark.id, mark.commentCount])).toEqual([
      [A, 1],
      [B, 7],
    ]);
  });

  test("begins again from the server's marks, but for what is not sent yet", () => {
    const store = createReaderStore([thread({ id: A }), thread({ id: "gone" })], "ada");
    store.setThread(unsent("mine"));
    store.reload(marksView(A));
    expect(store.getState().marks.ordered.map(({ id }) => id)).toEqual(["mine", A]);
    expect(store.getState().marks.has("gone")).toBe(false);
    expect([...store.getState().threads.keys()]).toEqual(["mine"]);
  });

  test("keeps a thread with a reply that is not sent yet", () => {
    const store = createReaderStore([thread()], "ada");
    const mine = pendingComment(writer, {
      id: "c9",
      annotationId: "a",
      body,
      createdAt,
      pending: sending,
    });
    store.setThread({ ...thread(), comments: [comment("c1"), mine] });
    store.reload(marksView("a"));
    expect(
      store
        .getState()
        .threads.get("a")
        ?.comments.map(({ id }) => id),
    ).toEqual(["c1", "c9"]);
  });

  test("takes a comment of a thread that is not loaded as a mark", () => {
    const store = createReaderStore([], "ada");
    store.putComment(annotation({ commentCount: 3 }), comment("c3"));
    expect(store.getState().threads.size).toBe(0);
    expect(store.getState().marks.get("a")?.commentCount).toBe(3);
  });

  test("counts a reply once, when the server has it", () => {
    const store = createReaderStore([thread()], "ada");
    const mine = pendingComment(writer, {
      id: "c9",
      annotationId: "a",
      body,
      createdAt,
      pending: sending,
    });
    store.setThread({ ...thread(), comments: [comment("c1"), mine] });
    store.settle(comment("c9"));
    store.settle(comment("c9"));
    expect(store.getState().threads.get("a")).toMatchObject({ commentCount: 2 });
    expect(store.getState().threads.get("a")?.comments).toEqual([comment("c1"), comment("c9")]);
  });

  test("forgets everything of what is gone", () => {
    const store = createReaderStore([thread()], "ada");
    store.focus("a");
    store.arrive("a", { isHeld: true });
    store.drop("a");
    expect(store.getState().marks.size).toBe(0);
    expect(store.getState()).toMatchObject({
      focusedId: null,
      threads: new Map(),
    });
    expect([...store.getState().freshIds, ...store.getState().heldIds]).toEqual([]);
  });
});

describe("what is new", () => {
  test("is fresh until it is looked at, and held outside the margin above the view", () => {
    const store = createReaderStore([thread(), thread({ id: "b" })], "ada");
    store.arrive("a", { isHeld: true });
    store.arrive("b", { isHeld: false });
    expect([...store.getState().freshIds]).toEqual(["a", "b"]);
    expect([...store.getState().heldIds]).toEqual(["a"]);
    store.release(["a"]);
    expect([...store.getState().heldIds]).toEqual([]);
    store.markLookedAt("b");
    expect([...store.getState().freshIds]).toEqual(["a"]);
    store.focus("a");
    expect([...store.getState().freshIds]).toEqual([]);
  });

  test("changes nothing that was handed out before", () => {
    const store = createReaderStore([thread()], "ada");
    const { marks, threads, freshIds } = store.getState();
    store.arrive("a", { isHeld: true });
    store.setThread(unsent("mine"));
    store.drop("a");
    expect([marks.size, threads.size, freshIds.size]).toEqual([1, 1, 0]);
  });

  test("is said again even in the same words", () => {
    const store = createReaderStore([], "ada");
    store.say("Saved");
    const first = store.getState().said;
    store.say("Saved");
    expect(store.getState().said).toEqual({ text: "Saved", number: first.number + 1 });
  });
});

describe("what is not on the server yet", () => {
  test("looks like the writer's own, and can only be read", () => {
    const made = unsent("mine");
    expect(made).toMatchObject({
      author: writer,
      quote: "words",
      version: 0,
      commentCount: 1,
      pending: sending,
    });
    expect(made.anchor).toEqual({ start: 0, end: 5, state: "EXACT" });
    expect(made.comments).toMatchObject([
      { id: "mine-1", isOpening: true, pending: sending, body },
    ]);
    expect(made.can).toEqual({
      read: true,
      reply: false,
      answer: false,
      remove: false,
      reattach: false,
      change: false,
      moderate: false,
    });
  });

  test("is without comments when it is a highlight", () => {
    const highlight = pendingThread(
      writer,
      { id: "h", kind: "HIGHLIGHT", audience: "COURSE", revisionId: "r", start: 0, end: 5 },
      { createdAt, quote: "words", pending: sending },
    );
    expect(highlight).toMatchObject({ comments: [], commentCount: 0 });
  });
});
