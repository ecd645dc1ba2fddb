"use client";

import { CornerDownRight, MessageSquareLock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { AnchorNote } from "./anchor-note";
import { CardHead } from "./card-head";
import { CommentEntry } from "./comment-entry";
import { Composer } from "./composer";
import { type LocalThread, shownComments } from "./merge";
import { PendingNote } from "./pending-note";
import { useReader, useReaderState } from "./reader-context";
import { ThreadActions } from "./thread-actions";
import { threadName } from "./thread-name";
import { useLookedAt } from "./use-looked-at";
import { WritingNote } from "./writing-note";

/** How many replies stand open before they fold. */
const REPLIES_OPEN = 3;

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
        "relative scroll-mt-20 rounded-md border bg-raised px-3.5 py-3 text-sm transition-colors",
        isFocused ? "border-accent shadow-float" : isHovered ? "border-edge" : "border-rule",
      )}
    >
      <CardHead thread={thread} isFresh={isFresh} />
      <AnchorNote thread={thread} />
      <Talk thread={thread} isFocused={isFocused} />
      <WritingNote threadId={thread.id} />
    </article>
  );
}

function Talk({ thread, isFocused }: { thread: LocalThread; isFocused: boolean }) {
  const t = useTranslations("reader");
  const { actions, store } = useReader();
  const [isUnfolded, setIsUnfolded] = useState(false);
  const seek = useSought(thread);
  const place = useReaderState(({ place }) => place);
  const comments = shownComments(thread);
  const [opening, ...replies] = comments;
  const folded = isUnfolded ? 0 : Math.max(0, replies.length - REPLIES_OPEN);
  const isReplying = place?.type === "reply" && place.annotationId === thread.id;
  const answerId = thread.answeredAt === null ? null : thread.answerId;

  function goToAnswer(): void {
    setIsUnfolded(true);
    if (answerId) seek(answerId);
  }

  return (
    <>
      {opening ? (
        <CommentEntry comment={opening} thread={thread} isOpen={isFocused} />
      ) : (
        <p className="mt-2 text-soft">{t("highlightedBy", { name: thread.author.name })}</p>
      )}
      {isFocused && answerId && (
        <Button size="sm" variant="quiet" onClick={goToAnswer} className="-ms-3 mt-1">
          <CornerDownRight className="size-3.5" aria-hidden="true" />
          {t("goToAnswer")}
        </Button>
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
      {isReplying && (
        <>
          {place.privateTo && <PrivateNotice thread={thread} commentId={place.privateTo} />}
          <Composer key={place.privateTo ?? place.opens} place={place} />
        </>
      )}
    </>
  );
}

/** Says before anything is written who alone will read it. */
function PrivateNotice({ thread, commentId }: { thread: LocalThread; commentId: string }) {
  const t = useTranslations("reader");
  const { writer } = useReader();
  const answered = thread.comments.find(({ id }) => id === commentId);
  const person = answered?.privateTo ?? answered?.author;
  return (
    <p className="mt-3 flex items-start gap-1.5 text-xs text-soft">
      <MessageSquareLock className="mt-px size-3.5 shrink-0" aria-hidden="true" />
      {person && person.id !== writer.id
        ? t("private.willReach", { name: person.name })
        : t("private.willReachStaff")}
    </p>
  );
}

/** Brings the focus to a comment of the thread; what is on the server yet is loaded first. */
function useSought(thread: LocalThread): (commentId: string) => void {
  const { actions } = useReader();
  const [soughtId, setSoughtId] = useState<string | null>(null);
  useEffect(() => {
    if (soughtId === null) return;
    const place = `[data-comment-id="${CSS.escape(soughtId)}"]`;
    const comment = document.querySelector<HTMLElement>(place);
    if (!comment && thread.nextCursor) {
      void actions.loadMore(thread);
      return;
    }
    setSoughtId(null);
    comment?.focus({ preventScroll: true });
    comment?.scrollIntoView({ block: "nearest" });
  }, [soughtId, thread, actions]);
  return setSoughtId;
}
