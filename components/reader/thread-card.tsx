"use client";

import { CircleCheck, CircleHelp, Highlighter, Lock, MessageSquare, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";

import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { AnchorNote } from "./anchor-note";
import { CommentEntry } from "./comment-entry";
import { Composer } from "./composer";
import { type LocalThread, shownComments } from "./merge";
import { PendingNote } from "./pending-note";
import { useReader, useReaderState } from "./reader-context";
import { ThreadActions } from "./thread-actions";
import { threadName } from "./thread-name";
import { useLookedAt } from "./use-looked-at";

/** How many replies stand open before they fold. */
const REPLIES_OPEN = 3;

const KIND_ICON = { HIGHLIGHT: Highlighter, COMMENT: MessageSquare, QUESTION: CircleHelp };
const KIND_COLOUR = {
  HIGHLIGHT: "text-highlight",
  COMMENT: "text-comment",
  QUESTION: "text-question",
};

/** One thread in the margin. Focused, it opens; the other ones show how they begin. */
export function ThreadCard({ thread }: { thread: LocalThread }) {
  const t = useTranslations("reader");
  const { store } = useReader();
  const card = useRef<HTMLElement>(null);
  const isFocused = useReaderState((state) => state.focusedId === thread.id);
  const isHovered = useReaderState((state) => state.hoveredId === thread.id);
  const isFresh = useReaderState((state) => state.freshIds.has(thread.id));
  useLookedAt(card, thread.id, isFresh);

  return (
    <article
      ref={card}
      aria-label={threadName(t, thread.quote)}
      data-annotation-id={thread.id}
      data-focused={isFocused || undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the entries of a feed are tab stops (ARIA feed pattern)
      tabIndex={0}
      onFocus={() => store.focus(thread.id)}
      onPointerEnter={() => store.hover(thread.id)}
      onPointerLeave={() => store.hover(null)}
      className={classNames(
        "scroll-mt-20 rounded-md border bg-raised px-3.5 py-3 text-sm transition-colors",
        isFocused ? "border-accent shadow-float" : isHovered ? "border-edge" : "border-rule",
      )}
    >
      <CardHead thread={thread} isFresh={isFresh} />
      <AnchorNote thread={thread} />
      <Talk thread={thread} isFocused={isFocused} />
    </article>
  );
}

function CardHead({ thread, isFresh }: { thread: LocalThread; isFresh: boolean }) {
  const t = useTranslations("reader");
  const Icon = KIND_ICON[thread.kind];
  const isPrivate = thread.audience === "ONLY_ME";
  return (
    <div className="flex items-center gap-1.5 text-xs text-faint">
      <Icon
        className={classNames(
          "size-3.5 shrink-0",
          isPrivate ? "text-private" : KIND_COLOUR[thread.kind],
        )}
        aria-hidden="true"
      />
      <span className={thread.quote === "" ? "flex-1" : "sr-only"}>{t(`kind.${thread.kind}`)}</span>
      {thread.quote !== "" && (
        <span className="min-w-0 flex-1 truncate font-serif italic">{thread.quote}</span>
      )}
      {thread.kind === "QUESTION" && thread.answeredAt && (
        <span className="inline-flex shrink-0 items-center gap-1 text-soft">
          <CircleCheck className="size-3.5" aria-hidden="true" />
          {t("answered")}
        </span>
      )}
      {thread.audience !== "COURSE" && (
        <span className="inline-flex shrink-0 items-center gap-1 text-soft">
          {isPrivate ? (
            <Lock className="size-3.5" aria-hidden="true" />
          ) : (
            <Users className="size-3.5" aria-hidden="true" />
          )}
          {t(`audience.${thread.audience}`)}
        </span>
      )}
      {isFresh && (
        <span className="size-2 shrink-0 rounded-full bg-accent forced-colors:bg-[Highlight]">
          <span className="sr-only">{t("isNew")}</span>
        </span>
      )}
    </div>
  );
}

function Talk({ thread, isFocused }: { thread: LocalThread; isFocused: boolean }) {
  const t = useTranslations("reader");
  const { actions, store } = useReader();
  const [isUnfolded, setIsUnfolded] = useState(false);
  const place = useReaderState(({ place }) => place);
  const comments = shownComments(thread);
  const [opening, ...replies] = comments;
  const folded = isUnfolded ? 0 : Math.max(0, replies.length - REPLIES_OPEN);
  const isReplying = place?.type === "reply" && place.annotationId === thread.id;

  return (
    <>
      {opening ? (
        <CommentEntry comment={opening} thread={thread} isOpen={isFocused} />
      ) : (
        <p className="mt-2 text-soft">{t("highlightedBy", { name: thread.author.name })}</p>
      )}
      {!isFocused && replies.length > 0 && (
        <Button
          size="sm"
          variant="quiet"
          onClick={() => store.focus(thread.id)}
          className="-ms-3 mt-1"
        >
          {t("replies", { count: thread.nextCursor ? thread.commentCount - 1 : replies.length })}
        </Button>
      )}
      {isFocused && (
        <div className="mt-1">
          {folded > 0 && (
            <Button size="sm" variant="quiet" onClick={() => setIsUnfolded(true)} className="-ms-3">
              {t("earlierReplies", { count: folded })}
            </Button>
          )}
          {replies.slice(folded).map((comment) => (
            <CommentEntry key={comment.id} comment={comment} thread={thread} isOpen />
          ))}
          {thread.nextCursor && (
            <Button
              size="sm"
              variant="quiet"
              onClick={() => actions.loadMore(thread)}
              className="-ms-3"
            >
              {t("moreReplies")}
            </Button>
          )}
        </div>
      )}
      {thread.pending && (
        <PendingNote pending={thread.pending} entryId={thread.id} thread={thread} />
      )}
      {isFocused && !thread.pending && !isReplying && <ThreadActions thread={thread} />}
      {isReplying && <Composer place={place} />}
    </>
  );
}
