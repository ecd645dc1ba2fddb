import { useEffect, useState } from "react";

import type { SimilarThread } from "@/lib/annotations/similar";
import { api } from "./api";
import { draftKey, findDraft } from "./drafts";
import { keep } from "./kept";
import { useReader } from "./reader-context";
import { dropDraft } from "./server-drafts";
import type { Place } from "./store";

/** Long enough to have said something, and few enough to change one's mind. */
const LEAST_LENGTH = 12;
const PAUSE_MS = 700;

/** Questions like what is being written, once the keys rest; none for what only oneself will see. */
export function useSimilar(place: Place, text: string, isShared: boolean): SimilarThread[] {
  const { assignment } = useReader();
  const [found, setFound] = useState<SimilarThread[]>([]);
  const q = text.replace(/\s+/g, " ").trim().slice(0, 500);
  const isAsked = place.type === "new" && isShared && q.length >= LEAST_LENGTH;
  const { start, end } = place.type === "new" ? place : { start: 0, end: 0 };

  useEffect(() => {
    if (!isAsked) {
      setFound([]);
      return;
    }
    const asking = new AbortController();
    const ask = () =>
      api.listSimilar(assignment.id, { start, end }, q, asking.signal).then(
        (threads) => {
          if (!asking.signal.aborted) setFound(threads);
        },
        // It is an offer: without an answer there is none.
        () => undefined,
      );
    const timer = setTimeout(ask, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [assignment.id, isAsked, start, end, q]);

  return found;
}

/** Goes on in a thread with the words that were to begin another; what one began there stays. */
export function useJoin(place: Place) {
  const { assignment, store, surface, writer } = useReader();
  return (annotationId: string): void => {
    const next = { type: "reply", annotationId } as const;
    const desk = { userId: writer.id, assignmentId: assignment.id };
    const [from, to] = [place, next].map((each) => draftKey(writer.id, assignment.id, each));
    const draft = from ? findDraft(from) : null;
    if (from && to && draft && !findDraft(to)) {
      const { version: _, isOnServer: __, passage: ___, ...words } = draft;
      keep(to, { ...words, place: next });
      dropDraft(desk, from);
    }
    const mark = store.getState().marks.get(annotationId);
    if (mark) surface?.scrollTo(mark.start);
    store.focus(annotationId);
    store.write(next);
  };
}
