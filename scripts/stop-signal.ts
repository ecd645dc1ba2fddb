import { constants } from "node:os";

/** npm passes on a signal that a terminal, or `kill` on the group, has sent to us as well. */
const ECHO_MS = 1_000;

/**
 * Is aborted by the first SIGINT or SIGTERM, so that what has begun can be brought to an end. A
 * second one ends the process at once.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  let first = 0;
  const stop = (signal: "SIGINT" | "SIGTERM") => {
    if (!controller.signal.aborted) {
      first = performance.now();
      controller.abort(new Stopped());
    } else if (performance.now() - first > ECHO_MS) {
      process.exit(128 + constants.signals[signal]);
    }
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  return controller.signal;
}

/** What work that was stopped by {@link stopSignal} throws. */
export class Stopped extends Error {
  override name = "Stopped";
}
