import { send } from "./api";

/** Threads come before the eyes in handfuls: so long they are gathered. */
const GATHER_MS = 2_000;
/** What one request may name. */
const AT_ONCE = 200;

/** Tells the server which threads were seen, many at once, and what is left when the page goes. */
export function createSeenBatch(assignmentId: string) {
  const path = `/assignments/${assignmentId}/unread`;
  const seen = new Set<string>();
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const ids = [...seen].slice(0, AT_ONCE);
    if (ids.length === 0) return;
    for (const id of ids) seen.delete(id);
    try {
      await send("POST", path, { ids, agoMs: Math.min(Date.now() - since, 3_600_000) });
      if (seen.size > 0) await flush();
    } catch {
      // Unread once more on the next visit, which is no loss.
    }
  }

  return {
    add(id: string): void {
      if (seen.size === 0) since = Date.now();
      seen.add(id);
      timer ??= setTimeout(() => void flush(), GATHER_MS);
    },
    flush: () => void flush(),
    /** All that the reader may read, seen or not. @throws Refused, Unreachable */
    async all(): Promise<void> {
      seen.clear();
      await send("POST", path, {});
    },
  };
}
