"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

import { Button } from "@/components/ui/button";
import { type Draft, draftKey, listDrafts, wordsOf } from "./drafts";
import { isOnWhole } from "./mark-list";
import { useReader, useReaderState } from "./reader-context";
import { dropDraft } from "./server-drafts";
import { firstWords } from "./thread-name";
import { useResumeDraft } from "./use-resume-draft";

/** What one began here, in this browser, and did not post. */
export function UnfinishedList() {
  const t = useTranslations("reader");
  const { assignment, writer } = useReader();
  const resume = useResumeDraft();
  const place = useReaderState((state) => state.place);
  const seen = useReaderState((state) => state.draftsSeen);
  const [drafts, setDrafts] = useState<Draft[]>([]);

  // Composers keep and forget drafts, and other devices bring some: the list is read again then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of `seen` alone is the news
  useEffect(() => {
    setDrafts(place ? [] : listDrafts(writer.id, assignment.id));
  }, [place, seen, writer.id, assignment.id]);

  if (drafts.length === 0) return null;

  function discard({ place }: Draft): void {
    const desk = { userId: writer.id, assignmentId: assignment.id };
    dropDraft(desk, draftKey(writer.id, assignment.id, place));
    setDrafts(listDrafts(writer.id, assignment.id));
  }

  return (
    <section aria-label={t("unfinished")} className="reader-unfinished">
      <h3 className="text-xs font-semibold text-soft">{t("unfinished")}</h3>
      <ul>
        {drafts.map((draft) => (
          <li
            key={draftKey(writer.id, assignment.id, draft.place)}
            className="flex items-center gap-1 text-sm"
          >
            <span className="min-w-0 flex-1 truncate">
              {firstWords(wordsOf(draft.body))}
              {draft.passage && draft.place.type === "new" && isOnWhole(draft.place) && (
                <span className="block truncate text-xs text-soft">
                  {t("revised.begunOn", { quote: firstWords(draft.passage.quote) })}
                </span>
              )}
            </span>
            <Button size="sm" onClick={() => void resume(draft)}>
              {t("continue")}
            </Button>
            <Button size="sm" variant="quiet" onClick={() => discard(draft)}>
              {t("discard")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
