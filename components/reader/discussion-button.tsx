"use client";

import { MessagesSquare } from "lucide-react";
import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { useReader, useReaderState } from "./reader-context";

/** Opens the margin where it does not stand beside the text. */
export function DiscussionButton() {
  const t = useTranslations("reader");
  const { store } = useReader();
  const isOpen = useReaderState((state) => state.isDiscussionOpen);
  const count = useReaderState((state) => state.marks.size);
  const shown = useReaderState((state) => state.shownCount);
  return (
    <Button
      variant="primary"
      className="reader-discussion-button"
      aria-expanded={isOpen}
      onClick={() => store.openDiscussion(!isOpen)}
    >
      <MessagesSquare className="size-4" aria-hidden="true" />
      {t("discussion")}
      <span className="tabular-nums opacity-80">
        {shown === count ? count : t("filter.ofAll", { shown, count })}
        <span className="sr-only"> {t("threadCount", { count })}</span>
      </span>
    </Button>
  );
}
