import { createStore } from "zustand/vanilla";

import type { Companion, PassingMessage } from "@/lib/annotations/presence";

/** Who is told of as writing and has not been for so long has stopped. */
const WRITING_MS = 6_000;
/** What was said aloud of a thread is not said again for so long. */
const SAID_MS = 60_000;

/** Somebody who writes; null where names are not told. */
type Writer = { id: string; name: string } | null;

interface CompanyState {
  /** Who has the reading open, as far as that is told. */
  people: readonly Companion[];
  count: number;
  isStaffOnly: boolean;
  /** By thread. */
  writers: ReadonlyMap<string, readonly Writer[]>;
}

const ALONE: CompanyState = { people: [], count: 0, isStaffOnly: false, writers: new Map() };

/** Who else is here at this moment. None of it is kept, and all of it is forgotten unless it is repeated. */
export function createCompany() {
  const store = createStore<CompanyState>(() => ALONE);
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const saidAt = new Map<string, number>();

  function stop(annotationId: string, id: string | null): void {
    clearTimeout(timers.get(`${annotationId} ${id}`));
    timers.delete(`${annotationId} ${id}`);
    const before = store.getState().writers;
    const known = before.get(annotationId) ?? [];
    const rest = known.filter((each) => (each?.id ?? null) !== id);
    if (rest.length === known.length) return;
    const writers = new Map(before);
    if (rest.length > 0) writers.set(annotationId, rest);
    else writers.delete(annotationId);
    store.setState({ writers });
  }

  return {
    ...store,
    hear(message: PassingMessage): void {
      if (message.type === "presence") {
        const { people, count, isStaffOnly } = message;
        store.setState({ people, count, isStaffOnly });
        return;
      }
      const { annotationId, person } = message;
      const id = person?.id ?? null;
      const key = `${annotationId} ${id}`;
      clearTimeout(timers.get(key));
      timers.set(
        key,
        setTimeout(() => stop(annotationId, id), WRITING_MS),
      );
      const { writers } = store.getState();
      const known = writers.get(annotationId) ?? [];
      if (known.some((each) => (each?.id ?? null) === id)) return;
      store.setState({ writers: new Map(writers).set(annotationId, [...known, person]) });
    },
    /** What somebody wrote has come. Where names are not told it may have been theirs. */
    wrote(annotationId: string, authorId: string): void {
      stop(annotationId, authorId);
      stop(annotationId, null);
    },
    /** Nothing is known any more: the connection is gone. */
    clear(): void {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
      store.setState(ALONE);
    },
    /** Whether it may be said aloud that somebody writes in a thread: it was not said lately. */
    mayBeSaid(annotationId: string, now = Date.now()): boolean {
      if (now - (saidAt.get(annotationId) ?? 0) < SAID_MS) return false;
      saidAt.set(annotationId, now);
      return true;
    },
  };
}

export type Company = ReturnType<typeof createCompany>;
