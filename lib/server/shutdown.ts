import "server-only";

import { liveHub } from "@/lib/annotations/live";

/** Where the server that is about to stop looks for what to close first. */
const KEY = Symbol.for("postil.shutdown");

/** Lets the server end all event streams when it stops: they would hold it open for ever. */
export function closeOnShutdown(): void {
  (globalThis as { [KEY]?: () => void })[KEY] = () => liveHub().close();
}
