"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { Dialog } from "@/components/ui/dialog";
import { Spinner } from "@/components/ui/spinner";
import { Time } from "@/components/ui/time";
import type { FormerWords } from "@/lib/annotations/history";
import { api } from "./api";
import { CommentText } from "./comment-text";
import type { LocalComment } from "./merge";
import { useReader } from "./reader-context";

/** Says that a comment was edited, and shows what it said before. */
export function HistoryDialog({ comment }: { comment: LocalComment }) {
  const t = useTranslations("reader");
  const { zone } = useReader();
  const [former, setFormer] = useState<FormerWords[] | "failed" | null>(null);

  function onOpenChange(isOpen: boolean): void {
    if (!isOpen) return;
    setFormer(null);
    api.history(comment.id).then(setFormer, () => setFormer("failed"));
  }

  return (
    <Dialog
      title={t("history.title")}
      onOpenChange={onOpenChange}
      trigger={
        <button
          type="button"
          className="rounded-sm underline decoration-edge underline-offset-2 hover:text-ink"
        >
          {t("edited")}
        </button>
      }
    >
      {former === null && (
        <p className="flex items-center gap-2 text-soft">
          <Spinner />
          {t("history.loading")}
        </p>
      )}
      {former === "failed" && <p role="alert">{t("history.failed")}</p>}
      {former !== null && former !== "failed" && (
        <ol className="space-y-5 text-sm">
          <li>
            <p className="mb-1 text-xs font-medium text-soft">{t("history.now")}</p>
            <CommentText body={comment.body} />
          </li>
          {former.map(({ body, until }) => (
            <li key={until} className="border-t border-rule pt-4">
              <p className="mb-1 text-xs font-medium text-soft">
                {t.rich("history.until", { date: () => <Time iso={until} zone={zone} /> })}
              </p>
              <CommentText body={body} />
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}
