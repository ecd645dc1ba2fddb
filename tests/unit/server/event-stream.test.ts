import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { TooMany } from "@/lib/errors";
import { eventStream } from "@/lib/server/event-stream";

type Listener = Parameters<Parameters<typeof eventStream>[1]>[0];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A stream that a browser has open, and the source that feeds it. */
async function connect(before: (listener: Listener) => void = () => undefined) {
  const page = new AbortController();
  const close = vi.fn();
  let source: Listener | undefined;
  const request = new Request("https://school.example/events", { signal: page.signal });
  const response = await eventStream(request, async (listener) => {
    source = listener;
    before(listener);
    return close;
  });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  const read = async () => (await reader.read()).value;
  return { response, source: source!, page, close, read, reader };
}

describe("an event stream", () => {
  test("is sent as it comes, by nothing held back", async () => {
    const { response, page } = await connect();
    expect(Object.fromEntries(response.headers)).toEqual({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    });
    page.abort();
  });

  test("tells first when to come back, by chance, so that not all come back at once", async () => {
    const { read, page } = await connect();
    const wait = Number(/^retry: (\d+)\n\n$/.exec((await read()) ?? "")?.[1]);
    expect(wait).toBeGreaterThanOrEqual(500);
    expect(wait).toBeLessThanOrEqual(3_500);
    page.abort();
  });

  test("sends each message with its place in the log", async () => {
    const { source, read, page } = await connect();
    await read();
    source.onMessage({ type: "comment", text: "a\nb" } as { type: string }, "12");
    expect(await read()).toBe('id: 12\nevent: comment\ndata: {"text":"a\\nb"}\n\n');
    page.abort();
  });

  test("keeps what came while it was being opened", async () => {
    const { read, page } = await connect((listener) => listener.onMessage({ type: "a" }, "1"));
    await read();
    expect(await read()).toBe("id: 1\nevent: a\ndata: {}\n\n");
    page.abort();
  });

  test("gives a sign of life every twenty seconds", async () => {
    const { read, page } = await connect();
    await read();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await read()).toBe(": here\n\n");
    page.abort();
  });

  test("that is ended says why, and is closed once", async () => {
    const { source, read, close } = await connect();
    await read();
    source.onEnd("removed");
    expect(await read()).toBe('event: end\ndata: {"reason":"removed"}\n\n');
    expect(await read()).toBeUndefined();
    source.onMessage({ type: "late" }, "2");
    expect(close).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("that was ended before it began says so and ends", async () => {
    const { read, close } = await connect((listener) => listener.onEnd("removed"));
    await read();
    expect(await read()).toContain("removed");
    expect(await read()).toBeUndefined();
    expect(close).toHaveBeenCalledTimes(1);
  });

  test("that the reader leaves is closed", async () => {
    const left = await connect();
    left.page.abort();
    expect(left.close).toHaveBeenCalledTimes(1);
    const cancelled = await connect();
    await cancelled.reader.cancel();
    expect(cancelled.close).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("that nobody reads is closed rather than kept in memory", async () => {
    const { source, close } = await connect();
    const words = "a".repeat(100_000);
    for (let count = 0; count < 20; count++)
      source.onMessage({ type: "a", words } as { type: string }, "1");
    expect(close).toHaveBeenCalledTimes(1);
  });

  test("that is refused is refused before it begins", async () => {
    const request = new Request("https://school.example/events");
    const refused = eventStream(request, async () => {
      throw new TooMany("tooManyStreams", 60);
    });
    await expect(refused).rejects.toThrow(TooMany);
  });
});
