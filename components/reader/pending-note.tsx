"use client";

import { CloudOff, LoaderCircle, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import type { LocalThread, Pending } from "./merge";
import { useReader } from "./reader-context";
import { ReattachButton } from "./reattach-button";

/** How far a write has got, with what can be done about one that was refused. */
export function PendingNote({ pending, entryId, thread }: PendingNoteProps) {
  const t = useTranslations("reader");
  const { actions } = useReader();
  if (pending.state === "refused") {
    return (
      <div className="mt-2 rounded-sm bg-wash px-2.5 py-2 text-xs">
        <p className="flex gap-1.5">
          <TriangleAlert className="mt-px size-3.5 shrink-0 text-accent" aria-hidden="true" />
          <span>{t("notSaved", { reason: pending.reason ?? "" })}</span>
        </p>
        <div className="mt-1.5 flex flex-wrap gap-2">
          {pending.isPlaceless && <ReattachButton threadId={thread.id} />}
          <Button size="sm" onClick={() => actions.retry(entryId)}>
            {t("retry")}
          </Button>
          <Button size="sm" variant="quiet" onClick={() => actions.discard(entryId, thread.id)}>
            {t("discard")}
          </Button>
        </div>
      </div>
    );
  }
  const isWaiting = pending.state === "waiting";
  return (
    <p className="mt-2 flex items-center gap-1.5 text-xs text-soft">
      {isWaiting ? (
        <CloudOff className="size-3.5" aria-hidden="true" />
      ) : (
        <LoaderCircle className="size-3.5 motion-safe:animate-spin" aria-hidden="true" />
      )}
      {isWaiting ? t("waiting") : t("sending")}
    </p>
  );
}

interface PendingNoteProps {
  pending: Pending;
  /** The outbox entry: the annotation's id, or the comment's. */
  entryId: string;
  thread: LocalThread;
}
