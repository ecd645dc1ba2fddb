import { Unreachable } from "./api";

/** So long after one moved on, and no more often, a place is remembered. */
const EVERY_MS = 5_000;

interface PlaceKeeperOptions {
  /** Where the reader is now. */
  read(): number;
  /** Whether there is somebody to send it to. */
  canSend(): boolean;
  send(offset: number): Promise<unknown>;
}

export type PlaceKeeper = ReturnType<typeof createPlaceKeeper>;

/**
 * Remembers where somebody reads: a while after they moved, and when they leave. Nothing is sent
 * twice, and what could not be sent goes with the next occasion. Silent until it is let go, so that
 * the place of the last visit stays as long as it is still offered.
 */
export function createPlaceKeeper({ read, canSend, send }: PlaceKeeperOptions) {
  let isHeld = true;
  let hasMoved = false;
  let sent: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function save(): void {
    clearTimeout(timer);
    timer = undefined;
    if (isHeld || !hasMoved || !canSend()) return;
    hasMoved = false;
    const offset = read();
    if (offset === sent) return;
    sent = offset;
    send(offset).catch((error) => {
      sent = null;
      if (error instanceof Unreachable) hasMoved = true;
    });
  }

  return {
    /** The reader moved. */
    moved(): void {
      hasMoved = true;
      timer ??= setTimeout(save, EVERY_MS);
    },
    /** From now on places count. */
    letGo(): void {
      isHeld = false;
      if (hasMoved) timer ??= setTimeout(save, EVERY_MS);
    },
    /** The reader may be gone the next moment, or the network is back. */
    saveNow: save,
    stop(): void {
      clearTimeout(timer);
    },
  };
}
