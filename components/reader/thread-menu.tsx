"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";

import { ConfirmWindow } from "@/components/ui/confirm-window";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { ThreadMark } from "./api";
import type { LocalThread } from "./merge";
import { MergeDialog } from "./merge-dialog";
import { useReader, useReaderState } from "./reader-context";
import { useDone } from "./use-done";

/** What one may do with a thread as a whole, but what stands beside this menu. */
export function ThreadMenu({ thread }: { thread: LocalThread }) {
  const t = useTranslations("reader");
  const { actions, store } = useReader();
  const trigger = useRef<HTMLButtonElement>(null);
  const [isMerging, setMerging] = useState(false);
  const [isClosing, setClosing] = useState(false);
  const follow = useReaderState(({ own }) => own.follows.get(thread.id) ?? null);
  const { id, can } = thread;
  const isHighlight = thread.kind === "HIGHLIGHT";
  const talk = thread.comments.filter(({ isDeleted }) => !isDeleted);
  const canClose = can.change && !isHighlight && thread.quote !== "" && talk.length === 1;

  return (
    <>
      <Menu
        trigger={
          <IconButton ref={trigger} label={t("threadActions")}>
            <Ellipsis />
          </IconButton>
        }
      >
        {can.change && isHighlight && (
          <>
            <MenuItem
              onClick={() => store.write({ type: "reply", annotationId: id, opens: "COMMENT" })}
            >
              {t("opening.comment")}
            </MenuItem>
            <MenuItem
              onClick={() => store.write({ type: "reply", annotationId: id, opens: "QUESTION" })}
            >
              {t("opening.question")}
            </MenuItem>
            <MenuSeparator />
          </>
        )}
        <MenuItem onClick={() => actions.follow(id, follow === "FOLLOWED" ? null : "FOLLOWED")}>
          {t(follow === "FOLLOWED" ? "following.unfollow" : "following.follow")}
        </MenuItem>
        <MenuItem onClick={() => actions.follow(id, follow === "MUTED" ? null : "MUTED")}>
          {t(follow === "MUTED" ? "following.unmute" : "following.mute")}
        </MenuItem>
        {can.moderate && <StaffItems thread={thread} onMerge={() => setMerging(true)} />}
        {canClose && (
          <>
            <MenuSeparator />
            <MenuItem onClick={() => setClosing(true)}>{t("opening.close")}</MenuItem>
          </>
        )}
      </Menu>
      {can.moderate && (
        <MergeDialog
          thread={thread}
          isOpen={isMerging}
          onOpenChange={setMerging}
          finalFocus={trigger}
        />
      )}
      <ConfirmWindow
        title={t("opening.closeTitle")}
        consequence={t("opening.closeText")}
        confirm={t("opening.close")}
        cancel={t("cancel")}
        open={isClosing}
        onOpenChange={setClosing}
        finalFocus={trigger}
        onConfirm={() => actions.close(thread)}
      />
    </>
  );
}

function StaffItems({ thread, onMerge }: { thread: LocalThread; onMerge: () => void }) {
  const t = useTranslations("reader");
  const { actions } = useReader();
  const done = useDone();

  async function mark(which: ThreadMark, isMarked: boolean): Promise<void> {
    if (!(await actions.markThread(thread, which, isMarked))) return;
    const undo = () => actions.markThread(thread, which, !isMarked);
    done(t(`marks.${which}.${isMarked ? "done" : "undone"}`), undo);
  }

  const marks = [
    { which: "pin", is: thread.isPinned },
    { which: "handover", is: thread.needsInstructor },
    { which: "lock", is: thread.isLocked },
  ] as const;
  return (
    <>
      <MenuSeparator />
      {marks.map(({ which, is }) => (
        <MenuItem key={which} onClick={() => mark(which, !is)}>
          {t(`marks.${which}.${is ? "undo" : "do"}`)}
        </MenuItem>
      ))}
      {thread.kind !== "HIGHLIGHT" && !thread.isHeld && (
        <MenuItem onClick={onMerge}>{t("merging.open")}</MenuItem>
      )}
    </>
  );
}
