"use client";

import { Bookmark, CircleCheck, CornerUpLeft, Link2, Reply, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import { AudienceButton } from "./audience-item";
import type { LocalThread } from "./merge";
import { useReader, useReaderState } from "./reader-context";
import { ThreadMenu } from "./thread-menu";
import { useSteps } from "./use-steps";

/** What one may do with a thread: exactly what the server says will work. */
export function ThreadActions({ thread }: { thread: LocalThread }) {
  const t = useTranslations("reader");
  const { actions, store } = useReader();
  const { leave } = useSteps();
  const { id, can } = thread;
  const isSaved = useReaderState(({ own }) => own.savedIds.has(id));
  const isAnswered = thread.answeredAt !== null;

  async function copyLink() {
    const { origin, pathname } = window.location;
    try {
      await navigator.clipboard.writeText(`${origin}${pathname}#a-${id}`);
      toast(t("linkCopied"));
    } catch {
      toast(t("linkNotCopied"), { isUrgent: true });
    }
  }

  return (
    <div className="mt-3 flex flex-wrap items-center gap-1">
      {can.reply && (
        <Button
          size="sm"
          onClick={() => store.write({ type: "reply", annotationId: id })}
          aria-keyshortcuts="R"
        >
          <Reply className="size-3.5" aria-hidden="true" />
          {t("reply")}
        </Button>
      )}
      {can.answer && (
        <Button
          size="sm"
          variant="quiet"
          aria-pressed={isAnswered}
          onClick={() => actions.answer(thread, !isAnswered)}
        >
          <CircleCheck className="size-3.5" aria-hidden="true" />
          {isAnswered ? t("reopen") : t("markAnswered")}
        </Button>
      )}
      <div className="ms-auto flex items-center">
        <IconButton
          label={t("saveThread")}
          aria-pressed={isSaved}
          onClick={() => actions.save(id, !isSaved)}
        >
          <Bookmark className={isSaved ? "fill-current" : undefined} />
        </IconButton>
        {thread.quote !== "" && (
          <IconButton label={t("backToText")} shortcut="Escape" onClick={leave}>
            <CornerUpLeft />
          </IconButton>
        )}
        <IconButton label={t("copyLink")} onClick={copyLink}>
          <Link2 />
        </IconButton>
        {thread.kind === "HIGHLIGHT" && can.change && <AudienceButton id={id} />}
        {thread.kind === "HIGHLIGHT" && can.remove && (
          <IconButton label={t("deleteHighlight")} onClick={() => actions.removeAnnotation(thread)}>
            <Trash2 />
          </IconButton>
        )}
        <ThreadMenu thread={thread} />
      </div>
    </div>
  );
}
