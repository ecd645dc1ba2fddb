"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";

import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import { AudienceItem } from "./audience-item";
import type { LocalComment, LocalThread } from "./merge";
import { useReader, useReaderState } from "./reader-context";
import { ReasonDialog } from "./reason-dialog";
import { useApprove } from "./use-approve";
import { useDone } from "./use-done";

/** What one may do with a comment; nothing is shown where that is nothing. */
export function CommentActions({ comment, thread }: CommentActionsProps) {
  const t = useTranslations("reader");
  const { actions, store, writer } = useReader();
  const done = useDone();
  const approve = useApprove();
  const trigger = useRef<HTMLButtonElement>(null);
  const [isHiding, setHiding] = useState(false);
  const [isReporting, setReporting] = useState(false);
  const { annotationId, author, can } = comment;
  const isOther = author !== null && author.id !== writer.id;
  const isMuted = useReaderState(({ own }) => author !== null && own.mutedIds.has(author.id));
  if (!can.edit && !can.remove && !can.moderate && !isOther) return null;

  async function hide(reason: string): Promise<boolean> {
    const isHidden = await actions.hide(comment, reason);
    if (isHidden) done(t("hidden.done"), () => actions.undoDecision(comment));
    return isHidden;
  }

  async function report(reason: string): Promise<boolean> {
    const isReported = await actions.report(comment, reason);
    if (isReported) toast(t("report.done"));
    return isReported;
  }

  async function pick(): Promise<void> {
    const isPicked = !comment.isPicked;
    if (await actions.pick(comment, isPicked)) {
      done(t(isPicked ? "pick.done" : "pick.undone"), () => actions.pick(comment, !isPicked));
    }
  }

  function replyPrivately(): void {
    store.focus(thread.id);
    store.write({ type: "reply", annotationId, privateTo: comment.id });
  }

  return (
    <div className="absolute -inset-e-1.5 -top-1.5">
      <Menu
        trigger={
          <IconButton ref={trigger} label={t("commentActions", { name: author?.name ?? "" })}>
            <Ellipsis />
          </IconButton>
        }
      >
        {can.edit && (
          <MenuItem
            onClick={() => store.write({ type: "edit", annotationId, commentId: comment.id })}
          >
            {t("edit")}
          </MenuItem>
        )}
        <AudienceItem comment={comment} />
        {can.replyPrivately && <MenuItem onClick={replyPrivately}>{t("private.reply")}</MenuItem>}
        {can.moderate && (
          <>
            <MenuItem onClick={pick}>{t(comment.isPicked ? "pick.undo" : "pick.do")}</MenuItem>
            {comment.isHeld && (
              <MenuItem onClick={() => void approve(comment)}>{t("held.approve")}</MenuItem>
            )}
            {comment.isHidden ? (
              <MenuItem onClick={() => actions.show(comment)}>{t("hidden.undo")}</MenuItem>
            ) : (
              <MenuItem onClick={() => setHiding(true)}>{t("hidden.do")}</MenuItem>
            )}
          </>
        )}
        {isOther && (
          <MenuItem onClick={() => actions.mute(author.id, !isMuted)}>
            {t(isMuted ? "muted.undo" : "muted.do", { name: author.name })}
          </MenuItem>
        )}
        {can.report && <MenuItem onClick={() => setReporting(true)}>{t("report.do")}</MenuItem>}
        {can.remove && (
          <>
            <MenuSeparator />
            <MenuItem onClick={() => actions.removeComment(comment)}>{t("delete")}</MenuItem>
          </>
        )}
      </Menu>
      <ReasonDialog
        title={t("hidden.title")}
        description={t("hidden.explained")}
        submit={t("hidden.submit")}
        isOpen={isHiding}
        onOpenChange={setHiding}
        finalFocus={trigger}
        onSubmit={hide}
      />
      <ReasonDialog
        title={t("report.title")}
        description={t("report.explained")}
        submit={t("report.submit")}
        isOpen={isReporting}
        onOpenChange={setReporting}
        finalFocus={trigger}
        onSubmit={report}
      />
    </div>
  );
}

interface CommentActionsProps {
  comment: LocalComment;
  thread: LocalThread;
}
