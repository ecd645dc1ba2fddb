"use client";

import { Link2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";

import { Button } from "@/components/ui/button";
import { useReader, useReaderState } from "./reader-context";
import type { Picked } from "./use-picked";

/** Says what to do while a passage is sought for a thread that lost its words. Escape leaves. */
export function ReattachHint() {
  const t = useTranslations("reader.revised");
  const { store } = useReader();
  const reattachingId = useReaderState((state) => state.reattachingId);

  useEffect(() => {
    if (!reattachingId) return;
    const leave = (event: KeyboardEvent) => {
      if (event.key === "Escape") store.reattach(null);
    };
    window.addEventListener("keydown", leave);
    return () => window.removeEventListener("keydown", leave);
  }, [reattachingId, store]);

  if (!reattachingId) return null;
  return (
    <div className="reader-revised" data-screen-only>
      <p className="min-w-0 flex-1 basis-56">{t("select")}</p>
      <Button size="sm" variant="quiet" onClick={() => store.reattach(null)}>
        {t("cancel")}
      </Button>
    </div>
  );
}

/** Confirms the selected passage as the place of the thread. */
export function ReattachToolbar({ picked, threadId }: { picked: Picked; threadId: string }) {
  const t = useTranslations("reader.revised");
  const { actions, store } = useReader();
  const thread = useReaderState(({ threads }) => threads.get(threadId));
  if (!thread || picked.refusal) return null;

  async function confirm(): Promise<void> {
    if (!thread || !(await actions.reattach(thread, picked))) return;
    document.getSelection()?.removeAllRanges();
    store.reattach(null);
    store.focus(threadId);
  }

  return (
    <div
      role="toolbar"
      aria-label={t("toolbar")}
      data-annotate-toolbar
      className="appear absolute z-20 flex w-max -translate-x-1/2 rounded-md border border-rule bg-raised p-1 shadow-float"
      style={{ insetInlineStart: picked.x, insetBlockStart: picked.y }}
      // Pressing the button must not take the selection away.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      <Button size="sm" variant="quiet" onClick={() => void confirm()}>
        <Link2 className="size-4" aria-hidden="true" />
        {t("here")}
      </Button>
    </div>
  );
}
