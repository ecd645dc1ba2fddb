// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { api, Refused, Unreachable } from "@/components/reader/api";
import { createOutbox } from "@/components/reader/outbox";
import { comment } from "./threads";

vi.mock("@/components/reader/api", async (original) => ({
  ...(await original<typeof import("@/components/reader/api")>()),
  api: { createAnnotation: vi.fn(), postComment: vi.fn() },
}));

const postComment = vi.mocked(api.postComment);
const prefix = "postil.outbox.ada.x.";

beforeEach(() => {
  vi.useFakeTimers();
  postComment.mockReset().mockRejectedValue(new Unreachable());
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  localStorage.clear();
});

/** A tab with the reading open. */
function open() {
  const told = {
    onChange: vi.fn(),
    onThread: vi.fn(),
    onComment: vi.fn(),
    onSent: vi.fn(),
    onRefused: vi.fn(),
  };
  return { ...told, ...createOutbox({ prefix, assignmentId: "x", ...told }) };
}

const reply = (id: string) => ({
  ...{ id, annotationId: "a", createdAt: "2026-10-05T12:00:00.000Z", quote: "" },
  comment: { id, body: { type: "doc" as const, content: [] } },
});

const settle = () => vi.advanceTimersByTimeAsync(0);
const works = () =>
  postComment.mockImplementation(async (annotationId, { id }) => comment(id, { annotationId }));

describe("a page that is loaded again", () => {
  test("has what was not sent, in the order in which it was written, and sends it", async () => {
    const before = open();
    for (const id of ["2", "1", "3"]) before.add(reply(id));
    await settle();
    const after = open();
    expect(after.entries().map(({ id }) => id)).toEqual(["1", "2", "3"]);
    works();
    postComment.mockClear();
    after.flush();
    await settle();
    expect(postComment.mock.calls.map(([, { id }]) => id)).toEqual(["1", "2", "3"]);
    expect(localStorage).toHaveLength(0);
  });

  test("still says why something was refused", async () => {
    postComment.mockRejectedValueOnce(new Refused("Write something first.", 400));
    open().add(reply("1"));
    await settle();
    expect(open().entries()[0]?.pending).toEqual({
      state: "refused",
      reason: "Write something first.",
    });
  });

  test("passes over what it cannot read, and what belongs to others", () => {
    localStorage.setItem(`${prefix}1`, "{");
    localStorage.setItem(`${prefix}2`, '{"id":2}');
    localStorage.setItem(`${prefix}3`, "null");
    localStorage.setItem(
      "postil.outbox.ben.x.4",
      JSON.stringify({ ...reply("4"), pending: { state: "waiting" } }),
    );
    expect(open().entries()).toEqual([]);
  });
});

describe("two tabs", () => {
  test("keep their words side by side", async () => {
    const [one, other] = [open(), open()];
    one.add(reply("1"));
    other.add(reply("2"));
    one.add(reply("3"));
    await settle();
    expect(
      open()
        .entries()
        .map(({ id }) => id),
    ).toEqual(["1", "2", "3"]);
    works();
    one.flush();
    await settle();
    expect(one.entries()).toEqual([]);
    expect(
      open()
        .entries()
        .map(({ id }) => id),
    ).toEqual(["2"]);
  });
});

describe("a storage that takes nothing", () => {
  beforeEach(() => {
    const refuse = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(refuse);
  });

  test("costs no words as long as the page is open", async () => {
    const box = open();
    box.add(reply("1"));
    box.add(reply("2"));
    await settle();
    expect(box.entries().map(({ id }) => id)).toEqual(["1", "2"]);
    works();
    box.flush();
    await settle();
    expect(box.onComment).toHaveBeenCalledTimes(2);
    expect(box.entries()).toEqual([]);
  });

  test("or is not there at all", async () => {
    for (const name of ["getItem", "removeItem"] as const) {
      vi.spyOn(Storage.prototype, name).mockImplementation(() => {
        throw new DOMException("denied", "SecurityError");
      });
    }
    works();
    const box = open();
    box.add(reply("1"));
    await settle();
    expect(box.onComment).toHaveBeenCalledTimes(1);
  });
});
