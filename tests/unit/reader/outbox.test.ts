// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { api, Refused, Unreachable } from "@/components/reader/api";
import { createOutbox, type OutboxEntry } from "@/components/reader/outbox";
import { comment, thread } from "./threads";

vi.mock("@/components/reader/api", async (original) => ({
  ...(await original<typeof import("@/components/reader/api")>()),
  api: { createAnnotation: vi.fn(), postComment: vi.fn() },
}));

const createAnnotation = vi.mocked(api.createAnnotation);
const postComment = vi.mocked(api.postComment);
const prefix = "postil.outbox.ada.x.";
const body = { type: "doc" as const, content: [] };

beforeEach(() => {
  vi.useFakeTimers();
  // The wait before a retry is spread by chance: here it is as long as it is meant.
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  createAnnotation.mockReset().mockImplementation(async (_, { id }) => thread({ id }));
  postComment
    .mockReset()
    .mockImplementation(async (annotationId, { id }) => comment(id, { annotationId }));
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  localStorage.clear();
});

/** An outbox and everything that it told. */
function open() {
  const told = {
    onChange: vi.fn(),
    onThread: vi.fn(),
    onComment: vi.fn(),
    onSent: vi.fn(),
    onRefused: vi.fn(),
  };
  return { ...told, outbox: createOutbox({ prefix, assignmentId: "x", ...told }) };
}

const annotation = (id: string): Omit<OutboxEntry, "pending"> => ({
  ...{ id, annotationId: id, createdAt: "2026-10-05T12:00:00.000Z", quote: "words" },
  annotation: {
    id,
    kind: "COMMENT",
    audience: "COURSE",
    revisionId: "r",
    start: 0,
    end: 5,
    comment: { id: `${id}-1`, body },
  },
});

const reply = (id: string, annotationId: string): Omit<OutboxEntry, "pending"> => ({
  ...{ id, annotationId, createdAt: "2026-10-05T12:00:00.000Z", quote: "" },
  comment: { id, body },
});

/** Lets everything happen that waits for nothing but its turn. */
const settle = () => vi.advanceTimersByTimeAsync(0);

const sent = () => [
  ...createAnnotation.mock.calls.map(([, { id }]) => id),
  ...postComment.mock.calls.map(([, { id }]) => id),
];
const states = ({ outbox }: ReturnType<typeof open>) =>
  outbox.entries().map(({ id, pending }) => [id, pending.state]);
const kept = () =>
  Object.keys(localStorage)
    .map((key) => key.slice(prefix.length))
    .sort();

describe("what is written", () => {
  test("is sent at once, and told when the server has it", async () => {
    const box = open();
    const made = box.outbox.add(annotation("1"));
    expect(made.pending).toEqual({ state: "sending" });
    expect(kept()).toEqual(["1"]);
    await settle();
    expect(createAnnotation).toHaveBeenCalledExactlyOnceWith("x", annotation("1").annotation);
    expect(box.onThread).toHaveBeenCalledExactlyOnceWith(thread({ id: "1" }));
    expect(box.onSent).toHaveBeenCalledTimes(1);
    expect(box.outbox.entries()).toEqual([]);
    expect(kept()).toEqual([]);
  });

  test("is sent one after the other, in the order in which it was written", async () => {
    const box = open();
    const order: string[] = [];
    createAnnotation.mockImplementation(async (_, { id }) => {
      order.push(`sent ${id}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      order.push(`answered ${id}`);
      return thread({ id });
    });
    postComment.mockImplementation(async (annotationId, { id }) => {
      order.push(`sent ${id}`);
      return comment(id, { annotationId });
    });
    box.outbox.add(annotation("1"));
    box.outbox.add(reply("2", "1"));
    box.outbox.add(annotation("3"));
    await vi.advanceTimersByTimeAsync(200);
    expect(order).toEqual(["sent 1", "answered 1", "sent 2", "sent 3", "answered 3"]);
    expect(box.onComment).toHaveBeenCalledExactlyOnceWith(comment("2", { annotationId: "1" }));
  });
});

describe("a network that is gone", () => {
  test("makes everything wait, and nothing overtake", async () => {
    const box = open();
    createAnnotation.mockRejectedValueOnce(new Unreachable());
    box.outbox.add(annotation("1"));
    box.outbox.add(reply("2", "1"));
    await settle();
    const states = box.outbox.entries().map(({ pending }) => pending.state);
    expect(states).toEqual(["waiting", "waiting"]);
    expect(sent()).toEqual(["1"]);
    expect(kept()).toEqual(["1", "2"]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent()).toEqual(["1", "1", "2"]);
    expect(box.outbox.entries()).toEqual([]);
    expect(box.onRefused).not.toHaveBeenCalled();
  });

  test("is asked again after longer and longer waits, up to half a minute", async () => {
    createAnnotation.mockRejectedValue(new Unreachable());
    open().outbox.add(annotation("1"));
    await settle();
    for (const wait of [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
      const before = sent().length;
      await vi.advanceTimersByTimeAsync(wait - 1);
      expect(sent()).toHaveLength(before);
      await vi.advanceTimersByTimeAsync(1);
      expect(sent()).toHaveLength(before + 1);
    }
  });

  test("is asked again when the server said to, not before", async () => {
    createAnnotation.mockRejectedValueOnce(new Unreachable(120_000));
    const box = open();
    box.outbox.add(annotation("1"));
    await vi.advanceTimersByTimeAsync(119_999);
    expect(sent()).toEqual(["1"]);
    await vi.advanceTimersByTimeAsync(1);
    expect(box.outbox.entries()).toEqual([]);
  });

  test("that is back is used at once, and the waits begin anew", async () => {
    createAnnotation.mockRejectedValue(new Unreachable());
    const box = open();
    box.outbox.add(annotation("1"));
    await vi.advanceTimersByTimeAsync(10_000);
    createAnnotation.mockImplementation(async (_, { id }) => thread({ id }));
    box.outbox.flush();
    await settle();
    expect(box.outbox.entries()).toEqual([]);
    createAnnotation.mockRejectedValueOnce(new Unreachable());
    box.outbox.add(annotation("2"));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(box.outbox.entries()).toEqual([]);
  });

  test("does not send the same twice at one time, however often it is asked", async () => {
    const box = open();
    box.outbox.add(annotation("1"));
    for (let count = 0; count < 5; count++) box.outbox.flush();
    await settle();
    expect(sent()).toEqual(["1"]);
  });
});

describe("what the server refuses", () => {
  const refuse = () =>
    createAnnotation.mockRejectedValueOnce(new Refused("The text was revised.", 409));

  test("stays, with the reason, and is not tried again by itself", async () => {
    const box = open();
    refuse();
    box.outbox.add(annotation("1"));
    await vi.advanceTimersByTimeAsync(120_000);
    expect(sent()).toEqual(["1"]);
    const [entry] = box.outbox.entries();
    expect(entry?.pending).toEqual({ state: "refused", reason: "The text was revised." });
    expect(box.onRefused).toHaveBeenCalledExactlyOnceWith(entry, "The text was revised.");
    expect(kept()).toEqual(["1"]);
  });

  test("holds up nothing but what belongs to it", async () => {
    const box = open();
    refuse();
    box.outbox.add(annotation("1"));
    box.outbox.add(reply("2", "1"));
    box.outbox.add(annotation("3"));
    box.outbox.add(reply("4", "other"));
    await settle();
    expect(sent()).toEqual(["1", "3", "4"]);
    expect(states(box).map(([id]) => id)).toEqual(["1", "2"]);
  });

  test("is sent when it is tried again, with what waited for it", async () => {
    const box = open();
    refuse();
    box.outbox.add(annotation("1"));
    box.outbox.add(reply("2", "1"));
    await settle();
    box.outbox.retry("1");
    await settle();
    expect(sent()).toEqual(["1", "1", "2"]);
    expect(box.outbox.entries()).toEqual([]);
  });

  test("is gone when it is discarded", async () => {
    const box = open();
    refuse();
    box.outbox.add(annotation("1"));
    await settle();
    box.outbox.discard("1");
    expect(box.outbox.entries()).toEqual([]);
    expect(kept()).toEqual([]);
    expect(open().outbox.entries()).toEqual([]);
  });
});

describe("what waits when the text is revised", () => {
  const waiting = () => {
    createAnnotation.mockRejectedValue(new Unreachable());
    const opened = open();
    opened.outbox.add(annotation("a"));
    return opened;
  };

  test("is sent on the same words in the new one", async () => {
    const { outbox } = waiting();
    await vi.advanceTimersByTimeAsync(0);
    createAnnotation.mockResolvedValue(thread({ id: "a" }));
    outbox.carryOver("r2", () => ({ start: 10, end: 15 }), "gone");
    outbox.flush();
    await vi.advanceTimersByTimeAsync(0);
    const placed = { id: "a", revisionId: "r2", start: 10, end: 15 };
    expect(createAnnotation).toHaveBeenLastCalledWith("x", expect.objectContaining(placed));
  });

  test("is held back when its words are gone, and says so", async () => {
    const { outbox } = waiting();
    await vi.advanceTimersByTimeAsync(0);
    createAnnotation.mockClear();
    outbox.carryOver("r2", () => null, "gone");
    outbox.flush();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(createAnnotation).not.toHaveBeenCalled();
    expect(outbox.entries()).toMatchObject([{ pending: { state: "refused", reason: "gone" } }]);
    expect(outbox.entries()[0]?.annotation).not.toHaveProperty("start");
  });

  test("is sent with the passage on which its writer puts it, also after a reload", async () => {
    const { outbox } = waiting();
    await vi.advanceTimersByTimeAsync(0);
    outbox.carryOver("r2", () => null, "gone");
    expect(outbox.entries()).toMatchObject([{ pending: { isPlaceless: true } }]);
    createAnnotation.mockClear();
    outbox.place("a", { start: 20, end: 30 }, "other words");
    expect(open().outbox.entries()).toMatchObject([{ quote: "other words" }]);
    await vi.advanceTimersByTimeAsync(0);
    const placed = { id: "a", revisionId: "r2", start: 20, end: 30 };
    expect(createAnnotation).toHaveBeenCalledWith("x", expect.objectContaining(placed));
  });
});
