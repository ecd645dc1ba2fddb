import pg from "pg";
import { onTestFinished, vi } from "vitest";

import { db } from "@/lib/db";
import { createHub, type EndReason, type EventStream } from "@/lib/events/hub";
import type { LoggedEvent } from "@/lib/events/log";

export type Hub = ReturnType<typeof openHub>;

/** What came through one stream of a hub. */
export interface Watcher {
  /** The numbers of the events that were delivered. */
  heard: bigint[];
  resets: bigint[];
  ended: EndReason[];
  close(): void;
}

/** A hub as one instance of the application has it, until the end of the test. */
export function openHub(
  prepare: (assignmentId: string, events: LoggedEvent[]) => Promise<number> = async () => 0,
) {
  const hub = createHub(prepare);
  onTestFinished(() => hub.close());
  return hub;
}

/** Opens a stream, which whoever holds it closes when it is ended. */
export function watch(
  hub: Hub,
  stream: Pick<EventStream<number>, "assignmentId" | "courseId" | "userId"> &
    Partial<EventStream<number>>,
): Watcher {
  const watcher: Watcher = { heard: [], resets: [], ended: [], close: () => {} };
  watcher.close = hub.open({
    cursor: 0n,
    isAllowed: async () => true,
    deliver: ({ number }) => watcher.heard.push(number),
    reset: (number) => watcher.resets.push(number),
    end(reason) {
      watcher.ended.push(reason);
      watcher.close();
    },
    ...stream,
  });
  return watcher;
}

/** Waits until these, and only these, have been delivered. */
export function untilHeard(watcher: Watcher, numbers: bigint[]): Promise<void> {
  const check = () => {
    const { heard } = watcher;
    if (heard.join() !== numbers.join()) throw new Error(`heard ${heard.slice(-5).join()}`);
  };
  return vi.waitFor(check, { timeout: 10_000 });
}

/** Waits until a stream was ended, and says why. */
export function untilEnded(watcher: Watcher): Promise<EndReason> {
  const check = () => {
    const [reason] = watcher.ended;
    if (!reason) throw new Error("the stream is open");
    return reason;
  };
  return vi.waitFor(check, { timeout: 10_000 });
}

/** Waits until as many connections of this database listen for events as are expected. */
export async function untilListening(count: number): Promise<void> {
  const check = async () => {
    const pids = await listeningPids();
    if (pids.length !== count) throw new Error(`${pids.length} listen`);
  };
  await vi.waitFor(check, { timeout: 10_000, interval: 20 });
}

/** Cuts every connection that listens for events, as a database that restarts does. */
export async function cutListening(): Promise<void> {
  for (const pid of await listeningPids()) {
    await db.$queryRaw`SELECT pg_terminate_backend(${pid}::int)`;
  }
}

/** Keeps every LISTEN from being sent until the returned function is called. */
export function delayListening(): () => void {
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const query = pg.Client.prototype.query;
  const spy = vi.spyOn(pg.Client.prototype, "query");
  spy.mockImplementation(function delayed(this: pg.Client, ...given: unknown[]) {
    const send = () => Reflect.apply(query, this, given);
    return typeof given[0] === "string" && given[0].startsWith("LISTEN") ? gate.then(send) : send();
  });
  onTestFinished(() => spy.mockRestore());
  return release;
}

/** Those that have sent their last LISTEN, and so hear both channels. */
async function listeningPids(): Promise<number[]> {
  const rows = await db.$queryRaw<{ pid: number }[]>`
    SELECT pid FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'postil events'
      AND query LIKE 'LISTEN%access%' AND state = 'idle'`;
  return rows.map(({ pid }) => pid);
}
