import { Refused, Unreachable } from "@/components/reader/api";
import { addStep, joinLogs } from "@/lib/editor/step-log";
import type { StepMaps } from "@/lib/editor/step-maps";
import type { DraftView } from "@/lib/revisions/queries";
import { api } from "./api";
import type { KeptPlace } from "./kept-draft";

/** How far what was typed has got. */
export type SaveState =
  | { type: "saved"; at: string | null }
  | { type: "unsaved" }
  | { type: "saving" }
  | { type: "offline" }
  | { type: "refused"; reason: string }
  /** Saved by another tab or person first. */
  | { type: "conflict" };

interface SavingOptions {
  draft: DraftView;
  kept: KeptPlace;
  /** Steps that the document of the editor has gone through and the server does not know. */
  steps: StepMaps | null;
  read(): Record<string, unknown>;
  /** Whether a stored document is the same as one of the editor's. */
  isSame(stored: unknown, document: unknown): boolean;
  onState(state: SaveState): void;
}

const PAUSE_MS = 800;
/** Who types without a pause is saved all the same. */
const LATEST_MS = 5_000;
const KEEP_MS = 200;
const RETRY_LEAST_MS = 2_000;
const RETRY_MOST_MS = 30_000;
const STALE = 412;
/** Browsers send no more than this after a page has gone. */
const KEEPALIVE_BYTES = 60_000;

export type Saving = ReturnType<typeof createSaving>;

/**
 * Saves the text as it is typed: first in this browser, a moment later on the server. A saving
 * names the version it was made from, so that nothing of somebody else's is ever overwritten.
 */
export function createSaving({ draft, kept, steps, read, isSame, onState }: SavingOptions) {
  const { readingId, baseId } = draft;
  let version = draft.version;
  let pending: StepMaps | null = steps;
  let isDirty = false;
  let isStopped = false;
  let failures = 0;
  let firstChange = 0;
  let running: Promise<void> | null = null;
  let saveTimer: ReturnType<typeof setTimeout> | undefined;
  let keepTimer: ReturnType<typeof setTimeout> | undefined;

  const keepNow = () => {
    clearTimeout(keepTimer);
    if (isDirty) kept.keep({ baseId, version, document: read(), steps: pending });
  };

  function later(wait: number): void {
    clearTimeout(saveTimer);
    if (!isStopped) saveTimer = setTimeout(() => void save(), wait);
  }

  function changed(ranges: StepMaps): void {
    for (const each of ranges) pending = pending && addStep(pending, each);
    if (!isDirty) firstChange = Date.now();
    isDirty = true;
    clearTimeout(keepTimer);
    keepTimer = setTimeout(keepNow, KEEP_MS);
    if (isStopped || running) return;
    if (failures === 0) onState({ type: "unsaved" });
    later(Math.min(PAUSE_MS, Math.max(0, firstChange + LATEST_MS - Date.now())));
  }

  /** Saves at once what is not saved; resolves when the server has it, or cannot take it now. */
  async function save(): Promise<void> {
    await running;
    if (!isDirty || isStopped) return;
    clearTimeout(saveTimer);
    keepNow();
    running = send().finally(() => {
      running = null;
    });
    await running;
  }

  async function send(): Promise<void> {
    const sent = { baseId, document: read(), steps: pending };
    pending = [];
    isDirty = false;
    onState({ type: "saving" });
    try {
      settle(await api.saveDraft(readingId, version, sent));
    } catch (error) {
      pending = joinLogs(sent.steps, pending);
      isDirty = true;
      if (error instanceof Refused && error.status === STALE) await recognise(sent);
      else if (error instanceof Refused) onState({ type: "refused", reason: error.message });
      else retry(error);
    }
  }

  function settle(saved: { version: number; savedAt: string }): void {
    version = saved.version;
    failures = 0;
    if (isDirty) {
      // Typed while it was on its way.
      firstChange = Date.now();
      onState({ type: "unsaved" });
      keepNow();
      later(PAUSE_MS);
      return;
    }
    kept.forget();
    onState({ type: "saved", at: saved.savedAt });
  }

  /** The answer to a saving may have been lost: what the server has may be what we sent. */
  async function recognise(sent: { document: unknown; steps: StepMaps | null }): Promise<void> {
    try {
      const present = await api.getDraft(readingId);
      const isOurs = present.baseId === baseId && present.savedAt !== null;
      if (isOurs && isSame(present.document, sent.document)) {
        const hasMore = !isSame(present.document, read());
        isDirty = hasMore;
        pending = hasMore ? null : [];
        return settle({ version: present.version, savedAt: present.savedAt! });
      }
      isStopped = true;
      onState({ type: "conflict" });
    } catch (error) {
      if (error instanceof Refused) onState({ type: "refused", reason: error.message });
      else retry(error);
    }
  }

  function retry(error: unknown): void {
    failures += 1;
    onState({ type: "offline" });
    const asked = error instanceof Unreachable ? error.retryAfterMs : undefined;
    later(asked ?? Math.min(RETRY_MOST_MS, RETRY_LEAST_MS * 2 ** (failures - 1)));
  }

  return {
    changed,
    save,
    /** What the next saving or discarding has to name. */
    version: () => version,
    isDirty: () => isDirty || running !== null,
    /** What was typed and is not on the server, to be put aside. */
    unsaved: () => ({ baseId, version, document: read(), steps: pending }),
    /** The page goes: what can still be sent is, and all of it is kept here. */
    leave(): void {
      if (!isDirty || isStopped) return;
      keepNow();
      const body = JSON.stringify({ baseId, document: read(), steps: pending });
      if (body.length > KEEPALIVE_BYTES) return;
      const headers = { "content-type": "application/json", "if-match": `"${version}"` };
      const path = `/api/v1/readings/${readingId}/draft`;
      void fetch(path, { method: "PUT", keepalive: true, headers, body }).catch(() => undefined);
    },
    stop(): void {
      isStopped = true;
      clearTimeout(saveTimer);
      clearTimeout(keepTimer);
    },
  };
}
