import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { createThreadLoader } from "@/components/reader/thread-loader";

const ids = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `t${from + at}`);

/** A loader whose requests end when the test says so. */
function scene() {
  const loaded = new Set<string>();
  const requests: { ids: string[]; end(): Promise<void>; fail(): Promise<void> }[] = [];
  const loader = createThreadLoader({
    isLoaded: (id) => loaded.has(id),
    load: (asked) =>
      new Promise<void>((resolve, reject) => {
        requests.push({
          ids: asked,
          async end() {
            for (const id of asked) loaded.add(id);
            resolve();
            await vi.advanceTimersByTimeAsync(0);
          },
          async fail() {
            reject(new Error("no network"));
            await vi.advanceTimersByTimeAsync(0);
          },
        });
      }),
  });
  return { loader, requests };
}

describe("threads that are wanted", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("are asked for at once, in pages, and only a few pages at a time", async () => {
    const { loader, requests } = scene();
    loader.want(ids(0, 180), 0);
    expect(requests.map((each) => each.ids.length)).toEqual([50, 50]);
    await requests[0]!.end();
    expect(requests[2]?.ids).toEqual(ids(100, 150));
  });

  test("are not asked for while one scrolls past them", async () => {
    const { loader, requests } = scene();
    loader.want(ids(0, 10), 0);
    loader.want(ids(5, 15), 8);
    await requests[0]!.end();
    for (let frame = 1; frame <= 60; frame++) {
      loader.want(ids(frame * 10, frame * 10 + 10), frame * 16);
      vi.advanceTimersByTime(16);
    }
    expect(requests).toHaveLength(1);
    vi.advanceTimersByTime(200);
    expect(requests.map((each) => each.ids)).toEqual([ids(0, 10), ids(600, 610)]);
  });

  test("are never asked for twice at the same time, nor when they are there", async () => {
    const { loader, requests } = scene();
    loader.want(ids(0, 10), 0);
    loader.want(ids(5, 15), 1_000);
    expect(requests.map((each) => each.ids)).toEqual([ids(0, 10), ids(10, 15)]);
    await requests[0]!.end();
    await requests[1]!.end();
    loader.want(ids(0, 15), 2_000);
    expect(requests).toHaveLength(2);
  });

  test("are asked for again after a failure, but not before they are wanted again", async () => {
    const { loader, requests } = scene();
    loader.want(ids(0, 10), 0);
    await requests[0]!.fail();
    expect(requests).toHaveLength(1);
    loader.want(ids(0, 10), 1_000);
    expect(requests[1]?.ids).toEqual(ids(0, 10));
  });

  test("are forgotten when nobody is there any more", () => {
    const { loader, requests } = scene();
    loader.want(ids(0, 10), 0);
    loader.want(ids(10, 20), 10);
    loader.stop();
    vi.advanceTimersByTime(1_000);
    expect(requests).toHaveLength(1);
  });
});
