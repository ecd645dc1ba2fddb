import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { Refused, Unreachable } from "@/components/reader/api";
import { beginningAt } from "@/components/reader/place-hint";
import { createPlaceKeeper } from "@/components/reader/place-keeper";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open() {
  const page = { at: 0, isOnline: true };
  const send = vi.fn<(offset: number) => Promise<unknown>>(async () => null);
  const keeper = createPlaceKeeper({ read: () => page.at, canSend: () => page.isOnline, send });
  const scroll = (at: number) => {
    page.at = at;
    keeper.moved();
  };
  return { page, send, keeper, scroll };
}

const later = () => vi.advanceTimersByTimeAsync(10_000);

describe("a place", () => {
  test("is sent a while after one moved, once however often one did", async () => {
    const { send, keeper, scroll } = open();
    keeper.letGo();
    for (const at of [10, 20, 30]) scroll(at);
    expect(send).not.toHaveBeenCalled();
    await later();
    expect(send.mock.calls).toEqual([[30]]);
    scroll(30);
    await later();
    expect(send).toHaveBeenCalledOnce();
  });

  test("is sent at once when one leaves, and not by who never moved", async () => {
    const { send, keeper, scroll } = open();
    keeper.letGo();
    keeper.saveNow();
    expect(send).not.toHaveBeenCalled();
    scroll(10);
    keeper.saveNow();
    expect(send.mock.calls).toEqual([[10]]);
    await later();
    expect(send).toHaveBeenCalledOnce();
  });

  test("is not sent while the last one is offered, and is afterwards", async () => {
    const { send, keeper, scroll } = open();
    scroll(10);
    await later();
    keeper.saveNow();
    expect(send).not.toHaveBeenCalled();
    keeper.letGo();
    await later();
    expect(send.mock.calls).toEqual([[10]]);
  });

  test("waits for the network, and goes when it is back", async () => {
    const { page, send, keeper, scroll } = open();
    keeper.letGo();
    page.isOnline = false;
    scroll(10);
    await later();
    expect(send).not.toHaveBeenCalled();
    page.isOnline = true;
    keeper.saveNow();
    expect(send.mock.calls).toEqual([[10]]);
  });

  test("that could not be sent is sent again; one that was refused is not", async () => {
    const { send, keeper, scroll } = open();
    keeper.letGo();
    send.mockRejectedValueOnce(new Unreachable());
    scroll(10);
    await later();
    keeper.saveNow();
    expect(send.mock.calls).toEqual([[10], [10]]);
    send.mockRejectedValueOnce(new Refused("gone", 404));
    scroll(20);
    await later();
    keeper.saveNow();
    expect(send).toHaveBeenCalledTimes(3);
  });

  test("is not sent by a page that is gone", async () => {
    const { send, keeper, scroll } = open();
    keeper.letGo();
    scroll(10);
    keeper.stop();
    await later();
    expect(send).not.toHaveBeenCalled();
  });
});

describe("the first words of a place", () => {
  const text =
    "One two three.\n\uFFFCFour\nA sentence that goes on and on, far longer than what is shown of it here.";

  test.each([
    { from: "One", words: "One two three." },
    { from: "ne two", words: "two three." },
    { from: "\uFFFC", words: "Four" },
    { from: "A sentence", words: "A sentence that goes on and on, far longer than what is …" },
  ])("from “$from” on are “$words”", ({ from, words }) => {
    expect(beginningAt(text, text.indexOf(from))).toBe(words);
  });

  test("are found in a language without spaces, and never end in half a character", () => {
    expect(beginningAt("文".repeat(100), 0)).toMatch(/^文{59} …$/);
    expect(beginningAt(`a${"😀".repeat(100)}`, 0)).toMatch(/^a😀{29} …$/u);
    expect(beginningAt(text, text.length)).toBe("");
  });
});
