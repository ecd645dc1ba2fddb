import { useTranslations } from "next-intl";
import { useCallback, useEffect } from "react";

import { toast } from "@/components/ui/toast";
import { api } from "./api";
import { type Draft, draftPrefix, findDraft } from "./drafts";
import { isOnWhole } from "./mark-list";
import { moveDraft } from "./merged-draft";
import { useReader, useReaderState } from "./reader-context";

/** Goes on with something that was begun, where it was begun or where the thread is by now. */
export function useResumeDraft(): (draft: Draft) => Promise<void> {
  const t = useTranslations("reader");
  const { assignment, store, surface, writer } = useReader();
  return useCallback(
    async ({ place }) => {
      if (place.type === "new") {
        if (!isOnWhole(place)) surface?.scrollTo(place.start);
        store.write(place);
        return;
      }
      const desk = { userId: writer.id, assignmentId: assignment.id };
      const isThere = store.getState().marks.has(place.annotationId);
      const lead = isThere ? null : await api.getThread(place.annotationId).catch(() => null);
      const next = lead ? moveDraft(desk, place, lead.id) : place;
      const mark = next.type === "new" ? null : store.getState().marks.get(next.annotationId);
      if (!mark) {
        toast(t("threadGone"));
        return;
      }
      surface?.scrollTo(mark.start);
      store.focus(mark.id);
      store.write(next);
    },
    [assignment.id, store, surface, writer.id, t],
  );
}

/** Goes on with the draft that the address names (`#d-<place>`), as soon as it is here. */
export function useDraftAddress(isKnown: boolean): void {
  const { assignment, surface, writer } = useReader();
  const seen = useReaderState((state) => state.draftsSeen);
  const resume = useResumeDraft();

  // Other devices bring drafts a little after the page came: they are looked for again then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of `seen` alone is the news
  useEffect(() => {
    const [, name] = /^#d-(.+)$/.exec(window.location.hash) ?? [];
    if (!surface || !isKnown || !name) return;
    const draft = findDraft(draftPrefix(writer.id, assignment.id) + decodeURIComponent(name));
    if (!draft) return;
    // Once: who closes it does not want it again with the next change.
    history.replaceState(history.state, "", window.location.pathname + window.location.search);
    void resume(draft);
  }, [surface, isKnown, seen, resume, assignment.id, writer.id]);
}
