"use client";

import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { useReader, useReaderState } from "./reader-context";

/** Begins to seek a passage for a thread that lost its words, and leaves off again. */
export function ReattachButton({ threadId, className }: ReattachButtonProps) {
  const t = useTranslations("reader.revised");
  const { store } = useReader();
  const isReattaching = useReaderState((state) => state.reattachingId === threadId);

  function begin(): void {
    store.reattach(isReattaching ? null : threadId);
    // On a phone the sheet lies over the text that is to be selected.
    store.openDiscussion(false);
    store.say(t("select"));
  }

  return (
    <Button size="sm" aria-pressed={isReattaching} onClick={begin} className={className}>
      {t(isReattaching ? "cancel" : "reattach")}
    </Button>
  );
}

interface ReattachButtonProps {
  threadId: string;
  className?: string;
}
