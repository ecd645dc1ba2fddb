"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";

import { toast } from "@/components/ui/toast";
import { readingSchema } from "@/lib/editor/reading-schema";
import type { StepMaps } from "@/lib/editor/step-maps";
import type { DraftView } from "@/lib/revisions/queries";
import { api } from "./api";
import { KeptCopies } from "./kept-copies";
import { type KeptPlace, type KeptText, keptTexts } from "./kept-draft";
import { WritingDesk } from "./writing-desk";

/** What an editor begins with. */
export interface Opening {
  number: number;
  draft: DraftView;
  content: Record<string, unknown>;
  steps: StepMaps | null;
  /** The content was kept in this browser and is not on the server. */
  isUnsaved: boolean;
}

/** A reading's text in writing: the draft of its next revision, and what this browser kept of it. */
export function ReadingEditor({ draft, userId }: { draft: DraftView; userId: string }) {
  const t = useTranslations("revisions.editor");
  const [kept] = useState(() => keptTexts(userId, draft.readingId));
  const [opening, setOpening] = useState<Opening | null>(null);
  const [copies, setCopies] = useState<KeptText[]>([]);

  // In an effect, because only the browser knows what it kept.
  useEffect(() => {
    setOpening(openWith(draft, kept));
    setCopies(kept.list());
  }, [draft, kept]);

  const loadTheirs = useCallback(async () => {
    try {
      const theirs = await api.getDraft(draft.readingId);
      kept.forget();
      setOpening((before) => fresh(theirs, (before?.number ?? 0) + 1));
      setCopies(kept.list());
    } catch {
      toast(t("theirsUnreachable"), { isUrgent: true });
    }
  }, [draft.readingId, kept, t]);

  return (
    <>
      <KeptCopies
        copies={copies}
        onDiscard={(key) => {
          kept.forget(key);
          setCopies(kept.list());
        }}
      />
      {opening ? (
        <WritingDesk
          key={opening.number}
          opening={opening}
          kept={kept}
          onLoadTheirs={loadTheirs}
          onSetAside={() => setCopies(kept.list())}
        />
      ) : (
        <div className="min-h-96" aria-busy="true" />
      )}
    </>
  );
}

function fresh(draft: DraftView, number: number): Opening {
  const content = draft.document as Record<string, unknown>;
  return { number, draft, content, steps: [], isUnsaved: false };
}

/** The draft, or what an earlier tab made of just this draft and could not save. */
function openWith(draft: DraftView, kept: KeptPlace): Opening {
  const stored = readingSchema.nodeFromJSON(draft.document);
  for (const text of kept.list()) if (isStored(text)) kept.forget(text.key);
  const mine = kept
    .list()
    .findLast(({ baseId, version }) => baseId === draft.baseId && version === draft.version);
  if (!mine) return fresh(draft, 0);
  kept.forget(mine.key);
  return { number: 0, draft, content: mine.document, steps: mine.steps, isUnsaved: true };

  function isStored({ document }: KeptText): boolean {
    try {
      return readingSchema.nodeFromJSON(document).eq(stored);
    } catch {
      // Of another schema, by an older version of the application: no editor can show it.
      return true;
    }
  }
}
