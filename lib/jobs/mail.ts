import "server-only";

import type { Jobs, Queue } from "./boss";

/** Queues of mail. */
export function mailQueues(_jobs: Pick<Jobs, "add">): Queue<never>[] {
  return [];
}
