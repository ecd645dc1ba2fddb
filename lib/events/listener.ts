import "server-only";

import pg from "pg";

import { env } from "@/lib/env";
import { log } from "@/lib/log";

const RETRY_LEAST_MS = 200;
const RETRY_MOST_MS = 5_000;

/** What is heard on the channels of {@link startListening}. */
export interface Listening {
  onNotice(channel: string, payload: string): void;
  /** Listening has begun: what was announced before was not heard. */
  onReady(): void;
  /** The connection was lost and is back: notices may have been missed in between. */
  onReturn(): void;
}

/**
 * Listens to `channels` on a connection of its own until `stop` is called. A lost connection is
 * made again for as long as it takes, ever more patiently and never in step with other instances.
 */
export function startListening(channels: string[], listening: Listening): { stop(): void } {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;
  let hasListened = false;
  let isStopped = false;

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: env.DATABASE_URL,
      application_name: "postil events",
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    client = next;
    next.on("notification", ({ channel, payload }) => listening.onNotice(channel, payload ?? ""));
    next.on("error", () => undefined);
    next.once("end", () => retry(next));
    try {
      await next.connect();
      for (const channel of channels) await next.query(`LISTEN ${next.escapeIdentifier(channel)}`);
    } catch (error) {
      log.warn({ reason: error instanceof Error ? error.message : error }, "cannot listen yet");
      await next.end().catch(() => undefined);
      return retry(next);
    }
    failures = 0;
    if (hasListened) listening.onReturn();
    else listening.onReady();
    hasListened = true;
  }

  /** Once for each client that is lost, whichever of its signs comes first. */
  function retry(lost: pg.Client): void {
    if (isStopped || client !== lost) return;
    client = undefined;
    failures += 1;
    const wait = Math.min(RETRY_MOST_MS, RETRY_LEAST_MS * 2 ** Math.min(failures, 10));
    timer = setTimeout(connect, wait * (0.5 + Math.random() / 2));
  }

  void connect();
  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
      void client?.end().catch(() => undefined);
    },
  };
}
