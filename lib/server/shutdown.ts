import "server-only";

import { liveHub } from "@/lib/annotations/live";
import { closeDb } from "@/lib/db";
import { stopJobs } from "@/lib/jobs";

/** What a server that stops has to call, in this order, with the end of all answers in between. */
export interface ShutdownHooks {
  /** Ends all event streams: they would hold the server open for ever. */
  endStreams(): void;
  /** Ends the work on jobs and all connections to the database, which then can stop without anybody missing it. */
  closeDb(): Promise<void>;
}

/** Where the server that runs Next in its process looks for the hooks. */
const KEY = Symbol.for("postil.shutdown");

/** Tells the server what to call when it stops. */
export function registerShutdown(): void {
  const hooks: ShutdownHooks = {
    endStreams: () => liveHub().close(),
    async closeDb() {
      await stopJobs();
      await closeDb();
    },
  };
  Object.assign(globalThis, { [KEY]: hooks });
}
