import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useState } from "react";

import { toast } from "@/components/ui/toast";
import type { UnreadView } from "@/lib/annotations/unread";
import { Refused, request } from "./api";
import { isPast } from "./is-past";
import { useReader } from "./reader-context";
import { createSeenBatch } from "./seen-batch";
import { useSteps } from "./use-steps";

/**
 * What is unread in the reading, of this visit and of those before: takes it from the server, and
 * tells the server what came before the reader's eyes. Stands once on the page.
 */
export function useUnread() {
  const t = useTranslations("reader.unread");
  const { assignment, store } = useReader();
  const { goTo } = useSteps();
  const batch = useMemo(() => createSeenBatch(assignment.id), [assignment.id]);
  const [earlier, setEarlier] = useState<string[]>([]);

  useEffect(() => {
    if (isPast(assignment.revision)) return;
    let isGone = false;
    request<UnreadView>(`/assignments/${assignment.id}/unread`, { method: "GET" })
      .then((view) => {
        if (isGone) return;
        store.addUnread(view.unread);
        setEarlier(view.earlier);
      })
      // Without it, what comes from now on is still told apart.
      .catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [assignment.id, assignment.revision, store]);

  useEffect(() => {
    let before = store.getState().freshIds;
    const unsubscribe = store.subscribe(({ freshIds }) => {
      if (freshIds === before) return;
      for (const id of before) if (!freshIds.has(id)) batch.add(id);
      before = freshIds;
    });
    const onHide = () => document.hidden && batch.flush();
    document.addEventListener("visibilitychange", onHide);
    return () => {
      unsubscribe();
      document.removeEventListener("visibilitychange", onHide);
      batch.flush();
    };
  }, [store, batch]);

  /** To the next thread in the order of the text that holds something unread; round the end. */
  const goToNext = useCallback(() => {
    const { marks, focusedId, freshIds } = store.getState();
    const { ordered } = marks;
    const at = ordered.findIndex(({ id }) => id === focusedId);
    const inTurn = [...ordered.slice(at + 1), ...ordered.slice(0, at + 1)];
    const next = inTurn.find(({ id }) => freshIds.has(id));
    if (next) goTo(next.id);
    else store.say(t("none"));
  }, [store, goTo, t]);

  const markAll = useCallback(async () => {
    try {
      await batch.all();
      store.markAllLookedAt();
      setEarlier([]);
      store.say(t("allSeen"));
    } catch (error) {
      toast(error instanceof Refused ? error.message : t("notSaved"), { isUrgent: true });
    }
  }, [batch, store, t]);

  /** What was there before the first visit joins what is stepped through. */
  const takeEarlier = useCallback(() => {
    store.addUnread(earlier);
    setEarlier([]);
  }, [store, earlier]);

  return { earlierCount: earlier.length, goToNext, markAll, takeEarlier };
}
