import { z } from "zod";

import type { TextRange } from "@/lib/anchoring";
import type { CommentView, ThreadView } from "@/lib/annotations/present";
import { api, type NewAnnotation, type NewComment, Refused, Unreachable } from "./api";
import { forget, keep, keptKeys, recall } from "./kept";
import type { Pending } from "./merge";

const entry = z.object({
  id: z.string(),
  annotationId: z.string(),
  createdAt: z.string(),
  /** The passage, to show the mark before the server has cut the quote itself. */
  quote: z.string(),
  annotation: z.custom<NewAnnotation>().optional(),
  comment: z.custom<NewComment>().optional(),
  pending: z.custom<Pending>(),
});

/** One write on its way: a new annotation, or a new comment in a thread. */
export type OutboxEntry = z.output<typeof entry>;

interface OutboxOptions {
  /**
   * Under what this browser keeps what is not sent, by person and assignment. One key an entry:
   * two tabs must not overwrite each other's.
   */
  prefix: string;
  assignmentId: string;
  onChange(entry: OutboxEntry): void;
  onThread(thread: ThreadView): void;
  onComment(comment: CommentView): void;
  onSent(entry: OutboxEntry): void;
  onRefused(entry: OutboxEntry, reason: string): void;
}

const RETRY_LEAST_MS = 1_000;
const RETRY_MOST_MS = 30_000;

/**
 * Sends new annotations and comments in the order they were written, and keeps each until the
 * server has it: over a dead network, a restarted server and a reload. Ids are made here, so
 * sending one twice makes one.
 */
export function createOutbox({ prefix, assignmentId, ...on }: OutboxOptions) {
  let entries = recallEntries(prefix);
  let isSending = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function update(id: string, pending: Pending): OutboxEntry | undefined {
    entries = entries.map((each) => (each.id === id ? { ...each, pending } : each));
    const changed = entries.find((each) => each.id === id);
    if (!changed) return undefined;
    keep(prefix + id, changed);
    on.onChange(changed);
    return changed;
  }

  function remove(id: string): void {
    entries = entries.filter((each) => each.id !== id);
    forget(prefix + id);
  }

  /** A comment on an annotation that was refused has to wait until that one is mended. */
  function next(): OutboxEntry | undefined {
    const refused = new Set(
      entries.flatMap((each) => (each.pending.state === "refused" ? each.annotationId : [])),
    );
    return entries.find(
      (each) =>
        each.pending.state !== "refused" && (each.annotation || !refused.has(each.annotationId)),
    );
  }

  async function flush(): Promise<void> {
    if (isSending) return;
    isSending = true;
    clearTimeout(timer);
    try {
      for (let each = next(); each; each = next()) {
        if (each.pending.state !== "sending") update(each.id, { state: "sending" });
        await deliver(each);
      }
    } finally {
      isSending = false;
    }
  }

  async function deliver(each: OutboxEntry): Promise<void> {
    try {
      await send(each);
      failures = 0;
      on.onSent(each);
    } catch (error) {
      if (error instanceof Refused) {
        const changed = update(each.id, { state: "refused", reason: error.message });
        if (changed) on.onRefused(changed, error.message);
        return;
      }
      // What is behind it in the queue waits with it.
      for (const { id, pending } of entries) {
        if (pending.state === "sending") update(id, { state: "waiting" });
      }
      failures += 1;
      const asked = error instanceof Unreachable ? error.retryAfterMs : undefined;
      const wait = asked ?? Math.min(RETRY_MOST_MS, RETRY_LEAST_MS * 2 ** (failures - 1));
      timer = setTimeout(attempt, wait * (0.75 + Math.random() / 2));
      // Leaves the loop: what waits behind this one waits too, so that order is kept.
      throw error;
    }
  }

  /** Not removed before the answer is in: until then the entry is the only trace of the words. */
  async function send({ id, annotationId, annotation, comment }: OutboxEntry): Promise<void> {
    if (annotation) {
      const thread = await api.createAnnotation(assignmentId, annotation);
      remove(id);
      on.onThread(thread);
    } else if (comment) {
      const posted = await api.postComment(annotationId, comment);
      remove(id);
      on.onComment(posted);
    }
  }

  const attempt = () => void flush().catch(() => undefined);

  return {
    /** What is not on the server yet. */
    entries: () => entries,
    add(added: Omit<OutboxEntry, "pending">): OutboxEntry {
      const made = { ...added, pending: { state: "sending" as const } };
      entries = [...entries, made];
      keep(prefix + made.id, made);
      attempt();
      return made;
    },
    /**
     * Puts what was written on an earlier text where the same words are in the present one, to be
     * sent again. What has no place any more is held back, on no passage, with `reason`: where it
     * lay, other words may stand by now, and what it says there its writer must decide.
     */
    carryOver(revisionId: string, find: (quote: string) => TextRange | null, reason: string): void {
      entries = entries.map((each) => {
        const { annotation, quote } = each;
        if (!annotation || annotation.revisionId === revisionId) return each;
        const { start: _, end: __, ...words } = annotation;
        const range = quote === "" ? {} : find(quote);
        const pending: Pending = range
          ? { state: "waiting" }
          : { state: "refused", reason, isPlaceless: true };
        const carried = { ...each, annotation: { ...words, ...range, revisionId }, pending };
        keep(prefix + each.id, carried);
        return carried;
      });
    },
    /** Puts what was held back on a passage of the present text, and sends it. */
    place(id: string, { start, end }: TextRange, quote: string): void {
      entries = entries.map((each) =>
        each.id === id && each.annotation
          ? { ...each, quote, annotation: { ...each.annotation, start, end } }
          : each,
      );
      update(id, { state: "waiting" });
      attempt();
    },
    /** Tries again what was refused. */
    retry(id: string): void {
      update(id, { state: "waiting" });
      attempt();
    },
    discard: remove,
    /** Tries everything again now: the network is back, or the page was opened again. */
    flush: attempt,
  };
}

/** What an earlier page, or another tab, did not get sent; ids of version 7 sort by time. */
function recallEntries(prefix: string): OutboxEntry[] {
  return keptKeys(prefix)
    .sort()
    .flatMap((key) => recall(key, entry) ?? []);
}
